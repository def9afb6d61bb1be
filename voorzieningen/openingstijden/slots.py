"""The rows that opening times are made of, and how stretches of time are merged.

Within a day, times are minutes since its midnight: 540 is 9.00 uur, 1440 is 24.00 uur and 1500 is
1.00 uur in the night that follows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from zoneinfo import ZoneInfo

NEDERLAND = ZoneInfo("Europe/Amsterdam")
HELE_DAG = 24 * 60


def wandklok(op: datetime | None = None) -> datetime:
    """What the clock on the wall says at ``op`` (default now), without time zone."""
    if op is None:
        op = datetime.now(NEDERLAND)
    return op.astimezone(NEDERLAND).replace(tzinfo=None) if op.tzinfo else op


def bereik(van: time, tot: time) -> tuple[int, int]:
    """Minutes from ``van`` to ``tot``; 23:59 and 0:00 both mean 24.00 uur, earlier is next day."""
    begin, einde = van.hour * 60 + van.minute, tot.hour * 60 + tot.minute
    if einde in (0, HELE_DAG - 1):
        return begin, HELE_DAG
    return begin, einde if einde > begin else einde + HELE_DAG


@dataclass(frozen=True)
class Slot:
    """Open on a weekday (0 = maandag) from one time to another, within an optional period."""

    weekdag: int
    van: time
    tot: time
    geldig_van: date | None = None
    geldig_tot: date | None = None
    op_afspraak: bool = False
    opmerking: str = ""

    @property
    def periode(self) -> tuple[date, date]:
        """First and last valid day; ``date.min`` and ``date.max`` where there is no limit."""
        return self.geldig_van or date.min, self.geldig_tot or date.max

    def geldt_op(self, dag: date) -> bool:
        eerste, laatste = self.periode
        return self.weekdag == dag.weekday() and eerste <= dag <= laatste


@dataclass(frozen=True)
class Uitzondering:
    """Other times, or closed, on each day from ``van_dag`` up to and including ``tot_dag``."""

    van_dag: date
    tot_dag: date
    gesloten: bool = True
    van: time | None = None
    tot: time | None = None
    reden: str = ""

    @property
    def dagen(self) -> tuple[date, date]:
        return self.van_dag, self.tot_dag


class Blok(NamedTuple):
    """One stretch of a day in minutes since midnight."""

    begin: int
    einde: int
    op_afspraak: bool = False
    opmerking: str = ""


class Afwijkend(NamedTuple):
    """What deviations with the same days say together; no blocks means closed."""

    van_dag: date
    tot_dag: date
    blokken: tuple[Blok, ...]
    reden: str

    def geldt_op(self, dag: date) -> bool:
        return self.van_dag <= dag <= self.tot_dag


def smelt(bereiken: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Merge stretches that overlap or touch; the result is in order."""
    uit: list[tuple[int, int]] = []
    for begin, einde in sorted(bereiken):
        if uit and begin <= uit[-1][1]:
            uit[-1] = (uit[-1][0], max(uit[-1][1], einde))
        else:
            uit.append((begin, einde))
    return uit


def blokken(slots: Iterable[Slot]) -> tuple[Blok, ...]:
    """The stretches of one day; only those of the same nature (remark) are merged."""
    soorten: dict[tuple[bool, str], list[tuple[int, int]]] = {}
    for slot in slots:
        soort = (slot.op_afspraak, slot.opmerking)
        soorten.setdefault(soort, []).append(bereik(slot.van, slot.tot))
    return tuple(
        sorted(Blok(*deel, *soort) for soort, delen in soorten.items() for deel in smelt(delen))
    )


def venster(blokken: Iterable[Blok], begin: int) -> tuple[Blok, ...]:
    """What lies within the 24 hours from ``begin``, counted from there."""
    einde = begin + HELE_DAG
    return tuple(
        blok._replace(begin=max(blok.begin, begin) - begin, einde=min(blok.einde, einde) - begin)
        for blok in blokken
        if blok.begin < einde and blok.einde > begin
    )


def nog_geldig(slots: Iterable[Slot], op: datetime | None = None) -> list[Slot]:
    """Without those that are over; what ended yesterday may still run past midnight."""
    gisteren = wandklok(op).date() - timedelta(days=1)
    return [slot for slot in slots if slot.periode[1] >= gisteren]


def gelijke_dagen(slots: Iterable[Slot]) -> list[tuple[list[int], tuple[Blok, ...]]]:
    """Weekdays with the same stretches together, in order of the first day."""
    groepen: dict[tuple[Blok, ...], list[int]] = {}
    op_dag = sorted(slots, key=attrgetter("weekdag"))
    for weekdag, van_dag in groupby(op_dag, key=attrgetter("weekdag")):
        groepen.setdefault(blokken(van_dag), []).append(weekdag)
    return [(dagen, delen) for delen, dagen in groepen.items()]


def per_periode(slots: Iterable[Slot]) -> list[tuple[tuple[date, date], list[Slot]]]:
    """Slots with the same validity together; those that always hold come first."""
    op_periode = sorted(slots, key=attrgetter("periode"))
    return [(periode, list(rijen)) for periode, rijen in groupby(op_periode, attrgetter("periode"))]


def reeksen(dagen: list[int]) -> list[tuple[int, int]]:
    """Runs of weekdays that follow each other: [0, 1, 2, 4] gives [(0, 2), (4, 4)]."""
    return [(begin, einde - 1) for begin, einde in smelt((dag, dag + 1) for dag in dagen)]


def afwijkend(uitzonderingen: Iterable[Uitzondering]) -> list[Afwijkend]:
    """Deviations per stretch of days, the one that counts most last.

    A shorter one counts more than a longer one; of two that are as long, the earlier.
    """
    op_dagen = sorted(uitzonderingen, key=attrgetter("dagen"), reverse=True)
    samen = [_samen(list(rijen)) for _, rijen in groupby(op_dagen, attrgetter("dagen"))]
    return sorted(samen, key=lambda rij: rij.van_dag - rij.tot_dag)


def _samen(rijen: list[Uitzondering]) -> Afwijkend:
    """One for the same days; "closed" wins, so that nobody comes to a locked door."""
    dicht = [rij for rij in rijen if rij.gesloten or rij.van is None or rij.tot is None]
    tijden = [] if dicht else [bereik(rij.van, rij.tot) for rij in rijen if rij.van and rij.tot]
    reden = next((rij.reden for rij in dicht or rijen if rij.reden), "")
    return Afwijkend(*rijen[0].dagen, tuple(Blok(*deel) for deel in smelt(tijden)), reden)


def geldende(uitzonderingen: Iterable[Uitzondering], dag: date) -> Afwijkend | None:
    """The deviation that counts on a day, if any."""
    op_dag = [rij for rij in uitzonderingen if rij.van_dag <= dag <= rij.tot_dag]
    return afwijkend(op_dag)[-1] if op_dag else None
