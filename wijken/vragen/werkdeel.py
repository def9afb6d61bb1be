"""The part "Vragen" of /werk/ (L5)."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from sociale_basis.kern.werkplek import Werkdeel, werkdeel

from .toegang import toegang_van


@werkdeel(volgorde=10)
def vragen(request: HttpRequest) -> Werkdeel | None:
    """For members of a team, and for who is asked by name; counts what they can do now."""
    toegang = toegang_van(request)
    if not toegang.heeft_werk:
        return None
    uitleg = _("Vragen van bewoners aan u en uw team.")
    te_doen = toegang.aantallen["te_doen"]
    return Werkdeel(_("Vragen"), reverse("wijken:werkvragen"), te_doen, uitleg)
