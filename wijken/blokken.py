"""Blocks on the page of a wijk: apps above this one register what they have to show there.

That keeps imports one way: the page knows blocks, not provisions or volunteers. The same for
every visitor, so a process keeps them, made up as HTML, until the minute is over or anything
that is searched changes. Whoever ends, pauses or is archived is gone at once; what is not
searched (an absence, a share in time) may be a minute behind.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from sociale_basis.kern.zoeken.kennis import huidige_stand

from .models import Gebied

MINUUT = 60  # seconds


@dataclass(frozen=True)
class Blok:
    """A template and the function that gives its context for an area.

    A number below ``VOORAAN`` stands before whom to call, any other after it.
    """

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
    """The blocks for an area as HTML; one query while they are kept.

    ``portaal`` is what templates know of the portal, the same for every visitor.
    """
    minuut = int(timezone.now().timestamp()) // MINUUT
    sleutel = f"wijkblokken:{gebied.pk}:{huidige_stand().stempel}:{minuut}"
    html: list[SafeString] | None = cache.get(sleutel)
    if html is None:
        html = [blok.html(gebied, portaal) for blok in _blokken]
        cache.set(sleutel, html, MINUUT)
    return html
