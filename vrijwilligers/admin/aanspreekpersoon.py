"""Aanspreekpersonen in the admin: consent explained, pause for many at once, rights per role."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.beheer import ArchiefAdmin
from sociale_basis.kern.fotoveld import MetFotoFormulier
from sociale_basis.kern.leesveld import LeesbaarTekstvak, LeesbareRegel
from voorzieningen.admin.filters import WijkFilter
from voorzieningen.admin.voorbeeld import VoorbeeldMixin
from voorzieningen.models.bevoegd import Bereik
from wijken.models import Gebied

from ..models import Aanspreekpersoon
from ..models.aanspreekpersoon_query import Stand
from ..post import stuur_profiellink
from ..views import aanspreekpersoon as publieke_pagina


class LetOpFilter(admin.SimpleListFilter):
    """What the start page of /beheer/ counts."""

    title = _("let op")
    parameter_name = "let_op"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("toestemming_oud", _("toestemming ouder dan een jaar")),
            ("lang_op_pauze", _("langer dan twee maanden op pauze")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        rijen: Any = queryset
        if self.value() == "toestemming_oud":
            return rijen.toestemming_oud()
        return rijen.lang_op_pauze() if self.value() == "lang_op_pauze" else rijen


class InWijkFilter(WijkFilter):
    def in_wijk(self, rijen: Any, wijk: Any) -> QuerySet:
        return rijen.filter(gebieden=wijk)


@admin.action(description=_("Op pauze zetten"), permissions=["change"])
def pauzeer(modeladmin: Any, request: HttpRequest, queryset: QuerySet) -> None:
    modeladmin.zet(request, queryset, Stand.PAUZE)


@admin.action(description=_("Weer op de website: er voor vragen"), permissions=["change"])
def activeer(modeladmin: Any, request: HttpRequest, queryset: QuerySet) -> None:
    modeladmin.zet(request, queryset, Stand.ACTIEF)


@admin.action(description=_("Stuur de link om zelf iets te wijzigen"), permissions=["change"])
def stuur_link(modeladmin: Any, request: HttpRequest, queryset: QuerySet) -> None:
    """A mail to each who has an address; the others are named."""
    personen = modeladmin.wijzigbaar(request, queryset)
    zonder = [persoon for persoon in personen if not stuur_profiellink(persoon)]
    verstuurd = len(personen) - len(zonder)
    modeladmin.message_user(request, tekst("%d keer verstuurd.") % verstuurd)
    for persoon in zonder:
        melding = tekst("%s heeft geen e-mailadres, of is gestopt.") % persoon
        modeladmin.message_user(request, melding, messages.WARNING)


class AanspreekpersoonForm(MetFotoFormulier):
    class Meta:
        model = Aanspreekpersoon
        fields = "__all__"


@admin.register(Aanspreekpersoon)
class AanspreekpersoonAdmin(VoorbeeldMixin, ArchiefAdmin):
    form = AanspreekpersoonForm
    publieke_view = publieke_pagina
    naam_blijft = False
    actions = [pauzeer, activeer, stuur_link]
    list_display = ["naam", "waar", "stand", "op_de_website"]
    list_filter = [LetOpFilter, InWijkFilter, "stand"]
    list_per_page = 50
    search_fields = ["naam", "waarvoor"]
    search_help_text = _("Zoek op naam, of op waarvoor iemand er is.")
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    save_on_top = True
    autocomplete_fields = ["gebieden", "themas", "talen", "loop_binnen_bij", "gebruiker"]
    fieldsets = [
        (
            _("Toestemming"),
            {
                "description": _(
                    "Vraag het eerst, het liefst aan tafel: wat komt er op de website, en wat "
                    "niet? Schrijf de dag hier op. Wil iemand niet meer? Vul dan de dag van "
                    "intrekken in: de pagina is meteen weg. Vraag het elk jaar opnieuw."
                ),
                "fields": [
                    "toestemming_op",
                    "toestemming_foto",
                    "toestemming_nummer",
                    "ingetrokken_op",
                ],
            },
        ),
        (
            _("Dit staat op de website"),
            {
                "description": _("Gebruik de woorden van deze persoon zelf. Laat het meelezen."),
                "fields": ["naam", "gebieden", "waarvoor", "over", "nieuwe_foto", "foto_weg"],
            },
        ),
        (
            _("Talen, onderwerpen en een plek"),
            {
                "fields": [
                    "talen",
                    "themas",
                    "loop_binnen_bij",
                    "loop_binnen_wanneer",
                ]
            },
        ),
        (
            _("Hoe staat het ervoor?"),
            {
                "description": _(
                    "Vol zijn is een goed antwoord: de pagina zegt het vriendelijk en noemt wie er "
                    "nog meer is. Bij een pauze is iemand nergens te vinden."
                ),
                "fields": ["stand", "terug_op"],
            },
        ),
        (
            _("Alleen voor ons"),
            {
                "description": _("Niets hiervan komt op de website."),
                "fields": ["email", "telefoon", "gebruiker"],
            },
        ),
        (
            _("Gestopt?"),
            {
                "classes": ["collapse"],
                "description": _(
                    "Schrijf een reden op en bewaar. Deze persoon is meteen van elke pagina af. "
                    "Na een maand wist het portaal ook de naam en alle gegevens. Bezoekers zien "
                    "de reden niet. Haal ook de inlognaam weg, als die er is."
                ),
                "fields": ["archiefreden"],
            },
        ),
    ]

    # --- who sees and changes whom -----------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rijen: Any = super().get_queryset(request).prefetch_related("gebieden")
        return rijen.leesbaar_door(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        mag = super().has_change_permission(request, obj)
        return mag and (obj is None or _mag_wijzigen(request, obj))

    def has_view_history_or_change_history_permission(
        self, request: HttpRequest, obj: Any = None
    ) -> bool:
        """Earlier versions hold what is private: for who may change this person."""
        return self.has_change_permission(request, obj)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who only looks sees what everybody sees on the website."""
        if self.has_change_permission(request, obj):
            weg = _niet_voor(request, obj)
            return [_zonder(deel, weg) for deel in super().get_fieldsets(request, obj)]
        openbaar = ["naam", "gebieden", "waarvoor", "over", "talen", "themas", "loop_binnen_bij"]
        return [(None, {"fields": [*openbaar, "loop_binnen_wanneer", "stand"]})]

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return super().get_actions(request) if self.has_change_permission(request) else {}

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A wijkredacteur finds people for the own wijken."""
        bereik = Bereik.van(request.user)
        if db_field.name == "gebieden":
            alle = Gebied.objects.zichtbaar()
            eigen = alle if bereik.bewerkt_alles else alle.filter(pk__in=bereik.gebieden)
            kwargs.setdefault("queryset", eigen)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in ("waarvoor", "over"):
            kwargs["widget"] = LeesbaarTekstvak if db_field.name == "over" else LeesbareRegel
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def heeft_pagina(self, ding: Any) -> bool:
        return not ding.is_gearchiveerd

    # --- what is done ------------------------------------------------------------------------

    def zet(self, request: HttpRequest, queryset: QuerySet, stand: Stand) -> None:
        """Another state for each that this person may change."""
        personen = self.wijzigbaar(request, queryset)
        for persoon in personen:
            persoon.zet_stand(stand)
            self.log_change(request, persoon, str(stand.label))
        self.message_user(request, tekst("%d gewijzigd.") % len(personen))

    def wijzigbaar(self, request: HttpRequest, queryset: QuerySet) -> list[Aanspreekpersoon]:
        """Those that this person may change; how many were left out is told."""
        personen = [rij for rij in queryset if self.has_change_permission(request, rij)]
        anders = len(queryset) - len(personen)
        if anders:
            zin = tekst("%d overgeslagen: die mag u niet wijzigen.") % anders
            self.message_user(request, zin, messages.WARNING)
        return personen

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return _zonder_naam(obj, super().log_addition(request, obj, message))

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return _zonder_naam(obj, super().log_change(request, obj, message))

    # --- the list ----------------------------------------------------------------------------

    @admin.display(description=_("er voor"))
    def waar(self, persoon: Aanspreekpersoon) -> str:
        return ", ".join(gebied.naam for gebied in persoon.gebieden.all())

    @admin.display(description=_("op de website"), boolean=True)
    def op_de_website(self, persoon: Aanspreekpersoon) -> bool:
        in_beeld = not (persoon.is_gearchiveerd or persoon.is_op_pauze)
        return in_beeld and persoon.heeft_toestemming


def _mag_wijzigen(request: HttpRequest, persoon: Aanspreekpersoon) -> bool:
    rijen = Aanspreekpersoon.objects.filter(pk=persoon.pk)
    return bool(rijen.bewerkbaar_door(request.user).exists())


def _niet_voor(request: HttpRequest, persoon: Aanspreekpersoon | None) -> set[str]:
    """Fields that make no sense now, or are for who manages the logins."""
    weg = set() if persoon and persoon.foto_id else {"foto_weg"}
    return weg if request.user.has_perm("auth.view_user") else weg | {"gebruiker"}


def _zonder(deel: Any, weg: set[str]) -> Any:
    kop, opties = deel
    return kop, {**opties, "fields": [veld for veld in opties["fields"] if veld not in weg]}


def _zonder_naam(persoon: Aanspreekpersoon, regel: Any) -> Any:
    """The log of the admin is kept for ever: it says who did what, not to whom by name."""
    if isinstance(regel, LogEntry):
        regel.object_repr = f"{persoon._meta.verbose_name} {persoon.slug}"
        regel.save(update_fields=["object_repr"])
    return regel
