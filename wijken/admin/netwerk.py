"""The networks in the admin: every partner, per wijk, with what needs attention (M6, M18, V9)."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from sociale_basis.kern.beheer import ArchiefAdmin

from ..models import Gebied, Netwerkpartner
from ..netwerk.tekort import met_aantallen, zonder_eerste_ring

LET_OP: dict[str, tuple[Any, Callable[[Any], QuerySet]]] = {
    "oud": (_("ruimte lang geleden gezegd"), lambda rijen: rijen.met_oude_capaciteit()),
    "contact": (_("zonder contact"), lambda rijen: rijen.zonder_contact()),
    "verborgen": (
        _("organisatie niet op de website"),
        lambda rijen: rijen.exclude(pk__in=Netwerkpartner.objects.zichtbaar().values("pk")),
    ),
}


class LetOpFilter(admin.SimpleListFilter):
    title = _("let op")
    parameter_name = "let_op"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(sleutel, titel) for sleutel, (titel, _rijen) in LET_OP.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        gekozen = LET_OP.get(self.value() or "")
        return gekozen[1](queryset) if gekozen else queryset


class TekendeFilter(admin.SimpleListFilter):
    title = _("intentieovereenkomst")
    parameter_name = "tekende"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("ja", _("getekend")), ("nee", _("nog niet getekend"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() not in ("ja", "nee"):
            return queryset
        return queryset.filter(tekende_op__isnull=self.value() == "nee")


@admin.action(description=_("Tekende vandaag de intentieovereenkomst"), permissions=["change"])
def tekende(modeladmin: Any, request: HttpRequest, queryset: QuerySet) -> None:
    """Who signed before keeps the day (M18)."""
    nieuw = list(queryset.filter(tekende_op__isnull=True))
    for partner in nieuw:
        partner.tekende_op = timezone.localdate()
        partner.save()
        modeladmin.log_change(request, partner, tekst("Tekende de intentieovereenkomst."))
    melding = ngettext("%d partner tekende.", "%d partners tekenden.", len(nieuw)) % len(nieuw)
    modeladmin.message_user(request, melding, messages.SUCCESS)


@admin.register(Netwerkpartner)
class NetwerkpartnerAdmin(ArchiefAdmin):
    change_list_template = "admin/wijken/netwerkpartner/change_list.html"
    list_display = ["naam", "gebied", "ring", "domein", "capaciteit", "tekende_op"]
    list_filter = [
        LetOpFilter,
        "ring",
        TekendeFilter,
        ("gebied", admin.RelatedOnlyFieldListFilter),
        "domein",
    ]
    search_fields = ["functie", "organisatie__naam"]
    search_help_text = _("Zoek op functie of organisatie.")
    show_full_result_count = False
    save_on_top = True
    actions = [tekende]
    autocomplete_fields = ["gebied", "organisatie", "themas", "gebruiker"]
    fieldsets = [
        (
            None,
            {
                "fields": ["gebied", "ring", "functie", "organisatie", "domein", "themas"],
                "description": _(
                    "Een functie, een organisatie, of allebei. De verbinder van de wijk houdt "
                    "het netwerk zelf bij in /werk/."
                ),
            },
        ),
        (
            _("Wat kan deze partner doen?"),
            {
                "fields": [
                    *("brengt_in", "capaciteit", "capaciteit_op"),
                    *("is_gangmaker", "helpt_bij_idee", "tekende_op"),
                ]
            },
        ),
        (
            _("Contact"),
            {
                "fields": ["contactpersoon", "telefoon", "email", "contact_openbaar", "gebruiker"],
                "description": _(
                    "Maakt u een naam leeg? Dan gaat die ook uit de oude versies weg."
                ),
            },
        ),
        (
            _("Doet niet meer mee"),
            {
                "classes": ["collapse"],
                "fields": ["archiefreden"],
                "description": _(
                    "Schrijf op waarom. De partner verdwijnt meteen van de website. Na een "
                    "maand wissen wij naam, telefoon en e-mail."
                ),
            },
        ),
    ]

    def get_urls(self) -> list[URLPattern]:
        pagina = self.admin_site.admin_view(self.per_wijk)
        return [
            path("per-wijk/", pagina, name="wijken_netwerkpartner_per_wijk"),
            *super().get_urls(),
        ]

    def per_wijk(self, request: HttpRequest) -> HttpResponse:
        """Every area with the numbers of its rings, those without a first ring on top."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": tekst("Het netwerk van elke wijk"),
            "opts": self.opts,
            "mist": list(zonder_eerste_ring()),
            "gebieden": met_aantallen(),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/wijken/netwerkpartner/per_wijk.html", context)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).met_namen()  # type: ignore[attr-defined]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Areas that residents know; a buurt has no network of its own."""
        if db_field.name == "gebied":
            kwargs["queryset"] = Gebied.objects.zichtbaar().exclude(soort=Gebied.Soort.BUURT)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description=_("partner"), ordering="functie")
    def naam(self, partner: Netwerkpartner) -> str:
        return partner.naam
