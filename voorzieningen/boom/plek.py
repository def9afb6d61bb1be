"""The place of one provision in the boom: its layer, what comes before and after it (H3)."""

from dataclasses import dataclass

from ..models import Boomlaag, Stap, Voorziening
from .graaf import OMHOOG, TERUG


@dataclass(frozen=True)
class Plek:
    """``ervoor``: steps that lead here; ``erna`` and ``terug``: the steps that hold from here."""

    laag: Boomlaag | None
    ervoor: tuple[Stap, ...]
    erna: tuple[Stap, ...]
    terug: tuple[Stap, ...]


def plek_van(voorziening: Voorziening) -> Plek:
    """One query; reads ``voorziening.laag`` where a layer was chosen."""
    stappen = list(Stap.objects.zichtbaar().rond(voorziening).met_enden())
    laag = _laag(voorziening, stappen)
    nummer = laag.pk if laag else 0
    return Plek(
        laag,
        tuple(s for s in stappen if not s.is_terug and _komt_uit_bij(s, voorziening, nummer)),
        _geldend(stappen, voorziening, nummer, OMHOOG),
        _geldend(stappen, voorziening, nummer, TERUG),
    )


def _laag(voorziening: Voorziening, stappen: list[Stap]) -> Boomlaag | None:
    """The layer that was chosen, or else the one by kind, as far as steps name it."""
    gekozen = voorziening.laag
    if gekozen:
        return None if gekozen.is_gearchiveerd else gekozen
    lagen = (laag for stap in stappen for laag in (stap.van_laag, stap.naar_laag) if laag)
    return next((laag for laag in lagen if laag.opvang == voorziening.opvang), None)


def _komt_uit_bij(stap: Stap, voorziening: Voorziening, laag: int) -> bool:
    return voorziening.pk == stap.naar_voorziening_id or (laag or -1) == stap.naar_laag_id


def _geldend(
    stappen: list[Stap], voorziening: Voorziening, laag: int, soorten: tuple[str, ...]
) -> tuple[Stap, ...]:
    """Its own steps of these kinds, and those of its layer of a kind that it has none of."""
    eigen = [s for s in stappen if s.van_voorziening_id == voorziening.pk and s.soort in soorten]
    soorten_eigen = {stap.soort for stap in eigen}
    van_laag = [
        stap
        for stap in stappen
        if laag
        and stap.van_laag_id == laag
        and stap.soort in soorten
        and stap.soort not in soorten_eigen
        and stap.naar_voorziening_id != voorziening.pk
    ]
    return (*eigen, *van_laag)
