"""Provisions in the admin."""

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.beheer import ARCHIEF, CONTROLE

from ..models import Voorziening
from ..models.keuzes import Publicatie
from .kaart import KaartAdmin
from .openingstijd import AfwijkingInline, OpeningstijdInline


class VoorzieningForm(forms.ModelForm):
    """What the model cannot check, because it is about rows in other tables."""

    def clean(self) -> dict[str, Any]:
        gegevens: dict[str, Any] = super().clean() or {}
        ergens = gegevens.get("hele_gemeente") or gegevens.get("gebieden")
        if gegevens.get("publicatie") == Publicatie.GEPUBLICEERD and not ergens:
            self.add_error(
                "hele_gemeente", _("Voor wie is dit? Kies de hele gemeente, of kies wijken.")
            )
        return gegevens


@admin.register(Voorziening)
class VoorzieningAdmin(KaartAdmin):
    form = VoorzieningForm
    search_fields = ["titel", "kort"]
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
    list_filter = ["publicatie", "soort", "vorm", "toegang", "themas"]
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
            {"fields": ["soort", "vorm", "toegang", "zo_begint_u", "door_vrijwilligers"]},
        ),
        (
            _("Voor wie"),
            {
                "fields": [
                    "themas",
                    "doelgroepen",
                    ("leeftijd_van", "leeftijd_tot"),
                    ("kosten", "kosten_toelichting"),
                    ("talen", "tolk"),
                ]
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
        (_("Wanneer op de website"), {"fields": [("zichtbaar_vanaf", "zichtbaar_tot")]}),
        CONTROLE,
        ARCHIEF,
    ]
