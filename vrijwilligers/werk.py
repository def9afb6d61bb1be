"""The part of /werk/ of an aanspreekpersoon."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from sociale_basis.kern.werkplek import Werkdeel, werkdeel

from .models import profiel_van


@werkdeel(volgorde=40)
def mijn_profiel(request: HttpRequest) -> Werkdeel | None:
    """For who has a profile, until the day they stop."""
    if profiel_van(request.user) is None:
        return None
    uitleg = _("Uw teksten, of even pauze.")
    return Werkdeel(_("Mijn pagina"), reverse("vrijwilligers:profiel"), uitleg=uitleg)
