"""What in the networks needs attention: counts for the start page of /beheer/ (M6, V9)."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from sociale_basis.kern.aandacht import Aandachtspunt, aandacht

from .models import Netwerkpartner
from .netwerk.tekort import zonder_eerste_ring

RECHT = "wijken.change_netwerkpartner"


@aandacht(60)
def eerste_ring(request: HttpRequest) -> Aandachtspunt | None:
    if not request.user.has_perm(RECHT):
        return None
    url = reverse("admin:wijken_netwerkpartner_per_wijk")
    return Aandachtspunt(_("Wijken zonder eerste ring"), zonder_eerste_ring(), url)


@aandacht(61)
def oude_capaciteit(request: HttpRequest) -> Aandachtspunt | None:
    if not request.user.has_perm(RECHT):
        return None
    oud = Netwerkpartner.objects.niet_gearchiveerd().met_oude_capaciteit()
    url = f"{reverse('admin:wijken_netwerkpartner_changelist')}?let_op=oud"
    return Aandachtspunt(_("Partners die lang niets zeiden over hun ruimte"), oud, url)
