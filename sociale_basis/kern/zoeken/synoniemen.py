"""Everyday words and what they stand for: 'blut' finds 'geld', 'rood staan' finds 'schulden'.

Built from rows of the table that staff edit; relations go one step, plus to the equals of what
they lead to. Everything here is stems; a target of several stems ("luister oor") means that all
of them stand in the text.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from .stammen import stam
from .stopwoorden import is_klein, is_stopwoord, is_vaag
from .tekst import woorden
from .zinsvormen import sleutels

GENOEG_ERNAAST = 3  # different words in an expression that says two of a kind
SPREIDING = 4  # other words that may stand between those of an expression
Doelen = dict[str, int]


@dataclass(frozen=True, slots=True)
class Regel:
    """One row: what people say, what it stands for ('' = the words are equals), 1 to 100."""

    woorden: str
    betekenis: str
    sterkte: int


@dataclass(frozen=True, slots=True)
class Uitdrukking:
    """Several words that mean something together."""

    stammen: frozenset[str]
    doelen: Doelen = field(hash=False)

    def plekken(self, stammen: Sequence[str]) -> set[int] | None:
        """Where its words stand near each other in a question, in any order; None if nowhere."""
        waar = {
            deel: [i for i, stam_ in enumerate(stammen) if stam_ == deel] for deel in self.stammen
        }
        anker = min(waar.values(), key=len)
        for plek in anker:
            keuze = {
                min(plekken, key=lambda i: abs(i - plek)) for plekken in waar.values() if plekken
            }
            if len(keuze) == len(self.stammen) and max(keuze) - min(keuze) < self.breedte:
                return keuze
        return None

    @property
    def breedte(self) -> int:
        """How far apart they may stand; little words only count close together."""
        return len(self.stammen) + (1 if all(map(is_klein, self.stammen)) else SPREIDING)


class Synoniemen:
    """Looks up what a word or an expression stands for."""

    def __init__(self, regels: Iterable[Regel]) -> None:
        self.enkel: dict[str, Doelen] = defaultdict(dict)
        self.vormen: set[str] = set()
        self.weergave: dict[str, str] = {}
        self._zinnen: dict[frozenset[str], Doelen] = defaultdict(dict)
        gezegd: list[tuple[str, Doelen]] = []
        for regel in regels:
            self._onthoud_weergave(regel)
            gezegd += _gelijken(regel) if not regel.betekenis.strip() else _verwijzingen(regel)
        gelijk = _gelijke_stammen(gezegd)
        for woorden_, doelen in gezegd:
            self._voeg_toe(woorden_, _met_gelijken(doelen, gelijk))
        self._bij_anker: dict[str, list[Uitdrukking]] = defaultdict(list)
        for stammen, doelen in self._zinnen.items():
            anker = max(stammen, key=lambda deel: (not is_klein(deel), len(deel), deel))
            self._bij_anker[anker].append(Uitdrukking(stammen, doelen))

    def _onthoud_weergave(self, regel: Regel) -> None:
        """How to show a stem: as the first row writes it."""
        for woord in _lijst(regel.betekenis) + _lijst(regel.woorden):
            if len(woorden(woord)) == 1:
                self.weergave.setdefault(stam(woorden(woord)[0]), woord)

    def van(self, stam_: str) -> Doelen:
        """{stem: 1 to 100} for one word."""
        return self.enkel.get(stam_, {})

    def uitdrukkingen(self, stammen: Sequence[str]) -> Iterator[tuple[set[int], Doelen]]:
        """(places, meaning) of every expression in a question, the longest first; the question
        as ``sleutels`` reads its words."""
        aanwezig = set(stammen)
        kandidaten = [
            zin
            for stam_ in dict.fromkeys(stammen)
            for zin in self._bij_anker.get(stam_, ())
            if zin.stammen <= aanwezig
        ]
        for zin in sorted(kandidaten, key=lambda zin: (-len(zin.stammen), sorted(zin.stammen))):
            plekken = zin.plekken(stammen)
            if plekken is not None:
                yield plekken, zin.doelen

    def _voeg_toe(self, uitspraak: str, doelen: Doelen) -> None:
        delen = list(dict.fromkeys(woorden(uitspraak)))
        if len(delen) == 1:
            enige = stam(delen[0])
            _verhoog(self.enkel[enige], {doel: w for doel, w in doelen.items() if doel != enige})
            self.vormen.update(delen)
            return
        stammen = [stam_ for stam_ in sleutels(delen) if stam_]
        kern = frozenset(stammen)
        # Not 'opa en oma': that are two of a kind. 'Ik denk dat hij drinkt' has enough besides.
        if kern and (len(kern) == len(stammen) or len(kern) >= GENOEG_ERNAAST):
            _verhoog(self._zinnen[kern], doelen)


def _gelijken(regel: Regel) -> Iterator[tuple[str, Doelen]]:
    alle = _lijst(regel.woorden)
    for woord in alle:
        doelen: Doelen = {}
        for ander in alle:
            if ander != woord:
                _verhoog(doelen, _doelen(ander, regel.sterkte))
        yield woord, doelen


def _verwijzingen(regel: Regel) -> Iterator[tuple[str, Doelen]]:
    doelen: Doelen = {}
    for betekenis in _lijst(regel.betekenis):
        _verhoog(doelen, _doelen(betekenis, regel.sterkte))
    for woord in _lijst(regel.woorden):
        yield woord, doelen


def _lijst(tekst: str) -> list[str]:
    return [deel.strip() for deel in tekst.replace("\n", ",").split(",") if deel.strip()]


def _doelen(betekenis: str, sterkte: int) -> Doelen:
    """What to search for: one stem, or stems with a space between that must all be there."""
    stammen = [stam(woord) for woord in woorden(betekenis) if not is_stopwoord(woord)]
    zeggend = [deel for deel in stammen if not is_vaag(deel)] or stammen
    return {" ".join(sorted(set(zeggend))): sterkte} if zeggend else {}


def _gelijke_stammen(gezegd: list[tuple[str, Doelen]]) -> dict[str, set[str]]:
    """Single words that are each other's equal (strength 90 in both directions)."""
    heen = {
        stam(woorden(uitspraak)[0]): {doel for doel, w in doelen.items() if w >= 90}
        for uitspraak, doelen in gezegd
        if len(woorden(uitspraak)) == 1
    }
    return {
        woord: {doel for doel in doelen if woord in heen.get(doel, ())}
        for woord, doelen in heen.items()
    }


def _met_gelijken(doelen: Doelen, gelijk: dict[str, set[str]]) -> Doelen:
    ruimer = dict(doelen)
    for doel, gewicht in doelen.items():
        if gewicht < 90:
            _verhoog(ruimer, dict.fromkeys(gelijk.get(doel, ()), gewicht * 9 // 10))
    return ruimer


def _verhoog(doelen: Doelen, erbij: Doelen) -> None:
    for doel, gewicht in erbij.items():
        doelen[doel] = max(gewicht, doelen.get(doel, 0))
