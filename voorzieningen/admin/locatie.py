"""Places in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.beheer import ARCHIEF, CONTROLE

from ..models import Locatie, Ruimte
from .kaart import KaartAdmin
from .openingstijd import AfwijkingInline, OpeningstijdInline


class RuimteInline(admin.TabularInline):
    model = Ruimte
    extra = 0


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
