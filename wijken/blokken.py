"""Blocks on the page of a wijk: apps above this one register what they have to show there.

That keeps imports one way: the page knows blocks, not provisions or volunteers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from .models import Gebied


@dataclass(frozen=True)
class Blok:
    """A template and the function that gives its context for an area."""

    volgorde: int
    template: str
    gegevens: Callable[[Gebied], dict[str, Any]]

    def html(self, gebied: Gebied, portaal: Any) -> SafeString:
        context = {"blok": self.gegevens(gebied), "gebied": gebied, "portaal": portaal}
        return render_to_string(self.template, context)


_blokken: list[Blok] = []


def registreer(volgorde: int, template: str) -> Callable:
    """Decorate a function ``(gebied) -> context``; lower numbers come first on the page."""

    def decorator(functie: Callable[[Gebied], dict[str, Any]]) -> Callable:
        _blokken.append(Blok(volgorde, template, functie))
        _blokken.sort(key=lambda blok: blok.volgorde)
        return functie

    return decorator


def blokken_van(gebied: Gebied, portaal: Any) -> list[SafeString]:
    """The blocks for an area as HTML, in order; ``portaal`` is what templates know of it."""
    return [blok.html(gebied, portaal) for blok in _blokken]
