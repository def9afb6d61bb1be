"""From days to clock times, with what is cancelled or moved on one date.

Begin and end are those of the clock on the wall in the Netherlands, summer and winter.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from .herhaling import Herhaling

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Stand(TextChoices):
    GAAT_DOOR = "gaat_door", _("gaat door")
    AFGELAST = "afgelast", _("afgelast")
    VERZET = "verzet", _("verzet naar een andere dag")


@dataclass(frozen=True)
class Anders:
    """One planned day that is not as planned; what stays empty stays as it was. With
    ``tot_en_met`` a period in which it is not held."""

    dag: date
    afgelast: bool = False
    nieuwe_dag: date | None = None
    van: time | None = None
    tot: time | None = None
    waar: str = ""
    reden: str = ""
    tot_en_met: date | None = None


class Keer(NamedTuple):
    """One time that it is, or would have been. ``gepland`` is the day by the rule; ``naar`` is
    where somebody must be instead when it was moved to another day."""

    gepland: date
    begin: datetime
    einde: datetime | None
    stand: str
    waar: str = ""
    reden: str = ""
    naar: datetime | None = None


def op_klok(dag: date, tijd: time) -> datetime:
    return datetime.combine(dag, tijd, tzinfo=AMSTERDAM)


def einde_op(dag: date, van: time, tot: time | None) -> datetime | None:
    """An end before the begin is past midnight."""
    if tot is None:
        return None
    return op_klok(dag if tot > van else dag + timedelta(days=1), tot)


@dataclass(frozen=True)
class Rooster:
    """A recurrence with its times and what differs from it on single days."""

    herhaling: Herhaling
    van: time
    tot: time | None = None
    anders: tuple[Anders, ...] = ()

    @classmethod
    def met(
        cls, herhaling: Herhaling, van: time, tot: time | None, anders: Iterable[Anders]
    ) -> "Rooster":
        """With days and periods sorted out: what is said of one day goes before a period."""
        alle = tuple(anders)
        enkel = tuple(rij for rij in alle if rij.tot_en_met is None)
        niet = tuple((rij.dag, rij.tot_en_met) for rij in alle if rij.tot_en_met)
        toch = frozenset(rij.dag for rij in enkel)
        return cls(replace(herhaling, niet=niet, toch=toch), van, tot, enkel)

    def keren(self, eerste: date, laatste: date) -> list[Keer]:
        """All that falls between two days, in order of time; also what was moved to them from
        outside."""
        per_dag = {uitzondering.dag: uitzondering for uitzondering in self.anders}
        gepland = {*self.herhaling.dagen(eerste, laatste), *self._verplaatst()}
        alle = [keer for dag in gepland for keer in self._op(dag, per_dag.get(dag))]
        binnen = (keer for keer in alle if eerste <= keer.begin.date() <= laatste)
        return sorted(binnen, key=lambda keer: (keer.begin, keer.gepland, keer.stand))

    def _verplaatst(self) -> Iterable[date]:
        dagen = (anders.dag for anders in self.anders if anders.nieuwe_dag)
        return (dag for dag in dagen if self.herhaling.valt_op(dag))

    def _op(self, dag: date, anders: Anders | None) -> Iterator[Keer]:
        gewoon = Keer(
            dag, op_klok(dag, self.van), einde_op(dag, self.van, self.tot), Stand.GAAT_DOOR
        )
        if anders is None:
            yield gewoon
        elif anders.afgelast:
            yield gewoon._replace(stand=Stand.AFGELAST, reden=anders.reden)
        else:
            nieuw = self.verzet(anders)
            yield nieuw
            if nieuw.begin.date() != dag:
                yield gewoon._replace(stand=Stand.VERZET, reden=anders.reden, naar=nieuw.begin)

    def verzet(self, anders: Anders) -> Keer:
        """The time that takes the place of a planned one."""
        dag, van = anders.nieuwe_dag or anders.dag, anders.van or self.van
        tot = anders.tot or (self.tot if anders.van is None else self._even_lang(van))
        einde = einde_op(dag, van, tot)
        return Keer(
            anders.dag, op_klok(dag, van), einde, Stand.GAAT_DOOR, anders.waar, anders.reden
        )

    def _even_lang(self, van: time) -> time | None:
        """The end that goes with another begin: it lasts as long as always."""
        if self.tot is None:
            return None
        dag = date(2000, 1, 1)
        duur = datetime.combine(dag, self.tot) - datetime.combine(dag, self.van)
        return (datetime.combine(dag, van) + duur).time()
