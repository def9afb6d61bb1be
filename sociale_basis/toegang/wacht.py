"""Between password and code: who gave the right password is not logged in yet.

The session remembers for ten minutes who is waiting; to every page that person is anonymous.
"""

import time
from typing import Any

from django.contrib.auth import get_user_model, login
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

GETYPT = "getypt"  # a form that waits: see ``doorgaan``
SLEUTEL = "wacht_op_code"
GELDIG = 600  # seconds


def laat_wachten(request: HttpRequest, gebruiker: Any, volgende: str) -> None:
    """Remember a user whose password was right, and where to go after the code."""
    getypt = request.session.get(GETYPT)
    request.session.flush()
    if getypt:
        request.session[GETYPT] = getypt
    request.session[SLEUTEL] = {
        "pk": gebruiker.pk,
        "backend": gebruiker.backend,
        "hash": gebruiker.get_session_auth_hash(),
        "sinds": int(time.time()),
        "volgende": volgende,
    }


def wachtende(request: HttpRequest) -> User | None:
    """Who gave the right password here less than ten minutes ago, and did not change it since."""
    stand = request.session.get(SLEUTEL)
    if not stand or time.time() - stand["sinds"] > GELDIG:
        return None
    gebruiker = get_user_model().objects.filter(pk=stand["pk"], is_active=True).first()
    if gebruiker is None or not constant_time_compare(
        stand["hash"], gebruiker.get_session_auth_hash()
    ):
        return None
    return gebruiker


def laat_binnen(request: HttpRequest, gebruiker: Any, apparaat: Any) -> str:
    """Log the waiting user in with the device that proved it; returns where to go."""
    stand = request.session.pop(SLEUTEL)
    gebruiker.otp_device = apparaat
    login(request, gebruiker, backend=stand["backend"])
    return str(stand["volgende"])
