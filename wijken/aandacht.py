"""What about the teams needs attention, for the start page of /beheer/ (M3)."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from sociale_basis.kern.aandacht import Aandachtspunt, aandacht

from .models import redactiegebieden
from .norm import wijkstanden


def eigen_wijken(request: HttpRequest) -> frozenset[int] | None:
    """The wijken somebody looks after; None for all of them."""
    if request.user.has_perm("voorzieningen.bewerk_alles"):
        return None
    return redactiegebieden(request.user)


@aandacht(volgorde=40)
def teams(request: HttpRequest) -> Aandachtspunt | None:
    """Wijken where the team does not meet the norm."""
    if not request.user.has_perm("wijken.change_teamlid"):
        return None
    aantal = sum(bool(stand.tekort) for stand in wijkstanden(eigen_wijken(request)))
    return Aandachtspunt(
        _("Wijken waar het team niet compleet is"), aantal, reverse("admin:wijken_teamlid_norm")
    )
