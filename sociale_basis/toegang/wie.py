"""Who may log in: staff for /beheer/, and who has something to do in /werk/.

Nobody gets a right here. Somebody works in /werk/ because a row says so (a member of a team, an
aanspreekpersoon, a partner …): that is one thing to set, and it ends with the row.
"""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from sociale_basis.kern.werkplek import heeft_werk, is_binnen


def mag_inloggen(gebruiker: Any) -> bool:
    return bool(gebruiker.is_staff) or heeft_werk(gebruiker)


def is_ingelogd(request: HttpRequest) -> bool:
    """Logged in all the way, in /beheer/ or in /werk/."""
    return is_binnen(request) and mag_inloggen(request.user)


def begin_van(gebruiker: Any) -> str:
    """Where somebody begins after logging in."""
    return reverse("admin:index" if gebruiker.is_staff else "wijken:werk")
