"""Words that lead to something the public may see: no other word may be suggested."""

from .kennis import Kennis
from .postings import GEWICHTSBITS, Getallen, bekende_termen, postings
from .stammen import stam
from .stand import Stand
from .tekst import vouw
from .verzameling import als_vlak

STERK_GENOEG = 50


def met_zichtbaar_resultaat(woorden: list[str], kennis: Kennis, stand: Stand) -> list[str]:
    """Those of the words, in order, that stand in a visible document or stand for a word that
    does. Two queries."""
    doelen = {woord: _doelen(woord, kennis) for woord in woorden}
    stempel = stand.zoekstand.stempel
    bekend = bekende_termen({doel for lijst in doelen.values() for doel in lijst}, stempel)
    lijsten = postings((nummer for nummer, _df in bekend.values()), stempel)
    zichtbaar = {
        term for term, lijst in lijsten.items() if _raakt(lijst >> GEWICHTSBITS, stand.zichtbaar)
    }
    return [
        woord
        for woord, lijst in doelen.items()
        if any(doel in bekend and bekend[doel][0] in zichtbaar for doel in lijst)
    ]


def _doelen(woord: str, kennis: Kennis) -> list[str]:
    eigen = stam(vouw(woord))
    return [eigen, *(d for d, w in kennis.synoniemen.van(eigen).items() if w > STERK_GENOEG)]


def _raakt(documenten: Getallen, verzameling: int) -> bool:
    return bool(als_vlak(verzameling, int(documenten[-1]) + 1)[documenten].any())
