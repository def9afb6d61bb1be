"""What about aanspreekpersonen needs attention: counts for the start page of /beheer/ (H6)."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from sociale_basis.kern.aandacht import Aandachtspunt, aandacht
from wijken.models import Gebied

from .models import Aanspreekpersoon

LIJST = "admin:vrijwilligers_aanspreekpersoon_changelist"


@aandacht(volgorde=60)
def wijk_zonder(request: HttpRequest) -> Aandachtspunt | None:
    """Wijken in which nobody can be found on the website now."""
    if not request.user.has_perm("vrijwilligers.add_aanspreekpersoon"):
        return None
    bezet = Aanspreekpersoon.objects.zichtbaar().exclude(gebieden=None).values("gebieden")
    wijken = Gebied.objects.zichtbaar().wijken().exclude(pk__in=bezet)
    nummers = list(wijken.values_list("pk", flat=True))
    keuze = ",".join(map(str, nummers))
    url = f"{reverse('admin:wijken_gebied_changelist')}?id__in={keuze}"
    return Aandachtspunt(_("Wijken zonder aanspreekpersoon"), len(nummers), url)


@aandacht(volgorde=61)
def toestemming(request: HttpRequest) -> Aandachtspunt | None:
    titel = _("Aanspreekpersonen: vraag de toestemming opnieuw")
    return _punt(request, titel, "toestemming_oud")


@aandacht(volgorde=62)
def pauze(request: HttpRequest) -> Aandachtspunt | None:
    titel = _("Aanspreekpersonen: langer dan twee maanden op pauze")
    return _punt(request, titel, "lang_op_pauze")


def _punt(request: HttpRequest, titel: str, welke: str) -> Aandachtspunt | None:
    """Of those that this person may change; the QuerySet method is the filter of the list too."""
    beheer = admin.site.get_model_admin(Aanspreekpersoon)
    if not beheer.has_change_permission(request):
        return None
    rijen: Any = Aanspreekpersoon.objects.bewerkbaar_door(request.user)
    return Aandachtspunt(titel, getattr(rijen, welke)(), f"{reverse(LIJST)}?let_op={welke}")
