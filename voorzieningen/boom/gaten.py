"""What is missing in the boom, for staff: no layer, no way up, no way back, nobody responsible.

As residents see it: a step to what is not on the website is no way for them.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from ..models import Boomlaag, Stap, Voorziening
from ..models.stap import StapQuerySet
from ..models.voorziening import VoorzieningQuerySet

OMHOOG, TERUG, WIE, LAAG = "omhoog", "terug", "verantwoordelijke", "laag"


@dataclass(frozen=True)
class Gat:
    """One kind of gap with what to do about it."""

    sleutel: str
    titel: Any
    uitleg: Any
    aantal: int = 0


SOORTEN = (
    Gat(LAAG, _("Zonder laag"), _("Kies bij de voorziening een laag in de boom.")),
    Gat(OMHOOG, _("Zonder weg omhoog"), _("Wat als dit niet genoeg is? Maak een stap.")),
    Gat(TERUG, _("Zonder weg terug"), _("Wie helpt daarna verder? Maak een stap “afschalen”.")),
    Gat(WIE, _("Zonder verantwoordelijke"), _("Kies de organisatie die verantwoordelijk is.")),
)


def met_gat(rijen: VoorzieningQuerySet, sleutel: str) -> VoorzieningQuerySet:
    """The provisions that have this gap; raises KeyError for a gap that does not exist."""
    lagen = Boomlaag.objects.zichtbaar()
    keuzes = {
        LAAG: lambda: rijen.zonder_laag(),
        OMHOOG: lambda: _zonder_weg(rijen, Stap.objects.zichtbaar().omhoog(), lagen.last()),
        TERUG: lambda: _zonder_weg(rijen, Stap.objects.zichtbaar().terug(), lagen.first()),
        WIE: lambda: rijen.filter(verantwoordelijke__isnull=True),
    }
    return keuzes[sleutel]()


def gaten() -> list[Gat]:
    """Each kind of gap with how many published provisions have it."""
    rijen = Voorziening.objects.zichtbaar().order_by()
    return [
        Gat(gat.sleutel, gat.titel, gat.uitleg, met_gat(rijen, gat.sleutel).count())
        for gat in SOORTEN
    ]


def _zonder_weg(
    rijen: VoorzieningQuerySet, stappen: StapQuerySet, einde: Boomlaag | None
) -> VoorzieningQuerySet:
    """Without a step of their own or of their layer; the last layer that way needs none."""
    van_laag = Exists(stappen.order_by().filter(van_laag=OuterRef("pk")))
    lagen = [*Boomlaag.objects.zichtbaar().filter(van_laag)]
    if einde and einde not in lagen:
        lagen.append(einde)
    eigen = stappen.order_by().filter(van_voorziening=OuterRef("pk"))
    return rijen.buiten_lagen(lagen).exclude(Exists(eigen))
