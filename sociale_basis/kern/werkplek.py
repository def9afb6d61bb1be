"""/werk/: the own pages of who works in the wijken, staff or volunteer (L5, V5).

Every app registers its part; somebody may enter who has at least one::

    @werkdeel(volgorde=10)
    def vragen(request) -> Werkdeel | None: ...
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache


@dataclass(frozen=True)
class Werkdeel:
    """A part of /werk/: where it is, and how much waits there."""

    titel: str
    url: str
    aantal: int = 0
    uitleg: str = ""


Aanbieder = Callable[[HttpRequest], Werkdeel | None]
Behoeder = Callable[[HttpRequest, bool], str]
WERK, UUR = "werk", 3600  # a note in the session; seconds
_delen: list[tuple[int, Aanbieder]] = []
_behoeders: list[Behoeder] = []


def werkdeel(volgorde: int = 50) -> Callable[[Aanbieder], Aanbieder]:
    """Decorate a function (request) → part, or None for who has nothing to do there."""

    def registreer(functie: Aanbieder) -> Aanbieder:
        _delen.append((volgorde, functie))
        _delen.sort(key=lambda paar: paar[0])
        return functie

    return registreer


def werkdelen(request: HttpRequest) -> list[Werkdeel]:
    """The parts that are for this person, in order; counted once per request."""
    if not hasattr(request, "_werkdelen"):
        delen = (functie(request) for _volgorde, functie in _delen)
        request._werkdelen = [deel for deel in delen if deel]  # type: ignore[attr-defined]
    return request._werkdelen  # type: ignore[attr-defined]


def heeft_werk(gebruiker: Any) -> bool:
    """Whether somebody has a part here at all: who is no staff may log in for that."""
    request = HttpRequest()
    request.user = gebruiker
    return bool(werkdelen(request))


def heeft_link_naar_werk(request: HttpRequest) -> bool:
    """Whether to show the way to /werk/; asked of all parts once an hour, for a link alone."""
    nu, (antwoord, gevraagd) = int(time.time()), request.session.get(WERK, (False, 0))
    if nu - gevraagd > UUR:
        antwoord = bool(werkdelen(request))
        request.session[WERK] = (antwoord, nu)
    return bool(antwoord)


def behoedt_getypt(behoeder: Behoeder) -> Behoeder:
    """Decorate a function (request, binnen) that sees each form that is sent to /werk/.

    When its sender is no longer logged in it may keep what was typed, and says where they find
    it back after logging in; "" when it did not.
    """
    _behoeders.append(behoeder)
    return behoeder


def is_binnen(request: HttpRequest) -> bool:
    """Logged in, with the second factor where that is required."""
    if not request.user.is_authenticated:
        return False
    bewezen = getattr(request.user, "otp_device", None) is not None
    return bewezen or not settings.TWEEDE_FACTOR_VERPLICHT


def in_werkplek(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorate a page of /werk/: log in first; who has no part here gets a 403."""

    @never_cache
    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        binnen = is_binnen(request)
        terug = _behoed(request, binnen)
        if not binnen:
            return redirect_to_login(terug or request.get_full_path())
        if not werkdelen(request):
            raise PermissionDenied
        antwoord = view(request, *args, **kwargs)
        antwoord["Referrer-Policy"] = "same-origin"
        antwoord["X-Robots-Tag"] = "noindex, nofollow"
        return antwoord

    return wrapper


def _behoed(request: HttpRequest, binnen: bool) -> str:
    """Where what was typed waits until its writer is back; "" for nowhere."""
    if request.method != "POST":
        return ""
    plekken = [behoeder(request, binnen) for behoeder in _behoeders]
    return next((plek for plek in plekken if plek), "")
