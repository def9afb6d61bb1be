"""A login ends by itself: after a while without a click, and after a working day."""

import time
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from sociale_basis.kern.tussenlaag import Volgende

BEGONNEN, GEZIEN = "begonnen", "gezien"
NAUWKEURIG = 60  # seconds between two notes of a click, so that not every page writes


class Sessieduur:
    """Asks no page anything that does not ask who is there."""

    def __init__(self, get_response: Volgende) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.user = SimpleLazyObject(partial(_levend, request, request.user))  # type: ignore[assignment]
        return self.get_response(request)


def begin(request: HttpRequest) -> None:
    """Start the clock of a new login."""
    request.session[BEGONNEN] = request.session[GEZIEN] = int(time.time())


def van_wie(request: HttpRequest) -> int | None:
    """The number of the user whose session just ended; None when it is not known."""
    bool(request.user.is_authenticated)  # a lazy user is looked up now
    return getattr(request, "_was", None)


def _levend(request: HttpRequest, gebruiker: Any) -> Any:
    if not gebruiker.is_authenticated:
        return gebruiker
    nu = int(time.time())
    if _is_voorbij(request.session, nu):
        request._was = gebruiker.pk  # type: ignore[attr-defined]
        request.session.flush()
        if hasattr(request, "_messages"):
            messages.info(request, _("U was een tijd weg. Log voor de veiligheid opnieuw in."))
        return AnonymousUser()
    if nu - request.session.get(GEZIEN, 0) > NAUWKEURIG:
        request.session[GEZIEN] = nu
    return gebruiker


def _is_voorbij(sessie: Any, nu: int) -> bool:
    begonnen = sessie.setdefault(BEGONNEN, nu)
    gezien = sessie.get(GEZIEN, nu)
    return nu - gezien > settings.SESSIE_RUST or nu - begonnen > settings.SESSION_COOKIE_AGE
