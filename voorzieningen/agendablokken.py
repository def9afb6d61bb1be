"""What there is to do, on the pages of a wijk, a place and a provision (M11, L11, L14)."""

from datetime import timedelta
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from wijken.blokken import registreer
from wijken.models import Gebied

from .agenda.keren import Stand
from .models import Activiteit, Moment, Organisatie

HOOGSTENS = 8
DAGEN = timedelta(days=6)
RUIM = 60  # times to look at: something of every day would fill the block alone


@registreer(volgorde=30, template="voorzieningen/agenda/_wijk_agenda.html")
def deze_week(gebied: Gebied) -> dict[str, Any]:
    """The first time of each activity in the coming seven days, for this area in particular."""
    rijen = Activiteit.objects.zichtbaar()
    if gebied.soort != Gebied.Soort.GEMEENTE:
        rijen = rijen.eigen_in_gebied(gebied)
    vandaag = timezone.localdate()
    momenten = Moment.objects.van(rijen).komend().tussen(vandaag, vandaag + DAGEN)
    return {"momenten": eerste_van_elk(momenten.voor_lijst()[:RUIM])[:HOOGSTENS]}


def eerste_van_elk(momenten: Any) -> list[Moment]:
    """The first of each activity; one called off stays in sight, with the next one after it."""
    gezien: set[int] = set()
    gekozen = []
    for moment in momenten:
        if moment.activiteit_id in gezien:
            continue
        gekozen.append(moment)
        if moment.stand == Stand.GAAT_DOOR:
            gezien.add(moment.activiteit_id)
    return gekozen


def bij(**waar: Any) -> list[Activiteit]:
    """Activities of a place or provision (``locatie=…``, ``voorziening=…``) that are still to
    come, the soonest first, each with ``volgende``; two queries."""
    rijen = Activiteit.objects.zichtbaar().filter(**waar).met_volgende()
    wie = Prefetch("verantwoordelijke", Organisatie.objects.zichtbaar().voor_links())
    komend = rijen.filter(volgende__isnull=False).order_by("volgende", "pk")
    return list(komend.prefetch_related(wie)[:HOOGSTENS])
