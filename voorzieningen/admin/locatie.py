"""Places in the admin."""

from django.conf import settings
from django.contrib import admin
from django.forms import Script
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.beheer import ARCHIEF, CONTROLE
from wijken.models import Gebied

from ..models import Locatie, Ruimte
from ..views import plek as publieke_pagina
from .adres import AdresMixin, adreszoekadres
from .filters import LetOpFilter, RedacteurFilter, WijkFilter
from .kaart import KaartAdmin
from .openingstijd import AfwijkingInline, OpeningstijdInline, TijdenMixin


class RuimteInline(admin.StackedInline):
    model = Ruimte
    fields = [("naam", "personen"), ("tarief", "inrichting")]
    extra = 0


@admin.register(Locatie)
class LocatieAdmin(AdresMixin, TijdenMixin, KaartAdmin):
    publieke_view = publieke_pagina
    search_fields = ["naam", "kort", "straat", "postcode", "plaats"]
    search_help_text = _("Zoek op naam, straat, postcode of plaats.")
    list_display = ["naam", "soort", "adres_kort", "publicatie", "controle"]
    readonly_fields = ["puntkaart"]
    autocomplete_fields = ["gebied", "beheerstichting", "vervangen_door", "redacteur"]
    inlines = [OpeningstijdInline, AfwijkingInline, RuimteInline]
    list_filter = [
        LetOpFilter,
        RedacteurFilter,
        WijkFilter,
        "publicatie",
        "soort",
        "is_ontmoetingsplek",
        "vertrouwelijk",
    ]
    fieldsets = [
        (
            None,
            {
                "description": _("Een gebouw of een plek buiten. Kan iedereen er zomaar binnen?"),
                "fields": [
                    "naam",
                    "soort",
                    "is_ontmoetingsplek",
                    "kort",
                    "beschrijving",
                    "publicatie",
                    "slug",
                ],
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
                    ("postcode", "plaats", "land"),
                    "puntkaart",
                    ("lat", "lon"),
                    "gebied",
                    "bereikbaarheid",
                ],
            },
        ),
        (
            _("Wie beheert het?"),
            {
                "description": _("Wie belt een bewoner die hier iets wil doen of huren?"),
                "fields": [
                    "beheerder",
                    "beheerstichting",
                    "telefoon",
                    "email",
                    "website",
                    "tarief",
                ],
            },
        ),
        (
            _("Toegankelijkheid"),
            {
                "description": _("Kies “nee” als u het zeker weet, “onbekend” als niet."),
                "fields": [*Locatie.TOEGANKELIJKHEID, "toegankelijkheid_toelichting"],
            },
        ),
        (
            _("Open"),
            {
                "description": _("De tijden zelf vult u onderaan in."),
                "fields": ["feestdagen"],
            },
        ),
        CONTROLE,
        ARCHIEF,
    ]

    class Media:
        css = {"all": ["leaflet/leaflet.css"]}
        js = [Script("leaflet/leaflet.js", defer=True), Script("js/beheerkaart.js", type="module")]

    @admin.display(description=_("adres"), ordering="plaats")
    def adres_kort(self, plek: Locatie) -> str:
        """The address for staff, of a confidential place too: who may edit it knows it."""
        straat = f"{plek.straat} {plek.huisnummer}".strip()
        return ", ".join(deel for deel in (straat, plek.plaats) if deel)

    @admin.display(description=_("zet het op de kaart"))
    def puntkaart(self, plek: Locatie | None) -> str:
        """The button that looks up the address, and a map to click on."""
        gemeente = Gebied.objects.gemeente()
        midden = (gemeente.midden() if gemeente else None) or ("", "")
        context = {
            "adreszoeker": adreszoekadres(),
            "tegels": settings.KAART_TEGELS,
            "bron": settings.KAART_BRONVERMELDING,
            "midden_lat": str(midden[0]),
            "midden_lon": str(midden[1]),
        }
        return render_to_string("admin/voorzieningen/_puntkaart.html", context)
