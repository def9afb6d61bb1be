"""Blocks on the page of a wijk: apps above this one register what they have to show there.

That keeps imports one way: the page knows blocks, not provisions or volunteers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .models import Gebied

VOORAAN = 10


@dataclass(frozen=True)
class Blok:
    """A template and the function that gives its context for an area.

    A number below ``VOORAAN`` stands before whom to call, any other after it.
    """

    volgorde: int
    template: str
    gegevens: Callable[[Gebied], dict[str, Any]]


_blokken: list[Blok] = []


def registreer(volgorde: int, template: str) -> Callable:
    """Decorate a function ``(gebied) -> context``; lower numbers come first on the page."""

    def decorator(functie: Callable[[Gebied], dict[str, Any]]) -> Callable:
        _blokken.append(Blok(volgorde, template, functie))
        _blokken.sort(key=lambda blok: blok.volgorde)
        return functie

    return decorator


def blokken_van(gebied: Gebied) -> list[dict[str, Any]]:
    """The blocks for an area: each a template name with its context."""
    return [
        {
            "template": blok.template,
            "vooraan": blok.volgorde < VOORAAN,
            **blok.gegevens(gebied),
        }
        for blok in _blokken
    ]
