"""Organisations, places and provisions in the admin."""

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.beheer import ARCHIEF, CONTROLE, ArchiefAdmin, bevestig

from ..models import Afwijking, Locatie, Openingstijd, Organisatie, Ruimte, Voorziening
from ..models.keuzes import Publicatie
from .boom import BoomFilter


class OpeningstijdInline(admin.TabularInline):
    model = Openingstijd
    extra = 1
    fields = ["weekdag", "van", "tot", "op_afspraak", "geldig_van", "geldig_tot", "opmerking"]


class AfwijkingInline(admin.TabularInline):
    model = Afwijking
    extra = 0
    fields = ["van_dag", "tot_dag", "gesloten", "van", "tot", "reden"]


class RuimteInline(admin.TabularInline):
    model = Ruimte
    extra = 0


class KaartAdmin(ArchiefAdmin):
    """What organisations, places and provisions share."""

    actions = [bevestig]
    list_filter = ["publicatie", "soort"]
    list_per_page = 50
    save_on_top = True
    list_display = ["__str__", "soort", "publicatie", "laatst_gecontroleerd"]


@admin.register(Organisatie)
class OrganisatieAdmin(KaartAdmin):
    search_fields = ["naam", "kort"]
    autocomplete_fields = ["locaties", "vervangen_door", "redacteur"]
    fieldsets = [
        (None, {"fields": ["naam", "soort", "kort", "beschrijving", "publicatie", "slug"]}),
        (
            _("Contact"),
            {"fields": ["telefoon", "email", "website", "bereikbaar", "locaties"]},
        ),
        CONTROLE,
        ARCHIEF,
    ]


@admin.register(Locatie)
class LocatieAdmin(KaartAdmin):
    search_fields = ["naam", "kort"]
    autocomplete_fields = ["gebied", "beheerstichting", "vervangen_door", "redacteur"]
    inlines = [OpeningstijdInline, AfwijkingInline, RuimteInline]
    list_filter = ["publicatie", "soort", "is_ontmoetingsplek", "vertrouwelijk"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "naam",
                    "soort",
                    "is_ontmoetingsplek",
                    "kort",
                    "beschrijving",
                    "publicatie",
                    "slug",
                ]
            },
        ),
        (
            _("Waar is het?"),
            {
                "description": _(
                    "Een geheim adres komt nergens op de website. De buurt zoekt het portaal zelf."
                ),
                "fields": [
                    "vertrouwelijk",
                    ("straat", "huisnummer"),
                    ("postcode", "plaats"),
                    ("lat", "lon"),
                    "gebied",
                    "bereikbaarheid",
                ],
            },
        ),
        (
            _("Wie beheert het?"),
            {
                "fields": [
                    "beheerder",
                    "beheerstichting",
                    "telefoon",
                    "email",
                    "website",
                    "tarief",
                ]
            },
        ),
        (
            _("Toegankelijkheid"),
            {
                "description": _("Kies “nee” als u het zeker weet, “onbekend” als niet."),
                "fields": [*Locatie.TOEGANKELIJKHEID, "toegankelijkheid_toelichting"],
            },
        ),
        (_("Open"), {"fields": ["feestdagen"]}),
        CONTROLE,
        ARCHIEF,
    ]


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
    list_filter: list[Any] = [
        *("publicatie", BoomFilter, "laag"),
        *("soort", "vorm", "toegang", "themas"),
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
            {"fields": ["soort", "vorm", "toegang", "laag", "zo_begint_u", "door_vrijwilligers"]},
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
