"""From search results to "Zo kan het gaan", where one theme is clear (H3, H10)."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.http import urlencode

from sociale_basis.kern.zoeken.zoek import Resultaat
from wijken.models import Gebied

from .kaartjes import Kaartje
from .soorten import SOORTNAMEN

VOORAAN = 2  # a theme further down is one of many


def route_url(resultaat: Resultaat, kaartjes: Sequence[Kaartje]) -> str:
    """The address of the steps for the theme among the first results; '' when none is clear."""
    naam = str(SOORTNAMEN["thema"])
    thema = next((kaartje for kaartje in kaartjes[:VOORAAN] if kaartje.soort == naam), None)
    if thema is None or resultaat.crisis:
        return ""
    keuze = {"thema": thema.url.strip("/").rsplit("/", 1)[-1]}
    gebied = resultaat.herkend.gegevens.get("gebied")
    if isinstance(gebied, Gebied) and gebied.soort != Gebied.Soort.GEMEENTE:
        keuze["wijk"] = gebied.slug
    return f"{reverse('voorzieningen:route')}?{urlencode(keuze)}"
