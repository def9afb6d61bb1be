"""What the sociale kaart shows on the page of a wijk."""

from datetime import timedelta
from typing import Any

from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from wijken.blokken import registreer
from wijken.models import Gebied

from .boom.opbouw import boom_url
from .models import Locatie, Voorziening

HOOGSTENS = 6
NIEUW = timedelta(days=60)
NIEUWSTE = 4


@registreer(volgorde=20, template="voorzieningen/_wijk_plekken.html")
def plekken(gebied: Gebied) -> dict[str, Any]:
    """Meeting places in this area, with "nu open" (M11)."""
    rijen = Locatie.objects.zichtbaar().ontmoetingsplekken().in_gebied(gebied)
    return {"plekken": rijen.voor_kaartjes()[:HOOGSTENS]}


@registreer(volgorde=40, template="voorzieningen/_wijk_nieuw.html")
def nieuw(gebied: Gebied) -> dict[str, Any]:
    """New initiatives and provisions (issue 5); what came in with an import is not news."""
    rijen = Voorziening.objects.zichtbaar().filter(herkomsten=None)
    if gebied.soort != Gebied.Soort.GEMEENTE:
        rijen = rijen.eigen_in_gebied(gebied)
    sinds = Coalesce("zichtbaar_vanaf", TruncDate("aangemaakt_op"))
    nieuwste = rijen.annotate(sinds=sinds).filter(sinds__gt=timezone.localdate() - NIEUW)
    kort = nieuwste.order_by("-sinds", "-pk").only("titel", "slug", "kort")
    return {"nieuw": list(kort[:NIEUWSTE])}


@registreer(volgorde=50, template="voorzieningen/_wijk_voorzieningen.html")
def voorzieningen(gebied: Gebied) -> dict[str, Any]:
    """What is there for this area in particular; the rest serves the whole municipality (V14)."""
    rijen = Voorziening.objects.zichtbaar()
    if gebied.soort != Gebied.Soort.GEMEENTE:
        rijen = rijen.eigen_in_gebied(gebied)
    return {"voorzieningen": rijen.algemeen_eerst().voor_kaartjes()[:HOOGSTENS]}


@registreer(volgorde=60, template="voorzieningen/boom/_wijk_boom.html")
def boom(gebied: Gebied) -> dict[str, Any]:
    """The way to the boom of this area (H5)."""
    return {"boom_url": boom_url(gebied)}
