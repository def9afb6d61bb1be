"""Which share of the questions was answered in time, per area, over the last twelve months (L5).

Public from ten answers on: with fewer somebody could recognise their own question. What is past
its day without an answer counts as late, so that silence is no way to a good figure.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Q
from django.utils import timezone

from ..models import Gebied, Hulpvraag, Vraagcijfer
from ..models.vraagcijfer import maand_van

GENOEG = 10
PERIODE = timedelta(days=365)


@dataclass(frozen=True)
class Aandeel:
    """Of ``totaal`` questions that had to be answered ``op_tijd`` were, in time."""

    op_tijd: int = 0
    beantwoord: int = 0
    totaal: int = 0

    def __add__(self, ander: "Aandeel") -> "Aandeel":
        return Aandeel(
            self.op_tijd + ander.op_tijd,
            self.beantwoord + ander.beantwoord,
            self.totaal + ander.totaal,
        )

    @property
    def is_openbaar(self) -> bool:
        return self.beantwoord >= GENOEG

    @property
    def procent(self) -> int:
        return round(100 * self.op_tijd / self.totaal) if self.totaal else 0


def per_gebied(op: date | None = None) -> dict[int, Aandeel]:
    """The figures of every area that has any, by its key; one query."""
    op = op or timezone.localdate()
    som: dict[int, Aandeel] = defaultdict(Aandeel)
    for gebied, *aantallen in _bewaarde(op).union(_gewiste(op), all=True):
        som[gebied] += Aandeel(*aantallen)
    return dict(som)


def aandeel_van(gebied: Gebied, alle: dict[int, Aandeel]) -> Aandeel:
    """Of an area with all below it; of the municipality everything."""
    if gebied.soort == Gebied.Soort.GEMEENTE:
        return sum(alle.values(), Aandeel())
    nummers = {gebied.pk}
    if gebied.soort == Gebied.Soort.STADSDEEL:
        nummers |= set(Gebied.objects.onder(gebied).values_list("pk", flat=True))
    return sum((alle.get(nummer, Aandeel()) for nummer in nummers), Aandeel())


def _bewaarde(op: date) -> Any:
    nooit = Q(beantwoord_op=None)
    nog_open = Q(gesloten_op=None, uiterlijk__lt=op)
    laat_gesloten = Q(gesloten_op__date__gt=F("uiterlijk"))
    rijen = Hulpvraag.objects.filter(ontvangen_op__date__gt=op - PERIODE).order_by()
    return rijen.values_list("gebied").annotate(
        goed=Count("pk", filter=Q(op_tijd=True)),
        beantwoord=Count("pk", filter=~nooit),
        alle=Count("pk", filter=~nooit | (nooit & (nog_open | laat_gesloten))),
    )


def _gewiste(op: date) -> Any:
    rijen = Vraagcijfer.objects.filter(maand__gt=maand_van(op - PERIODE)).order_by()
    return rijen.values_list("gebied").annotate(
        goed=Count("pk", filter=Q(op_tijd=True)),
        beantwoord=Count("pk", filter=Q(werkdagen__isnull=False)),
        alle=Count("pk", filter=Q(op_tijd__isnull=False)),
    )
