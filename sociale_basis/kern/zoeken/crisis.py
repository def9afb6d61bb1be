"""Words of danger: found in everyday phrasings, with typing errors, with few false alarms."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from . import signalen, woordenboek
from .afstand import afstand
from .klank import klank
from .stammen import stam_van_vorm as stam
from .stopwoorden import is_klein, is_stopwoord
from .tekst import MEESTE_TEKENS, woorden

MAP = Path(__file__).resolve().parent / "gegevens"

TUSSENRUIMTE = 7  # other words that may stand between those of a sentence
KORTSTE = 4  # a shorter word must be right
LANG_GENOEG = 6  # a shorter word must sound right
PUNT = "."
_SCHEIDING = re.compile(r"[\s,]+")


@dataclass(frozen=True)
class Sleutelwoord:
    """One word of a sentence with its choices: stems, sounds, long forms, and beginnings."""

    stammen: frozenset[str]
    klanken: frozenset[str]
    lange: tuple[str, ...]
    beginnen: tuple[str, ...]

    @classmethod
    def lees(cls, tekst: str) -> "Sleutelwoord":
        """Choices with ``|`` between; "zelfmoord*" is each word that begins so."""
        keuzes = tekst.split("|")
        vormen = [vorm for keuze in keuzes for vorm in woorden(keuze)]
        return cls(
            frozenset(map(stam, vormen)),
            frozenset(klank(vorm) for vorm in vormen if len(vorm) >= KORTSTE),
            tuple(vorm for vorm in vormen if len(vorm) >= LANG_GENOEG),
            tuple(deel for keuze in keuzes if keuze.endswith("*") for deel in woorden(keuze)),
        )

    def is_(self, vorm: str) -> bool:
        if stam(vorm) in self.stammen or vorm.startswith(self.beginnen):
            return True
        if len(vorm) < KORTSTE or woordenboek.kent(vorm):
            return False
        return klank(vorm) in self.klanken or any(_bijna(vorm, lang) for lang in self.lange)


def _bijna(vorm: str, lang: str) -> bool:
    """A letter or two wrong; only where a dictionary tells that it is no other word."""
    if not woordenboek.werkt():
        return False
    hoogste = 1 if len(lang) < 9 else 2
    return vorm[0] == lang[0] and afstand(vorm, lang, hoogste) <= hoogste


@dataclass(frozen=True)
class Crisiszin:
    """A sentence that says somebody is in danger, and what makes it harmless: each of
    ``behalve`` is one word, or words that stand right after each other.

    ``alleen``: it is all that is said. "Ik wil niet meer" is, "ik wil niet meer roken" is not.
    """

    soort: str
    woorden: tuple[Sleutelwoord, ...]
    behalve: frozenset[tuple[str, ...]]
    alleen: bool = False

    @classmethod
    def lees(cls, soort: str, zin: str, behalve: str = "") -> "Crisiszin":
        """``zin``: a full stop at the end says that nothing else is said. ``behalve``: words
        with spaces or commas between; "slaat_op_de" is three in a row."""
        uitzonderingen = (
            tuple(map(_kern, woorden(deel.replace("_", " ")))) for deel in _SCHEIDING.split(behalve)
        )
        return cls(
            soort,
            tuple(Sleutelwoord.lees(deel) for deel in zin.split() if deel != PUNT),
            frozenset(deel for deel in uitzonderingen if deel),
            zin.split()[-1:] == [PUNT],
        )

    def staat_in(self, vormen: Sequence[str]) -> bool:
        """Whether all its words stand near each other, in any order: Dutch has many."""
        if not self.woorden or self.is_onschuldig(vormen) or self.zegt_meer(vormen):
            return False
        waar = [[i for i, vorm in enumerate(vormen) if woord.is_(vorm)] for woord in self.woorden]
        if not all(waar):
            return False
        breedte = len(self.woorden) + TUSSENRUIMTE
        plekken = {plek for lijst in waar for plek in lijst}
        return any(_past(waar, begin, begin + breedte) for begin in sorted(plekken))

    def is_onschuldig(self, vormen: Sequence[str]) -> bool:
        """Whether one of its exceptions stands in the question."""
        if not self.behalve:
            return False
        kernen = tuple(map(_kern, vormen))
        return any(
            deel == kernen[plek : plek + len(deel)]
            for deel in self.behalve
            for plek, kern in enumerate(kernen)
            if kern == deel[0]
        )

    def zegt_meer(self, vormen: Sequence[str]) -> bool:
        """Whether the question says something else too, where that makes a difference."""
        return self.alleen and not all(
            is_stopwoord(vorm) or any(woord.is_(vorm) for woord in self.woorden) for vorm in vormen
        )

    def kan_er_staan(self, stammen: set[str]) -> bool:
        """A quick look first: each word is there."""
        return all(not woord.stammen.isdisjoint(stammen) for woord in self.woorden)


class Crisiszinnen:
    """The sentences of the table, filed under the words of their least common place, so that a
    question without such a word is done at once."""

    def __init__(self, zinnen: Iterable[Crisiszin]) -> None:
        self.alle = tuple(zin for zin in zinnen if zin.woorden)
        self._per_stam: dict[str, list[int]] = defaultdict(list)
        self._per_klank: dict[str, set[str]] = defaultdict(set)
        self._per_letter: dict[str, set[str]] = defaultdict(set)
        self._beginnen: dict[str, set[str]] = defaultdict(set)
        for nummer, zin in enumerate(self.alle):
            for stam_ in min((woord.stammen for woord in zin.woorden), key=_gewoonheid):
                self._per_stam[stam_].append(nummer)
            for woord in zin.woorden:
                for klank_ in woord.klanken:
                    self._per_klank[klank_] |= woord.stammen
                for vorm in woord.lange:
                    self._per_letter[vorm[0]].add(vorm)
                for begin in woord.beginnen:
                    self._beginnen[begin[:KORTSTE]].add(begin)

    def __iter__(self) -> Iterator[Crisiszin]:
        return iter(self.alle)

    def kandidaten(self, vormen: Sequence[str]) -> Iterator[Crisiszin]:
        """Sentences whose words may all be there, in the order of the table."""
        stammen = {stam(vorm) for vorm in vormen}
        for vorm in vormen:
            beginnen = self._beginnen.get(vorm[:KORTSTE], ())
            stammen |= {stam(begin) for begin in beginnen if vorm.startswith(begin)}
            if len(vorm) >= KORTSTE and not woordenboek.kent(vorm):
                stammen |= self._bedoeld(vorm)
        for nummer in sorted({nr for stam_ in stammen for nr in self._per_stam.get(stam_, ())}):
            if self.alle[nummer].kan_er_staan(stammen):
                yield self.alle[nummer]

    def _bedoeld(self, vorm: str) -> set[str]:
        """Stems of what a word that nobody knows may be: it sounds or looks like that."""
        lijkt = {stam(lang) for lang in self._per_letter.get(vorm[0], ()) if _bijna(vorm, lang)}
        return lijkt | self._per_klank.get(klank(vorm), set())


def gevaren(zinnen: Crisiszinnen, tekst: str) -> list[str]:
    """The kinds of danger that a question speaks of, each once: those that a sentence of the
    table says, in its order, then those that its words together say."""
    vormen = _voluit(woorden(tekst[:MEESTE_TEKENS]))
    gezegd = (zin.soort for zin in zinnen.kandidaten(vormen) if zin.staat_in(vormen))
    punten = signalen.opgeteld(_signalen(), vormen)
    bedoeld = (soort for soort, aantal in punten.items() if aantal >= signalen.GENOEG)
    return list(dict.fromkeys((*gezegd, *bedoeld)))


@cache
def _signalen() -> tuple[signalen.Signaal, ...]:
    return signalen.lees(lambda keuzes: Sleutelwoord.lees(keuzes).is_)


def _voluit(vormen: Iterable[str]) -> list[str]:
    """Spoken and texted forms in full: 'kheb nie' is 'ik heb niet'."""
    return [heel for vorm in vormen for heel in _spreekvormen().get(vorm, (vorm,))]


@cache
def _spreekvormen() -> dict[str, tuple[str, ...]]:
    """{how it is said or texted: the words it stands for}."""
    regels = (MAP / "spreekvormen.txt").read_text(encoding="utf-8").splitlines()
    paren = (regel.partition(" = ") for regel in regels if regel[:1] not in ("", "#"))
    return {vorm: tuple(voluit.split()) for kort, _, voluit in paren for vorm in kort.split()}


def _gewoonheid(stammen: frozenset[str]) -> tuple[int, int]:
    """How often one of these stands in a question, roughly: little words, then many choices."""
    return sum(map(is_klein, stammen)), len(stammen)


def _kern(vorm: str) -> str:
    """A word as exceptions compare it: its stem, but 'gehad' is over and 'heeft' is not."""
    return vorm if vorm.startswith("ge") else stam(vorm)


def _past(
    waar: list[list[int]], begin: int, einde: int, bezet: frozenset[int] = frozenset()
) -> bool:
    """Whether each word can have a place of its own from ``begin`` up to ``einde``."""
    if not waar:
        return True
    return any(
        _past(waar[1:], begin, einde, bezet | {plek})
        for plek in waar[0]
        if begin <= plek < einde and plek not in bezet
    )
