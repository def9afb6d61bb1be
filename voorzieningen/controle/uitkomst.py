"""What the owner of an entry says about it: still right, or this should change (L1)."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sociale_basis.kern.ondertekend import eenmaal

from ..models import Controlepunt, Voorstel


def bevestig(punt: Controlepunt) -> bool:
    """All of it is still right. False when this was done before: nothing happens then."""
    with transaction.atomic():
        if not punt.is_open or not _klaar(punt, Controlepunt.Uitkomst.KLOPT):
            return False
        ding: Any = punt.ding
        ding._change_reason = _("Nagekeken via de link in de mail")
        ding.bevestig()
    return True


def stel_voor(punt: Controlepunt, wijzigingen: Mapping[str, Any], toelichting: str) -> bool:
    """Propose changes; staff decide and the owner hears what they decided.

    False when this was done before. Raises ValidationError when nothing would change; the
    link then still works.
    """
    with transaction.atomic():
        if not punt.is_open or not _klaar(punt, Controlepunt.Uitkomst.VOORSTEL):
            return False
        Voorstel.objects.dien_in(
            punt.ding,
            wijzigingen,
            bron=Voorstel.Bron.CONTROLE,
            toelichting=toelichting,
            email=punt.verzoek.email,
        )
    return True


def _klaar(punt: Controlepunt, uitkomst: str) -> bool:
    rij = Controlepunt.objects.filter(pk=punt.pk)
    eerste = eenmaal(rij, "klaar_op")
    if eerste:
        rij.update(uitkomst=uitkomst)
    return eerste
