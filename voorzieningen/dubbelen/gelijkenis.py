"""How much two entries look like one: a score from what people know them by. No database.

A name must be alike; what else is the same raises the score, what is known of both and differs
lowers it. Pairs are only looked for among entries that share something, so the work does not grow
with the square of their number.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from itertools import combinations, pairwise
from typing import Any

from django.utils.text import slugify

GENOEG = 60
BEGIN = 6  # letters at the start of a name, for slips of the pen further on
GROOTSTE_GROEP = 30  # entries that share something; of more it says nothing
# Words that tell no two apart.
ZONDER_GEWICHT = {
    "de", "het", "een", "en", "of", "van", "voor", "in", "op", "te", "bij", "met", "the", "and",
    "for", "stichting", "st", "vereniging", "ver", "fundashon", "foundation", "bv", "nv", "inc",
    "llc", "afdeling",
}  # fmt: skip
PUNTEN_NAAM = 70
# What is compared beside the name: how many points the same is worth, and how many a difference.
PUNTEN = {"telefoons": (20, 5), "emails": (20, 0), "hosts": (15, 5), "adressen": (15, 10)}
NEEMT_MINSTENS = {True: 0.8, False: 0.85}  # by ``ruim``
IN_WOORDEN = {
    "telefoons": "zelfde telefoonnummer",
    "emails": "zelfde e-mail",
    "hosts": "zelfde website",
    "adressen": "zelfde adres",
}


@dataclass(frozen=True)
class Kenmerken:
    """What an entry is known by. ``ruim``: its name may hold more names ('GGD / Salubridat')."""

    sleutel: Any
    naam: str
    telefoons: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    adressen: frozenset[str] = frozenset()
    ruim: bool = True

    @cached_property
    def plat(self) -> str:
        return " ".join(_woorden(self.naam))

    @property
    def dicht(self) -> str:
        """'koffie-ochtend' and 'koffieochtend' are one word."""
        return self.plat.replace(" ", "")

    @cached_property
    def kern(self) -> frozenset[str]:
        """The words that count."""
        woorden = self.plat.split()
        return frozenset(set(woorden) - ZONDER_GEWICHT) or frozenset(woorden)

    @cached_property
    def namen(self) -> frozenset[str]:
        """The parts of a name that are names too: of two words or more, or one long word."""
        if not self.ruim:
            return frozenset()
        delen = (" ".join(_woorden(deel)) for deel in re.split(r"[/()]|\s[-–]\s", self.naam))
        return frozenset(deel for deel in delen if " " in deel or len(deel) >= 8)

    def groepen(self) -> Iterator[tuple[str, str]]:
        """What it shares with entries that may be the same."""
        yield "naam", " ".join(sorted(self.kern))
        yield "dicht", self.dicht
        yield "begin", self.dicht[:BEGIN]
        for deel in self.namen | self.kern:
            yield "deel", deel
        for soort in PUNTEN:
            for waarde in getattr(self, soort):
                yield soort, waarde


@dataclass(frozen=True)
class Paar:
    """Two that may be one: a score up to 100 and why."""

    een: Kenmerken
    ander: Kenmerken
    score: int
    redenen: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        waarom = ", ".join(self.redenen)
        return f"misschien dubbel: “{self.een.naam}” en “{self.ander.naam}” ({waarom})."


def vergelijk(een: Kenmerken, ander: Kenmerken) -> Paar:
    """The score of two entries of one kind; from GENOEG on they are worth a look."""
    naam = gelijke_naam(een, ander)
    if naam < NEEMT_MINSTENS[een.ruim and ander.ruim]:
        return Paar(een, ander, 0)
    score, redenen = PUNTEN_NAAM * naam, ["zelfde naam" if naam == 1 else "bijna dezelfde naam"]
    for soort, (gelijk, verschil) in PUNTEN.items():
        links, rechts = getattr(een, soort), getattr(ander, soort)
        if links & rechts:
            score += gelijk
            redenen.append(IN_WOORDEN[soort])
        elif links and rechts:
            score -= verschil
    return Paar(een, ander, max(0, min(100, round(score))), tuple(redenen))


def gelijke_naam(een: Kenmerken, ander: Kenmerken) -> float:
    """0 to 1: the same words, a name that both have, one within the other, or nearly so."""
    if een.kern == ander.kern or een.dicht == ander.dicht:
        return 1.0
    gedeeld = een.kern & ander.kern
    if een.namen & ander.namen and _is_hele_naam(een, ander):
        return 0.92
    ruim = een.ruim and ander.ruim
    if ruim and len(gedeeld) >= 2 and gedeeld in (een.kern, ander.kern):
        return 0.87
    return _bijna(een.kern - ander.kern, ander.kern - een.kern, len(gedeeld))


def _is_hele_naam(een: Kenmerken, ander: Kenmerken) -> bool:
    """The shared name is all that one of them is called, or they share all their names but one."""
    gedeeld = een.namen & ander.namen
    kleinste = min(een.kern, ander.kern, key=len)
    woorden = {woord for naam in gedeeld for woord in naam.split()}
    return kleinste <= woorden or len(gedeeld) >= min(len(een.namen), len(ander.namen))


def _bijna(links: frozenset[str], rechts: frozenset[str], gedeeld: int) -> float:
    """One has words more, or what differs is a slip of the pen; another word is another thing."""
    if not (links and rechts):
        return gedeeld / (gedeeld + len(links | rechts))
    een, ander = (" ".join(sorted(woorden)) for woorden in (links, rechts))
    gelijk = SequenceMatcher(None, een, ander, autojunk=False).ratio()
    schrijffout = len(links) == len(rechts) and gelijk >= 0.8 and _cijfers(een) == _cijfers(ander)
    return 0.9 if schrijffout else 0.0


def zoek_paren(alle: Iterable[Kenmerken]) -> list[Paar]:
    """All pairs worth a look, the surest first; each pair once."""
    groepen: dict[tuple[str, str], list[Kenmerken]] = defaultdict(list)
    for ding in alle:
        for groep in set(ding.groepen()):
            groepen[groep].append(ding)
    gezien: dict[tuple[Any, Any], Paar] = {}
    for (soort, _waarde), leden in groepen.items():
        for een, ander in _combinaties(soort, leden):
            sleutel = een.sleutel, ander.sleutel
            if sleutel not in gezien and sleutel[::-1] not in gezien:
                gezien[sleutel] = vergelijk(een, ander)
    paren = [paar for paar in gezien.values() if paar.score >= GENOEG]
    return sorted(paren, key=lambda paar: (-paar.score, paar.een.naam, paar.ander.naam))


def _combinaties(soort: str, leden: list[Kenmerken]) -> Iterable[tuple[Kenmerken, Kenmerken]]:
    """Of many with one name only neighbours; of many with one phone number none."""
    if len(leden) <= GROOTSTE_GROEP:
        return combinations(leden, 2)
    return pairwise(leden) if soort in ("naam", "dicht") else ()


def _woorden(naam: str) -> list[str]:
    return slugify(naam.replace("&", " ").replace("'", "").replace(".", "")).split("-")


def _cijfers(tekst: str) -> list[str]:
    return re.findall(r"\d+", tekst)
