"""Words of danger: found in everyday phrasings, with typing errors, with few false alarms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from . import woordenboek
from .afstand import afstand
from .klank import klank
from .stammen import stam
from .tekst import MEESTE_TEKENS, woorden

TUSSENRUIMTE = 4  # other words that may stand between those of a sentence
KORTSTE = 4  # a shorter word must be right
LANG_GENOEG = 6  # a shorter word must sound right


@dataclass(frozen=True)
class Sleutelwoord:
    """One word of a sentence with its choices: stems, sounds, and long forms."""

    stammen: frozenset[str]
    klanken: frozenset[str]
    lange: tuple[str, ...]

    @classmethod
    def lees(cls, tekst: str) -> "Sleutelwoord":
        vormen = [vorm for keuze in tekst.split("|") for vorm in woorden(keuze)]
        return cls(
            frozenset(map(stam, vormen)),
            frozenset(klank(vorm) for vorm in vormen if len(vorm) >= KORTSTE),
            tuple(vorm for vorm in vormen if len(vorm) >= LANG_GENOEG),
        )

    def is_(self, vorm: str) -> bool:
        if stam(vorm) in self.stammen:
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
    """A sentence that says somebody is in danger, and the words that make it harmless."""

    soort: str
    woorden: tuple[Sleutelwoord, ...]
    behalve: frozenset[str]

    @classmethod
    def lees(cls, soort: str, zin: str, behalve: str = "") -> "Crisiszin":
        return cls(
            soort,
            tuple(Sleutelwoord.lees(deel) for deel in zin.split()),
            frozenset(map(stam, woorden(behalve))),
        )

    def staat_in(self, vormen: Sequence[str]) -> bool:
        """Whether all its words stand near each other, in any order: Dutch has many."""
        if not self.woorden or self.behalve & {stam(vorm) for vorm in vormen}:
            return False
        waar = [[i for i, vorm in enumerate(vormen) if woord.is_(vorm)] for woord in self.woorden]
        if not all(waar):
            return False
        breedte = len(self.woorden) + TUSSENRUIMTE
        plekken = {plek for lijst in waar for plek in lijst}
        return any(_past(waar, begin, begin + breedte) for begin in sorted(plekken))

    def kan_er_staan(self, stammen: set[str], vreemd: Sequence[str]) -> bool:
        """A quick look first: each word is there, or one that nobody knows looks like it."""
        return all(
            not woord.stammen.isdisjoint(stammen) or any(map(woord.is_, vreemd))
            for woord in self.woorden
        )


def gevaren(zinnen: Iterable[Crisiszin], tekst: str) -> list[str]:
    """The kinds of danger that a question speaks of, each once, in order of the table."""
    vormen = woorden(tekst[:MEESTE_TEKENS])
    stammen = {stam(vorm) for vorm in vormen}
    vreemd = [vorm for vorm in vormen if len(vorm) >= KORTSTE and not woordenboek.kent(vorm)]
    soorten = dict.fromkeys(
        zin.soort for zin in zinnen if zin.kan_er_staan(stammen, vreemd) and zin.staat_in(vormen)
    )
    return list(soorten)


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
