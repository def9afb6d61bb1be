"""A pencil for drawings in SVG: boxes, lines of text that fit, paths. No database, no HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

Punt = tuple[float, float]


@dataclass(frozen=True)
class Vak:
    """A box: x, y is its upper left corner."""

    x: float
    y: float
    breedte: float
    hoogte: float

    @property
    def midden(self) -> Punt:
        return self.x + self.breedte / 2, self.y + self.hoogte / 2

    @property
    def onder(self) -> float:
        return self.y + self.hoogte

    @property
    def rechts(self) -> float:
        return self.x + self.breedte


@dataclass(frozen=True)
class Tekst:
    """A line of text and where it stands."""

    x: float
    y: float
    tekst: str = ""


def pad(*delen: str | float) -> str:
    """A path of SVG from commands and numbers: pad("M", 1, 2, "H", 3) → 'M1.0 2.0H3.0'."""
    tekst = "".join(deel if isinstance(deel, str) else f" {deel:.1f}" for deel in delen)
    for opdracht in "MCQVHAL":
        tekst = tekst.replace(f"{opdracht} ", opdracht)
    return tekst


def breek_af(tekst: str, letters: int, hoogstens: int = 2) -> list[str]:
    """Words in lines of at most so many letters; a word that is too long breaks after a hyphen;
    what does not fit ends in '…'."""
    regels: list[str] = []
    for lijm, woord in _stukken(tekst, letters + 2):
        past = regels and len(regels[-1] + lijm + woord) <= letters
        if past or len(regels) == hoogstens:
            regels[-1] += lijm + woord
        else:
            regels.append(woord)
    return [_kort(regel, letters + 2) for regel in regels]


def _stukken(tekst: str, letters: int) -> Iterator[tuple[str, str]]:
    """Each word with the space before it; one that is too long in parts, with nothing between."""
    for woord in tekst.split():
        eerste, *verder = re.split(r"(?<=-)(?=.)", woord) if len(woord) > letters else [woord]
        yield " ", eerste
        yield from (("", deel) for deel in verder)


def _kort(tekst: str, letters: int) -> str:
    return tekst if len(tekst) <= letters else f"{tekst[: letters - 1].rstrip()}…"


def in_vak(regels: list[str], vak: Vak, regel: float) -> tuple[Tekst, ...]:
    """Lines in the middle of a box."""
    x, y = vak.midden
    eerste = y - (len(regels) - 1) * regel / 2 + regel * 0.3
    return tuple(Tekst(x, eerste + i * regel, tekst) for i, tekst in enumerate(regels))
