"""What needs attention, for the start page of /beheer/: every app registers what it counts.

A count costs one query at most, and its link opens a list with exactly the rows it counted.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True)
class Aandachtspunt:
    """One thing to do: what, how many, and the page where it is done."""

    titel: str
    aantal: int
    url: str
    uitleg: str = ""


Telling = Callable[[HttpRequest], Aandachtspunt | None]
_tellingen: list[tuple[int, Telling]] = []


def aandacht(volgorde: int = 50) -> Callable[[Telling], Telling]:
    """Decorate a function ``(request) -> Aandachtspunt | None``; lower numbers come first.

    None says that this is not for this person.
    """

    def registreer(telling: Telling) -> Telling:
        _tellingen.append((volgorde, telling))
        _tellingen.sort(key=lambda paar: paar[0])
        return telling

    return registreer


def aandachtspunten(request: HttpRequest) -> list[Aandachtspunt]:
    """What this person has to do now; empty when everything is done."""
    punten = (telling(request) for _volgorde, telling in _tellingen)
    return [punt for punt in punten if punt and punt.aantal]
