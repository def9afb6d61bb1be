"""Areas in the admin: contacts and texts by hand, borders and layouts by import."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.beheer import ARCHIEF, ArchiefAdmin

from ..grensveld import GrensWidget
from ..models import Gebied
from .fase import FASE_ACTIES


@admin.register(Gebied)
class GebiedAdmin(ArchiefAdmin):
    list_display = ["naam", "soort", "indeling", "code", "hoort_bij", "contact_telefoon", "fase"]
    list_filter = ["soort", "indeling", "fase", "grens_indicatief"]
    actions = [*FASE_ACTIES]
    search_fields = ["naam", "code"]
    search_help_text = _("Zoek op naam of code.")
    show_full_result_count = False
    save_on_top = True
    autocomplete_fields = ["ouder", "cbs_ouder", "vervangen_door"]
    readonly_fields = ["midden_lat", "midden_lon"]
    fieldsets = [
        (None, {"fields": ["naam", "soort", "indeling", "code", "inleiding", "volgorde", "slug"]}),
        (
            _("Eerste contact"),
            {
                "fields": ["contact_naam", "contact_telefoon", "contact_email", "contact_uren"],
                "description": _(
                    "Wie kunnen bewoners bellen? Noem een team of functie. Laat alles leeg als "
                    "het contact van het gebied erboven ook hier geldt."
                ),
            },
        ),
        (
            _("Hoe ver is het team hier?"),
            {
                "fields": ["fase", "fase_vanaf", "fase_zin"],
                "description": _(
                    "De website zegt eerlijk waar het team nog moet beginnen. "
                    "Veel wijken tegelijk zetten kan in de lijst, bij de acties."
                ),
            },
        ),
        (
            _("Waar hoort het bij?"),
            {
                "fields": ["ouder", "cbs_ouder"],
                "description": _(
                    "Bewoners zien de indeling van de gemeente zelf. Die leest u in met "
                    "importeer_indeling; de indeling van het CBS met importeer_gebieden."
                ),
            },
        ),
        (
            _("Grens"),
            {
                "fields": ["grens", "grens_bron", "grens_indicatief", "midden_lat", "midden_lon"],
                "classes": ["collapse"],
                "description": _(
                    "Een grens komt meestal uit een bestand van het CBS. Begint de bron met "
                    "'samengesteld uit'? Dan rekent het portaal de grens uit, uit de buurten."
                ),
            },
        ),
        ARCHIEF,
    ]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "grens":
            kwargs["widget"] = GrensWidget(attrs={"rows": 4, "cols": 80})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With the parents, but without any border: the list does not show them."""
        rijen = super().get_queryset(request).select_related("ouder", "cbs_ouder")
        return rijen.defer("grens", "ouder__grens", "cbs_ouder__grens")

    @admin.display(description=_("hoort bij"), ordering="ouder__naam")
    def hoort_bij(self, gebied: Gebied) -> str:
        return str(gebied.boven or "")
