"""Opening times as one OSM ``opening_hours`` value, which the evaluation library reads too."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from .slots import (
    HELE_DAG,
    Afwijkend,
    Blok,
    Slot,
    Uitzondering,
    afwijkend,
    gelijke_dagen,
    per_periode,
    reeksen,
    venster,
)

Knip = Callable[[tuple[Blok, ...]], tuple[Blok, ...]]

DAGEN = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MAANDEN = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
EERSTE_DAG = date(1900, 1, 1)  # OSM knows no years before
OP_AFSPRAAK = ' unknown "op afspraak"'


def osm(
    slots: Sequence[Slot],
    uitzonderingen: Iterable[Uitzondering] = (),
    feestdagen_gesloten: bool = True,
) -> str:
    """For example ``Mo-Fr 09:00-17:00; PH off; 2026 Dec 24 09:00-12:00``; "" if nothing is known.

    Weekly rules are joined with a comma, so that they add up; what follows a semicolon replaces
    whole days. Open comes after "op afspraak" and the deviation that counts most comes last,
    since later rules win.
    """
    return _regels(slots, uitzonderingen, feestdagen_gesloten, knip=tuple)


def osm_per_etmaal(
    slots: Sequence[Slot], uitzonderingen: Sequence[Uitzondering], feestdagen_gesloten: bool
) -> tuple[str, str]:
    """Two values: the hours up to midnight, and those after it as if they were a day earlier.

    OSM readers let the small hours after a closed day go on, and cut off those that run into one.
    With both parts on the day they start, a deviation or holiday takes the whole of its own day
    and nothing else. The second value is "" when nothing runs past midnight.
    """
    alles = slots, uitzonderingen, feestdagen_gesloten
    nacht = _regels(*alles, knip=partial(venster, begin=HELE_DAG))
    return _regels(*alles, knip=partial(venster, begin=0)), nacht if ":" in nacht else ""


def _regels(
    slots: Sequence[Slot],
    uitzonderingen: Iterable[Uitzondering],
    feestdagen_gesloten: bool,
    knip: Knip,
) -> str:
    week = ", ".join([*_week(slots, True, knip), *_week(slots, False, knip)])
    feest = "PH off" if week and feestdagen_gesloten else ""
    bijzonder = [
        _afwijking(rij._replace(blokken=knip(rij.blokken))) for rij in afwijkend(uitzonderingen)
    ]
    return "; ".join(filter(None, [week, feest, *bijzonder]))


def _week(slots: Iterable[Slot], op_afspraak: bool, knip: Knip) -> Iterator[str]:
    """One rule per period and per group of weekdays that have the same hours."""
    gekozen = [replace(slot, opmerking="") for slot in slots if slot.op_afspraak == op_afspraak]
    achtervoegsel = OP_AFSPRAAK if op_afspraak else ""
    for periode, rijen in per_periode(gekozen):
        for dagen, blokken in gelijke_dagen(rijen):
            if uren := _uren(knip(blokken)):
                yield f"{_periode(*periode)}{_weekdagen(dagen)} {uren}{achtervoegsel}"


def _afwijking(rij: Afwijkend) -> str:
    dagen = _dag(rij.van_dag)
    if rij.tot_dag > rij.van_dag:
        dagen = f"{dagen}-{_dag(rij.tot_dag)}"
    reden = " ".join(rij.reden.replace('"', "'").split())
    wat = _uren(rij.blokken) if rij.blokken else "off"
    if not reden:
        return f"{dagen} {wat}"
    return f'{dagen} {wat}{" open" if rij.blokken else ""} "{reden}"'


def _periode(eerste: date, laatste: date) -> str:
    if laatste == date.max:
        return "" if eerste == date.min else f"{_dag(eerste)}+ "
    return f"{_dag(eerste)}-{_dag(laatste)} "


def _dag(dag: date) -> str:
    dag = max(dag, EERSTE_DAG)
    return f"{dag.year} {MAANDEN[dag.month - 1]} {dag.day:02}"


def _weekdagen(dagen: list[int]) -> str:
    return ",".join(
        DAGEN[eerste] if eerste == laatste else f"{DAGEN[eerste]}-{DAGEN[laatste]}"
        for eerste, laatste in reeksen(dagen)
    )


def _uren(blokken: Iterable[Blok]) -> str:
    return ",".join(f"{_uur(blok.begin)}-{_uur(_einde(blok))}" for blok in blokken)


def _einde(blok: Blok) -> int:
    """01:00 for the small hours of the next day; beyond 24 hours in a row OSM counts on (33:00)."""
    na_middernacht = blok.einde - HELE_DAG
    return na_middernacht if 0 < na_middernacht < blok.begin else blok.einde


def _uur(minuten: int) -> str:
    return f"{minuten // 60:02}:{minuten % 60:02}"
