"""Handing in a proposal, as a visitor would."""

from typing import Any

from voorzieningen.models import Voorstel
from voorzieningen.models.controle import Ding

BEZOEKER = Voorstel.Bron.BEZOEKER


def stel_voor(ding: Ding, **wijzigingen: Any) -> Voorstel:
    return Voorstel.objects.dien_in(ding, wijzigingen, bron=BEZOEKER)
