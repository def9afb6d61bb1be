"""To whom somebody may turn by name: apps above this one register who they know (H6, H10).

The first thing on a wijk page and the last thing on every dead end. A page knows faces, not
volunteers, so that imports run one way::

    @gezichten
    def aanspreekpersonen(gebied: Gebied) -> Gezicht | None: ...
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from .models import Gebied
from .opzoeken import zoek_postcode

SLUG = re.compile(r"[-\w]{1,80}")
OP_WIJKPAGINA = re.compile(rf"/wijk/({SLUG.pattern})/")


@dataclass(frozen=True)
class Gezicht:
    """Somebody, and for which area; anything with MetFoto, a page and a ``vraag_url``."""

    persoon: Any
    gebied: str


Aanbieder = Callable[[Gebied], Gezicht | None]
_aanbieders: list[Aanbieder] = []


def gezichten(functie: Aanbieder) -> Aanbieder:
    """Decorate a function (area) → the nearest who takes a question now, or None; one query."""
    _aanbieders.append(functie)
    return functie


def gezicht_bij(gebied: Gebied | None) -> Gezicht | None:
    """Who is there for this area, or for the nearest one above it; None without an area."""
    if gebied is None:
        return None
    gevonden = (functie(gebied) for functie in _aanbieders)
    return next((gezicht for gezicht in gevonden if gezicht), None)


def gebied_bij(ding: Any) -> Gebied | None:
    """The area of whatever a page is about; None when it has none, or more than one."""
    if isinstance(ding, Gebied):
        return ding.boven if ding.is_gearchiveerd else ding
    gebied = getattr(ding, "gebied", None)
    if isinstance(gebied, Gebied):
        return gebied
    if not hasattr(ding, "gebieden"):
        return None
    rijen = list(ding.gebieden.zichtbaar().met_keten()[:2])
    return rijen[0] if len(rijen) == 1 else None


def gebied_van(request: HttpRequest | None) -> Gebied | None:
    """The area that an address tells: /wijk/<slug>/…, ?wijk= or ?postcode=; asked once."""
    if request is None:
        return None
    if not hasattr(request, "_gebied"):
        request._gebied = _zoek_gebied(request)  # type: ignore[attr-defined]
    return request._gebied  # type: ignore[attr-defined]


def weet_gebied(request: HttpRequest, gebied: Gebied | None) -> None:
    """Say what a page found out already, also that it is no one area: nobody asks again."""
    request._gebied = gebied  # type: ignore[attr-defined]


def _zoek_gebied(request: HttpRequest) -> Gebied | None:
    slug = _slug(request)
    if slug:
        return Gebied.objects.zichtbaar().met_keten().filter(slug=slug).first()
    postcode = request.GET.get("postcode", "")[:20]
    antwoord = zoek_postcode(postcode) if postcode.strip() else None
    return antwoord.gebied if antwoord else None


def _slug(request: HttpRequest) -> str:
    """Of one wijk, also of a page below it that is not there; two that were ticked are none."""
    pad = OP_WIJKPAGINA.match(request.path_info)
    if pad:
        return pad[1]
    gekozen = request.GET.getlist("wijk")
    return gekozen[0] if len(gekozen) == 1 and SLUG.fullmatch(gekozen[0]) else ""
