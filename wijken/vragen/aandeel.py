"""Which share of the questions was answered in time, per area, over the last twelve months (L5).

What is past its day without an answer counts as late, so that silence is no way to a good figure.

Public from ten answers on: with fewer somebody could recognise their own question. Nor by
looking twice or by subtracting: the public figure changes once a month and leaves the newest
month out, is told in steps of five, and that of a larger area stays away as long as what is left
of it without the areas that tell theirs would be fewer than ten.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Q
from django.utils import timezone

from ..models import Gebied, Hulpvraag, Vraagcijfer
from ..models.vraagcijfer import maand_van

GENOEG, STAP = 10, 5
EEN_DAG, PERIODE = timedelta(days=1), timedelta(days=365)


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
    def is_genoeg(self) -> bool:
        return self.beantwoord >= GENOEG

    @property
    def procent(self) -> int:
        return round(100 * self.op_tijd / self.totaal) if self.totaal else 0

    @property
    def minstens(self) -> int:
        """The percentage, down to a step: what the public reads."""
        return 100 * self.op_tijd // self.totaal // STAP * STAP if self.totaal else 0


@dataclass(frozen=True)
class Cijfers:
    """The figures of every area that has any, by its key, and which area is above it."""

    per_gebied: dict[int, Aandeel]
    boven: dict[int, int | None]

    def van(self, gebied: Gebied) -> Aandeel:
        """Of an area with all below it; of the municipality everything."""
        return self._som(self._binnen(gebied))

    def openbaar(self, gebied: Gebied) -> Aandeel | None:
        """What the public may know of an area; None while it would point at somebody."""
        binnen = self._binnen(gebied)
        aandeel, rest = self._som(binnen), self._som(binnen - self._verteld(binnen, gebied.pk))
        verborgen = rest.is_genoeg or not rest.totaal
        return aandeel if aandeel.is_genoeg and verborgen else None

    def _som(self, nummers: set[int]) -> Aandeel:
        return sum((self.per_gebied[pk] for pk in nummers), Aandeel())

    def _binnen(self, gebied: Gebied) -> set[int]:
        if gebied.soort == Gebied.Soort.GEMEENTE:
            return set(self.per_gebied)
        return {pk for pk, boven in self.boven.items() if gebied.pk in (pk, boven)}

    def _verteld(self, binnen: set[int], heel: int) -> set[int]:
        """Who tells the own share, and who is told of in that of a stadsdeel of this area."""
        zelf = {pk for pk in binnen if self.per_gebied[pk].is_genoeg}
        for boven in {self.boven[pk] for pk in binnen} - {heel, None}:
            deel = {pk for pk in binnen if boven in (pk, self.boven[pk])}
            if deel != binnen and self._som(deel - zelf).is_genoeg:
                zelf |= deel
        return zelf


def cijfers(op: date | None = None) -> Cijfers:
    """Of a year up to and including a day, as they are now."""
    op = op or timezone.localdate()
    return _lees(op - PERIODE + EEN_DAG, op + EEN_DAG, op)


def openbare_cijfers(op: date | None = None) -> Cijfers:
    """Of the twelve months before last month: all of that is settled, until a month later."""
    op = op or timezone.localdate()
    tot = maand_van(maand_van(op) - EEN_DAG)
    return _lees(tot.replace(year=tot.year - 1), tot, op)


def _lees(van: date, tot: date, op: date) -> Cijfers:
    """From one day to before another; one query."""
    som: dict[int, Aandeel] = defaultdict(Aandeel)
    boven: dict[int, int | None] = {}
    for gebied, erboven, *aantallen in _bewaarde(van, tot, op).union(_gewiste(van, tot), all=True):
        som[gebied] += Aandeel(*aantallen)
        boven[gebied] = erboven
    return Cijfers(dict(som), boven)


def _bewaarde(van: date, tot: date, op: date) -> Any:
    nooit = Q(beantwoord_op=None)
    nog_open = Q(gesloten_op=None, uiterlijk__lt=op)
    laat_gesloten = Q(gesloten_op__date__gt=F("uiterlijk"))
    rijen = Hulpvraag.objects.filter(ontvangen_op__date__gte=van, ontvangen_op__date__lt=tot)
    return (
        rijen.order_by()
        .values_list("gebied", "gebied__ouder")
        .annotate(
            goed=Count("pk", filter=Q(op_tijd=True)),
            beantwoord=Count("pk", filter=~nooit),
            alle=Count("pk", filter=~nooit | (nooit & (nog_open | laat_gesloten))),
        )
    )


def _gewiste(van: date, tot: date) -> Any:
    """By whole months: the one in which a year begins does not count any more."""
    rijen = Vraagcijfer.objects.filter(maand__gt=maand_van(van - EEN_DAG), maand__lt=tot)
    return (
        rijen.order_by()
        .values_list("gebied", "gebied__ouder")
        .annotate(
            goed=Count("pk", filter=Q(op_tijd=True)),
            beantwoord=Count("pk", filter=Q(werkdagen__isnull=False)),
            alle=Count("pk", filter=Q(op_tijd__isnull=False)),
        )
    )
