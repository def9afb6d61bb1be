"""Provisions in the admin."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.beheer import ARCHIEF, CONTROLE
from wijken.models import Gebied

from ..models import Voorziening
from ..regels import fout_in_bereik
from ..views import voorziening as publieke_pagina
from .boom import BoomFilter, EenTegelijk
from .filters import (
    BedientWijkFilter,
    LetOpFilter,
    OrganisatieFilter,
    RedacteurFilter,
    ThemaFilter,
)
from .kaart import KaartAdmin
from .openingstijd import AfwijkingInline, OpeningstijdInline, TijdenMixin

MEESTE_WIJKEN = 2  # named in the list; of the others only how many


class VoorzieningForm(forms.ModelForm):
    """What the model cannot check, because it is about rows in other tables."""

    def clean(self) -> dict[str, Any]:
        gegevens: dict[str, Any] = super().clean() or {}
        fout = fout_in_bereik(
            gegevens.get("publicatie"),
            hele_gemeente=bool(gegevens.get("hele_gemeente")),
            heeft_gebieden=bool(gegevens.get("gebieden")),
        )
        if fout:
            self.add_error("hele_gemeente", fout)
        return gegevens


@admin.register(Voorziening)
class VoorzieningAdmin(EenTegelijk, TijdenMixin, KaartAdmin):
    form = VoorzieningForm
    publieke_view = publieke_pagina
    search_fields = ["titel", "kort", "woorden", "telefoon", "verantwoordelijke__naam"]
    search_help_text = _("Zoek op titel, woorden, telefoonnummer of organisatie.")
    list_display = ["titel", "verantwoordelijke", "voor_wijken", "publicatie", "controle"]
    list_select_related = ["verantwoordelijke"]
    leesbaar = ("kort", "beschrijving", "zo_begint_u")
    autocomplete_fields = [
        "verantwoordelijke",
        "uitvoerders",
        "locaties",
        "themas",
        "doelgroepen",
        "gebieden",
        "talen",
        "vervangen_door",
        "redacteur",
    ]
    inlines = [OpeningstijdInline, AfwijkingInline]
    list_filter = [
        LetOpFilter,
        RedacteurFilter,
        ThemaFilter,
        BedientWijkFilter,
        OrganisatieFilter,
        BoomFilter,
        "publicatie",
        "toegang",
        "soort",
        "vorm",
    ]
    fieldsets = [
        (
            None,
            {
                "description": _(
                    "Schrijf zoals u het aan de balie zegt: korte zinnen, gewone woorden."
                ),
                "fields": ["titel", "kort", "beschrijving", "woorden", "publicatie", "slug"],
            },
        ),
        (
            _("Soort hulp"),
            {
                "description": _("Wat is de eerste stap van een bewoner? Schrijf die op."),
                "fields": ["soort", "vorm", "toegang", "laag", "zo_begint_u", "door_vrijwilligers"],
            },
        ),
        (
            _("Voor wie"),
            {
                "description": _("Kies minstens één thema. Weet u iets niet? Laat het leeg."),
                "fields": [
                    "themas",
                    "doelgroepen",
                    ("leeftijd_van", "leeftijd_tot"),
                    ("kosten", "kosten_toelichting"),
                    ("talen", "tolk"),
                ],
            },
        ),
        (
            _("Waar"),
            {
                "description": _("Voor iedereen in de gemeente, of voor bepaalde wijken."),
                "fields": ["hele_gemeente", "gebieden", "locaties", "feestdagen"],
            },
        ),
        (
            _("Wie"),
            {
                "description": _("Noem een functie en geen persoon: mensen wisselen van baan."),
                "fields": [
                    "verantwoordelijke",
                    "uitvoerders",
                    "contact_functie",
                    "telefoon",
                    "email",
                    "website",
                    "bereikbaar",
                ],
            },
        ),
        (
            _("Wanneer op de website"),
            {
                "description": _("Leeg laten mag: dan staat het er altijd."),
                "fields": [("zichtbaar_vanaf", "zichtbaar_tot")],
            },
        ),
        CONTROLE,
        ARCHIEF,
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With the wijken, as a list says whom each provision is for."""
        gebieden = Prefetch("gebieden", Gebied.objects.only("naam"))
        return super().get_queryset(request).prefetch_related(gebieden)

    @admin.display(description=_("voor"))
    def voor_wijken(self, voorziening: Voorziening) -> str:
        if voorziening.hele_gemeente:
            return tekst("iedereen")
        namen = [gebied.naam for gebied in voorziening.gebieden.all()]
        meer = f" +{len(namen) - MEESTE_WIJKEN}" if len(namen) > MEESTE_WIJKEN else ""
        return ", ".join(namen[:MEESTE_WIJKEN]) + meer
