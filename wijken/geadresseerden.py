"""To whom a question can be addressed by name: apps above this one register their people (H6).

A question always belongs to the team of an area, so that nobody waits for one person who is
away; the person addressed sees it in /werk/ too, if they have a login.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .models import Gebied


@dataclass(frozen=True)
class Geadresseerde:
    """Somebody by name, the area whose team looks along, and their login if they have one.

    ``is_bereikbaar`` False: full or on a pause; takes no new question, and finishes the old ones.
    """

    naam: str
    gebied: Gebied
    gebruiker: Any = None
    is_bereikbaar: bool = True

    @property
    def leest_mee(self) -> bool:
        """Whether they read a question here; else the team has to tell them of it."""
        return self.gebruiker is not None


Zoeker = Callable[[str], Geadresseerde | None]
Namen = Callable[[Any], list[str]]
_zoekers: list[Zoeker] = []
_namen: list[Namen] = []


def geadresseerden(zoeker: Zoeker) -> Zoeker:
    """Decorate a function (slug) → somebody, or None for who is not there (any longer)."""
    _zoekers.append(zoeker)
    return zoeker


def geadresseerd_als(functie: Namen) -> Namen:
    """Decorate a function (user) → slugs under which this user may see to what is asked."""
    _namen.append(functie)
    return functie


def namen_van(gebruiker: Any) -> list[str]:
    """The slugs of somebody who is logged in; none after they stopped."""
    return [slug for functie in _namen for slug in functie(gebruiker)]


def zoek_geadresseerde(slug: str) -> Geadresseerde | None:
    """Who takes a question behind /vraag/?aan=…; None when they cannot be asked now."""
    gevonden = (zoeker(slug) for zoeker in _zoekers)
    wie = next((wie for wie in gevonden if wie), None)
    return wie if wie and wie.is_bereikbaar else None
