"""On which days something recurs: days of the wall calendar, so no change of the clock moves them.

The rules themselves are those of RFC 5545, worked out by dateutil.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from dateutil import rrule
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.feestdagen import feestdag

EEN_DAG = timedelta(days=1)
DAGEN = (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU)


class Ritme(TextChoices):
    """How often, as staff choose it."""

    EEN_KEER = "een_keer", _("één keer")
    DAG = "dag", _("elke dag")
    WERKDAG = "werkdag", _("elke werkdag, maandag tot en met vrijdag")
    WEEK = "week", _("elke week")
    TWEE_WEKEN = "twee_weken", _("om de week")
    MAAND = "maand", _("elke maand op dezelfde weekdag, zoals de 2e dinsdag")
    MAAND_LAATST = "maand_laatst", _("elke maand de laatste keer, zoals de laatste vrijdag")
    MAAND_DATUM = "maand_datum", _("elke maand op dezelfde datum, zoals de 15e")
    JAAR = "jaar", _("elk jaar op dezelfde datum")

    @property
    def is_wekelijks(self) -> bool:
        return self in (Ritme.WEEK, Ritme.TWEE_WEKEN)


@dataclass(frozen=True)
class Herhaling:
    """What staff chose. ``weekdagen`` (0 is Monday) count for weekly rhythms only; without any it
    is the weekday of the first day. ``laatste`` is the last possible day, None: no end.
    ``niet`` are periods (first and last day) in which it is not held, but for days in ``toch``."""

    ritme: str
    begin: date
    weekdagen: tuple[int, ...] = ()
    laatste: date | None = None
    ook_op_feestdagen: bool = False
    niet: tuple[tuple[date, date], ...] = ()
    toch: frozenset[date] = frozenset()

    @property
    def op_weekdagen(self) -> tuple[int, ...]:
        return self.weekdagen or (self.begin.weekday(),)

    @property
    def hoeveelste(self) -> int:
        """Which such weekday of its month the first day is: 2 for the second Tuesday."""
        return (self.begin.day - 1) // 7 + 1

    def regel(self) -> rrule.rrule:
        """The rule with midnights for days; public holidays are still in it."""
        tot = self.begin if self.ritme == Ritme.EEN_KEER else self.laatste
        return rrule.rrule(
            dtstart=_middernacht(self.begin),
            until=_middernacht(tot) if tot else None,
            **self.regeldelen(),
        )

    def regeldelen(self) -> dict[str, Any]:
        """What makes the rule, apart from where it begins and ends, as dateutil calls it."""
        dag = DAGEN[self.begin.weekday()]
        per_week = {"freq": rrule.WEEKLY, "byweekday": [DAGEN[nr] for nr in self.op_weekdagen]}
        delen: dict[str, dict[str, Any]] = {
            Ritme.WERKDAG: {"freq": rrule.WEEKLY, "byweekday": DAGEN[:5]},
            Ritme.WEEK: per_week,
            Ritme.TWEE_WEKEN: {**per_week, "interval": 2},
            Ritme.MAAND: {"freq": rrule.MONTHLY, "byweekday": dag(self.hoeveelste)},
            Ritme.MAAND_LAATST: {"freq": rrule.MONTHLY, "byweekday": dag(-1)},
            Ritme.MAAND_DATUM: {"freq": rrule.MONTHLY, "bymonthday": self.begin.day},
            Ritme.JAAR: {"freq": rrule.YEARLY},
        }
        return delen.get(self.ritme, {"freq": rrule.DAILY})

    def dagen(self, van: date, tot: date) -> list[date]:
        """The days from ``van`` up to and including ``tot``, without those that it skips."""
        return [dag for dag in self._alle(van, tot) if not self._valt_weg(dag)]

    def overgeslagen(self, van: date, tot: date) -> list[date]:
        """The days between these on which it would have been: holidays and closed periods."""
        return [dag for dag in self._alle(van, tot) if self._valt_weg(dag)]

    def valt_op(self, dag: date) -> bool:
        return bool(self.dagen(dag, dag))

    def vanaf(self, dag: date) -> Iterator[date]:
        """Each day that it is, from a day on; without end if the rule has none."""
        for moment in self.regel().xafter(_middernacht(dag), inc=True):
            if not self._valt_weg(moment.date()):
                yield moment.date()

    def _alle(self, van: date, tot: date) -> list[date]:
        van = max(van, self.begin)
        if tot < van:
            return []
        momenten = self.regel().between(_middernacht(van), _middernacht(tot), inc=True)
        return [moment.date() for moment in momenten]

    def is_dicht(self, dag: date) -> bool:
        """In a period in which it is not held; what staff said of one day goes before that."""
        return dag not in self.toch and any(van <= dag <= tot for van, tot in self.niet)

    def _valt_weg(self, dag: date) -> bool:
        """Who plans one day on a holiday means it."""
        if self.is_dicht(dag):
            return True
        if self.ook_op_feestdagen or self.ritme == Ritme.EEN_KEER:
            return False
        return bool(feestdag(dag))


def _middernacht(dag: date) -> datetime:
    return datetime.combine(dag, time.min)
