"""Borders of own areas, made of the areas below them."""

from collections.abc import Iterable

from .. import grenzen
from ..models import Gebied


def stel_grenzen_samen() -> list[str]:
    """Renew the borders of own wijken and stadsdelen; returns the names of those that changed.

    A border that somebody drew as the real one stays; only sketches, unions and missing borders
    are renewed, and only from areas that all have a border. Wijken before stadsdelen.
    """
    soorten = (Gebied.Soort.WIJK, Gebied.Soort.STADSDEEL)
    return [
        gebied.naam
        for soort in soorten
        for gebied in Gebied.objects.niet_gearchiveerd().eigen().filter(soort=soort).met_grens()
        if _mag_vernieuwd(gebied) and _vernieuw(gebied)
    ]


def _mag_vernieuwd(gebied: Gebied) -> bool:
    samengesteld = gebied.grens_bron.startswith(grenzen.SAMENGESTELD)
    return not gebied.grens or gebied.grens_indicatief or samengesteld


def _vernieuw(gebied: Gebied) -> bool:
    """Set the union of the parts; False if nothing changed or a part has no border."""
    delen = list(gebied.kinderen.niet_gearchiveerd().met_grens())
    if not delen or not all(deel.grens for deel in delen):
        return False
    oud = (gebied.grens, gebied.grens_bron, gebied.grens_indicatief)
    gebied.grens = grenzen.schrijf(grenzen.vereniging(grenzen.lees(deel.grens) for deel in delen))
    gebied.grens_bron = _bron(delen)
    gebied.grens_indicatief = any(deel.grens_indicatief for deel in delen)
    if oud == (gebied.grens, gebied.grens_bron, gebied.grens_indicatief):
        return False
    gebied.save()
    return True


def _bron(delen: Iterable[Gebied]) -> str:
    """'samengesteld uit 3 buurten; CBS/Kadaster, buurten.gpkg, 2024'."""
    delen = list(delen)
    soort = "buurten" if delen[0].soort == Gebied.Soort.BUURT else "wijken"
    bronnen = sorted({deel.grens_bron for deel in delen if deel.grens_bron})
    bron = f"; {bronnen[0]}" if len(bronnen) == 1 and len(delen) > 0 else ""
    return f"{grenzen.SAMENGESTELD} {len(delen)} {soort}{bron}"[:200]
