"""From search results to "Zo kan het gaan", where one theme is clear (H3, H10)."""

from collections import Counter
from collections.abc import Sequence

from django.urls import reverse
from django.utils.http import urlencode

from sociale_basis.kern.zoeken.zoek import Resultaat
from voorzieningen.models import Thema
from wijken.models import Gebied

from .kaartjes import Kaartje
from .keuze import Zoekkeuze
from .soorten import SOORTNAMEN

VOORAAN = 2  # a theme further down is one of many
EERSTE = 5  # provisions of which most have to share a theme
_THEMA = ("voorzieningen", "ouder__slug", "slug")


def route_url(keuze: Zoekkeuze, resultaat: Resultaat, kaartjes: Sequence[Kaartje]) -> str:
    """The address of the steps for the theme that the first results are about; '' when none is
    clear. At most one query."""
    if resultaat.crisis:
        return ""
    wijk = _wijk(keuze, resultaat)
    thema = _genoemd(kaartjes) or (_gedeeld(resultaat) if wijk else "")
    if not thema:
        return ""
    return f"{reverse('voorzieningen:route')}?{urlencode({'thema': thema} | wijk)}"


def _wijk(keuze: Zoekkeuze, resultaat: Resultaat) -> dict[str, str]:
    """The one wijk that was chosen or is in the question."""
    gekozen = keuze.facetten.get("wijk", set())
    if gekozen:
        return {"wijk": min(gekozen)} if len(gekozen) == 1 else {}
    gebied = resultaat.herkend.gegevens.get("gebied")
    if isinstance(gebied, Gebied) and gebied.soort != Gebied.Soort.GEMEENTE:
        return {"wijk": gebied.slug}
    return {}


def _genoemd(kaartjes: Sequence[Kaartje]) -> str:
    """The theme that stands in front itself."""
    naam = str(SOORTNAMEN["thema"])
    thema = next((kaartje for kaartje in kaartjes[:VOORAAN] if kaartje.soort == naam), None)
    return thema.url.strip("/").rsplit("/", 1)[-1] if thema else ""


def _gedeeld(resultaat: Resultaat) -> str:
    """The main theme of most of the first provisions: within a wijk no theme is a result."""
    eerste = [hit.object_id for hit in resultaat.hits if hit.soort == "voorziening"][:EERSTE]
    rijen = Thema.objects.zichtbaar().filter(voorzieningen__in=eerste).order_by()
    paren = {(van, ouder or zelf) for van, ouder, zelf in rijen.values_list(*_THEMA)}
    telling = Counter(thema for _van, thema in sorted(paren))
    beste = max(telling, key=lambda thema: telling[thema], default="")
    return beste if 2 * telling[beste] > len(eerste) else ""
