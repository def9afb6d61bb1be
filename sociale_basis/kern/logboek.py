"""Write down what matters for security; it goes after its term (sociale_basis/bewaartermijnen.py).

``leg_vast(request, Logregel.Soort.EXPORT, "Voorzieningen als XLSX, 150 rijen")``. Never put a
password, code or link in ``wat``.
"""

from typing import Any

from django.http import HttpRequest
from simple_history.models import HistoricalRecords

from .adres import bezoekers_ip
from .models import Logregel
from .models.logregel import WAT_LENGTE


def leg_vast(wie: Any, soort: str, wat: str, *, naam: str = "", ip: str = "") -> Logregel:
    """Add a line: ``wie`` is a request, a user, or None for the portal itself.

    ``naam`` replaces the name of the user, for who is not logged in; ``ip`` the address of the
    request, where it stands for a whole connection.
    """
    request = wie if isinstance(wie, HttpRequest) else None
    gebruiker: Any = getattr(wie, "user", None) if request is not None else wie
    bekend = gebruiker is not None and gebruiker.is_authenticated
    return Logregel.objects.create(
        soort=soort,
        gebruiker_id=gebruiker.pk if bekend else None,
        wie=(naam or (gebruiker.get_username() if bekend else ""))[:150],
        ip=ip or (bezoekers_ip(request) if request is not None else None),
        wat=wat[:WAT_LENGTE],
    )


def huidig_verzoek() -> HttpRequest | None:
    """The request that is being answered; None in a command."""
    return getattr(HistoricalRecords.context, "request", None)
