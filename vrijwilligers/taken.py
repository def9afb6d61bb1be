"""Timed jobs about volunteers."""

from datetime import date, timedelta

from django.utils import timezone

from sociale_basis.kern.taken import taak

from .models import Aanspreekpersoon
from .post import vraag_of_het_weer_gaat


@taak("vragen wie terug is van een pauze", elke=timedelta(days=1))
def vraag_wie_terug_is(op: date | None = None) -> int:
    """Mail who thought to be back by now, once; nobody comes back by itself. Returns how many."""
    pauzes = Aanspreekpersoon.objects.niet_gearchiveerd()
    terug = list(pauzes.filter(terug_op__lte=op or timezone.localdate()))
    gevraagd = [persoon for persoon in terug if vraag_of_het_weer_gaat(persoon)]
    for persoon in terug:
        persoon.terug_op = None
        persoon.save()
    return len(gevraagd)
