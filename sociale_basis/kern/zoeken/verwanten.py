"""Words of a question that the index does not know as they stand: what they are made of.

'ouderenvervoer' asks for 'ouderen' and for 'vervoer'; 'wijkverpleegster' is kin of
'wijkverpleging'. Only for words that nothing else explains.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from django.db.models import Q

from ..models.zoeken import Vorm
from .kennis import Kennis
from .postings import bekende_termen
from .stammen import stam
from .stand import Stand
from .stopwoorden import is_klein
from .treffers import Termen
from .vraag import Begrip, Vraag, begrip_van

KORTSTE = 6  # letters that kin must share
AANDEEL = 70  # of 100: how much of the word they must share at its beginning
VERWANT = 44  # of 100: how much kin counts
MEESTE = 3  # words of a question that are looked into
MEESTE_VERWANTEN = 8


def ontleed(vraag: Vraag, bekend: Termen, kennis: Kennis, stand: Stand) -> Termen:
    """Take unknown compounds apart and add kin to unknown words; returns the terms then.

    No query when every word is known.
    """
    onbekend = [begrip for begrip in vraag.begrippen if _is_onbekend(begrip, bekend, kennis)]
    if not onbekend:
        return bekend
    for begrip in onbekend:
        _vervang_door_delen(vraag, begrip, kennis)
    alleen = [b for b in onbekend if b in vraag.begrippen and not _heeft(b, bekend)][:MEESTE]
    verwanten = _verwanten([begrip.tekst for begrip in alleen], kennis.synoniemen.vormen)
    for begrip in alleen:
        _voeg_verwanten_toe(begrip, verwanten.get(begrip.tekst, []), kennis)
    return bekende_termen(vraag.stammen(), stand.zoekstand.stempel)


def _is_onbekend(begrip: Begrip, bekend: Termen, kennis: Kennis) -> bool:
    vreemd = bool(begrip.stam) and begrip.telt and not (begrip.vaag or begrip.elders)
    return vreemd and begrip.stam not in bekend and not kennis.synoniemen.van(begrip.stam)


def _heeft(begrip: Begrip, bekend: Termen) -> bool:
    return any(stam_ in bekend for stam_ in begrip.losse())


def _vervang_door_delen(vraag: Vraag, begrip: Begrip, kennis: Kennis) -> None:
    """Each part that says something becomes a thing that is asked for."""
    (plek,) = begrip.plekken
    delen = kennis.analyse.splitser.splits(begrip.tekst)
    zeggend = [deel for deel in delen if not is_klein(stam(deel))]
    if len(zeggend) > 1:
        nieuw = [begrip_van(kennis.analyse.woord(deel), plek, kennis) for deel in zeggend]
        waar = vraag.begrippen.index(begrip)
        vraag.begrippen[waar : waar + 1] = nieuw


def _voeg_verwanten_toe(begrip: Begrip, verwanten: list[str], kennis: Kennis) -> None:
    for vorm in verwanten:
        eigen = stam(vorm)
        for doel, sterkte in {**kennis.synoniemen.van(eigen), eigen: 100}.items():
            gewicht = sterkte * VERWANT // 100
            begrip.stammen[doel] = max(gewicht, begrip.stammen.get(doel, 0))


def _verwanten(vormen: Iterable[str], extra: Iterable[str]) -> dict[str, list[str]]:
    """{word: words that begin like it, or that it begins or ends with}; one query for all."""
    delen = {v: _Delen.van(v) for v in vormen if len(v) > KORTSTE and v.isalpha()}
    if not delen:
        return {}
    keuze = Q()
    for deel in delen.values():
        keuze |= Q(vorm__in=deel.stukken) | Q(vorm__startswith=deel.begin)
    rijen = Vorm.objects.filter(keuze, term__df__gt=0)
    woorden = {*rijen.values_list("vorm", flat=True), *extra}
    return {vorm: deel.kies(woorden) for vorm, deel in delen.items()}


@dataclass(frozen=True)
class _Delen:
    """How kin of a word looks: it begins like this, or is one of these pieces."""

    begin: str
    stukken: frozenset[str]

    @classmethod
    def van(cls, vorm: str) -> Self:
        achter = {vorm[plek:] for plek in range(3, len(vorm) - KORTSTE + 1)}
        voor = {vorm[:plek] for plek in range(KORTSTE, len(vorm) - 2)}
        return cls(vorm[: max(KORTSTE, len(vorm) * AANDEEL // 100)], frozenset(achter | voor))

    def kies(self, woorden: Iterable[str]) -> list[str]:
        verwant = [w for w in woorden if w.startswith(self.begin) or w in self.stukken]
        zeggend = [woord for woord in verwant if not is_klein(stam(woord))]
        return sorted(zeggend, key=lambda woord: (-len(woord), woord))[:MEESTE_VERWANTEN]
