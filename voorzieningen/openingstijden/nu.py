"""Is it open now, and if not, when? Words first: they are what a visitor reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from opening_hours import OpeningHours, State

from sociale_basis.kern.feestdagen import feestdag

from .als_osm import osm_per_etmaal
from .slots import Slot, Uitzondering, geldende, nog_geldig, wandklok
from .woorden import dagnaam, datum, tijd

VERSTE_BLIK = timedelta(days=366)
LANGSTE_STUK = timedelta(days=14)  # beyond this it is simply always open
STERKSTE_EERST = (State.OPEN, State.UNKNOWN, State.CLOSED)

Etmalen = list[tuple[OpeningHours, timedelta]]


@dataclass(frozen=True)
class Stand:
    """How things are at one moment; ``daarna`` adds when it opens where ``tekst`` does not."""

    soort: Literal["open", "dicht", "afspraak", "onbekend"]
    tekst: str
    daarna: str = ""

    @property
    def status(self) -> tuple[str, str]:
        """The words and the look for them ("open", "dicht" or "let-op"), as cards want it."""
        return self.tekst, self.soort if self.soort in ("open", "dicht") else "let-op"


class Stuk(NamedTuple):
    """A stretch in which nothing changes; ``tot`` is None when no end is in sight."""

    van: datetime
    tot: datetime | None
    staat: State


def stand(
    slots: Sequence[Slot],
    uitzonderingen: Sequence[Uitzondering] = (),
    feestdagen_gesloten: bool = True,
    op: datetime | None = None,
) -> Stand:
    """Open, dicht, op afspraak or onbekend at ``op`` (default now), with the sentence to show."""
    moment = wandklok(op)
    reden = reden_dicht(slots, uitzonderingen, feestdagen_gesloten, moment.date())
    if not is_bekend(slots, uitzonderingen, moment):
        return _onbekend() if reden is None else Stand("dicht", _vandaag_dicht(reden))
    etmalen = _etmalen(slots, uitzonderingen, feestdagen_gesloten)
    nu = _stuk(etmalen, moment)
    if nu.staat == State.OPEN:
        return Stand("open", _open(nu.tot, moment))
    straks = _daarna(etmalen, nu)
    gaat_open = _straks(straks, moment)
    if nu.staat == State.UNKNOWN:
        is_open = straks is not None and straks.staat == State.OPEN
        return Stand("afspraak", _op_afspraak(nu.tot, moment), gaat_open if is_open else "")
    if reden is not None:
        return Stand("dicht", _vandaag_dicht(reden), gaat_open)
    return Stand("dicht", gaat_open or _("Nu dicht"))


def reden_dicht(
    slots: Sequence[Slot],
    uitzonderingen: Sequence[Uitzondering],
    feestdagen_gesloten: bool,
    dag: date,
) -> str | None:
    """Why it is closed on a day: a reason (may be ""), or None when nothing closes that day.

    A holiday counts only where it would otherwise be open.
    """
    if afwijking := geldende(uitzonderingen, dag):
        return None if afwijking.blokken else afwijking.reden
    naam = feestdag(dag) if feestdagen_gesloten else ""
    return naam if naam and any(slot.geldt_op(dag) for slot in slots) else None


def is_bekend(
    slots: Sequence[Slot],
    uitzonderingen: Sequence[Uitzondering],
    op: datetime | None = None,
) -> bool:
    """Whether a row or a deviating day with times still says something."""
    gisteren = wandklok(op).date() - timedelta(days=1)
    return bool(nog_geldig(slots, op)) or any(
        not rij.gesloten and rij.tot_dag >= gisteren for rij in uitzonderingen
    )


@lru_cache(maxsize=2048)
def _gelezen(tekst: str) -> OpeningHours:
    return OpeningHours(tekst, country="NL", max_interval_days=VERSTE_BLIK.days)


def _etmalen(
    slots: Sequence[Slot], uitzonderingen: Sequence[Uitzondering], feestdagen_gesloten: bool
) -> Etmalen:
    """What the library reads: the hours of a day, and those past midnight a day later."""
    teksten = osm_per_etmaal(slots, uitzonderingen, feestdagen_gesloten)
    return [
        (_gelezen(tekst), timedelta(days=later)) for later, tekst in enumerate(teksten) if tekst
    ]


def _stuk(etmalen: Etmalen, moment: datetime) -> Stuk:
    """The stretch that begins or goes on at a moment."""
    staat = _staat(etmalen, moment)
    horizon = moment + (VERSTE_BLIK if staat == State.CLOSED else LANGSTE_STUK)
    tot = _wissel(etmalen, moment)
    while tot and tot < horizon and _staat(etmalen, tot) == staat:
        tot = _wissel(etmalen, tot)
    return Stuk(moment, tot if tot and tot < horizon else None, staat)


def _daarna(etmalen: Etmalen, stuk: Stuk) -> Stuk | None:
    """The next stretch that is not "dicht", if it comes within a year."""
    while stuk.tot:
        stuk = _stuk(etmalen, stuk.tot)
        if stuk.staat != State.CLOSED:
            return stuk
    return None


def _staat(etmalen: Etmalen, moment: datetime) -> State:
    staten = [uren.state(moment - later)[0] for uren, later in etmalen]
    return next(staat for staat in STERKSTE_EERST if staat in staten)


def _wissel(etmalen: Etmalen, moment: datetime) -> datetime | None:
    """When the library next sees a change, which need not be one of state."""
    wissels = [(uren.next_change(moment - later), later) for uren, later in etmalen]
    return min((wissel + later for wissel, later in wissels if wissel), default=None)


def _onbekend() -> Stand:
    return Stand("onbekend", _("Openingstijden niet bekend. Bel even."))


def _vandaag_dicht(reden: str) -> str:
    return _("Vandaag dicht: %s") % reden if reden else _("Vandaag dicht")


def _open(tot: datetime | None, moment: datetime) -> str:
    if tot is None:
        return _("Dag en nacht open")
    return _("Nu open tot %s uur") % _einde(tot, moment)


def _op_afspraak(tot: datetime | None, moment: datetime) -> str:
    if tot is None:
        return _("Alleen op afspraak")
    return _("Vandaag op afspraak tot %s uur") % _einde(tot, moment)


def _einde(tot: datetime, moment: datetime) -> str:
    """ "17.00", "24.00", and with the day when it is more than the coming night: "morgen 17.00"."""
    laatste = (tot - timedelta(minutes=1)).date()
    uur = tijd(24 * 60) if laatste < tot.date() else tijd(tot.time())
    if laatste == moment.date() or tot - moment < timedelta(hours=12):
        return uur
    return f"{_dag(laatste, moment.date())} {uur}"


def _straks(stuk: Stuk | None, moment: datetime) -> str:
    """When it opens, or when one can come by appointment; "" if not within a year."""
    if stuk is None:
        return ""
    woorden = {"dag": _dag(stuk.van.date(), moment.date()), "tijd": tijd(stuk.van.time())}
    binnen_een_week = stuk.van.date() - moment.date() < timedelta(days=7)
    if stuk.staat == State.OPEN:
        if binnen_een_week:
            return _("Gaat %(dag)s open om %(tijd)s uur") % woorden
        return _("Gaat op %(dag)s open") % woorden
    if binnen_een_week:
        return capfirst(_("%(dag)s op afspraak vanaf %(tijd)s uur") % woorden)
    return _("Op afspraak vanaf %(dag)s") % woorden


def _dag(dag: date, vandaag: date) -> str:
    """ "vandaag", "morgen", "woensdag" within a week, else "4 januari"."""
    over = (dag - vandaag).days
    if over < 2:
        return _("morgen") if over else _("vandaag")
    return dagnaam(dag.weekday()) if over < 7 else datum(dag, vandaag)
