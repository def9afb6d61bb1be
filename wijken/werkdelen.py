"""What this app puts in /werk/: the own card of a member of a team (M3)."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from sociale_basis.kern.werkplek import Werkdeel, werkdeel

from .models import werkbereik


@werkdeel(volgorde=80)
def profiel(request: HttpRequest) -> Werkdeel | None:
    if not werkbereik(request.user).is_lid:
        return None
    uitleg = _("Wat bewoners over u lezen, en de dagen dat u er niet bent.")
    return Werkdeel(_("Uw kaart"), reverse("wijken:profiel"), uitleg=uitleg)
