"""The network in /werk/: for who works in an area, and for a partner with a login (M6, V9)."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from sociale_basis.kern.werkplek import Werkdeel, werkdeel

from .models import Netwerkpartner, werkgebieden


@werkdeel(volgorde=30)
def netwerk(request: HttpRequest) -> Werkdeel | None:
    """The number says of how many partners the capacity should be asked again."""
    gebruiker: Any = request.user
    eigen = Netwerkpartner.objects.van(gebruiker)
    if not (werkgebieden(gebruiker) or eigen.exists()):
        return None
    na_te_vragen = Netwerkpartner.objects.te_beheren_door(gebruiker).met_oude_capaciteit()
    return Werkdeel(
        titel=_("Netwerk"),
        url=reverse("wijken:werk_netwerk"),
        aantal=(na_te_vragen | eigen.met_oude_capaciteit()).count(),
        uitleg=_("Met wie u samenwerkt in de wijk, en wat er nog bij kan."),
    )
