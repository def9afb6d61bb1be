"""The roots of a wijk: apps register what stands there by name (H5).

An app above this one adds its own group in its ``ready()``, so that imports run one way::

    @wortels(volgorde=10)
    def aanspreekpersonen(gebied: Gebied, thema: Thema | None) -> Wortelgroep | None: ...
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count, QuerySet, Window

from wijken.models import Gebied

from ..models import Thema

HOOGSTENS = 12  # names in a group


@dataclass(frozen=True)
class Wortel:
    """One thing or person by name, and its page."""

    naam: str
    url: str


@dataclass(frozen=True)
class Wortelgroep:
    """What is there of one kind: the first names, how many in all, and where the rest is."""

    titel: str
    wortels: tuple[Wortel, ...]
    aantal: int
    url: str = ""

    @property
    def meer(self) -> int:
        return self.aantal - len(self.wortels)


Aanbieder = Callable[[Gebied, Thema | None], Wortelgroep | None]
_aanbieders: list[tuple[int, Aanbieder]] = []


def wortels(volgorde: int) -> Callable[[Aanbieder], Aanbieder]:
    """Decorate a function (area, theme or None) → group or None; lower numbers come first."""

    def decorator(functie: Aanbieder) -> Aanbieder:
        _aanbieders.append((volgorde, functie))
        _aanbieders.sort(key=lambda paar: paar[0])
        return functie

    return decorator


def wortelgroepen(gebied: Gebied, thema: Thema | None) -> tuple[Wortelgroep, ...]:
    """Every group that has something for this area, in order."""
    groepen = (functie(gebied, thema) for _volgorde, functie in _aanbieders)
    return tuple(groep for groep in groepen if groep and groep.aantal)


def groep_van(
    titel: str, rijen: QuerySet, url: str = "", hoogstens: int = HOOGSTENS
) -> Wortelgroep:
    """A group of the first rows, with the number of all of them, in one query."""
    eerste = list(rijen.annotate(totaal=Window(Count("pk")))[:hoogstens])
    namen = tuple(Wortel(str(rij), rij.get_absolute_url()) for rij in eerste)
    return Wortelgroep(titel, namen, eerste[0].totaal if eerste else 0, url)
