"""The library's answer agrees with a slow and simple reading of the same rows."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voorzieningen.openingstijden import Slot, Uitzondering, stand

from .rooster import MAANDAG, slots, uitzonderingen, zonder_haast

BEGIN = datetime.combine(MAANDAG - timedelta(days=1), time(0, 0))
KWARTIEREN = [BEGIN + timedelta(minutes=15 * n) for n in range(9 * 24 * 4)]

# Every eleventh quarter of nine days, so that in the end each quarter has its turn.
momenten = st.integers(0, 10).map(lambda begin: KWARTIEREN[begin::11])


def tijdvak(dag: date, van: time, tot: time) -> tuple[datetime, datetime]:
    begin = datetime.combine(dag, van)
    if tot in (time(0, 0), time(23, 59)):
        return begin, datetime.combine(dag + timedelta(days=1), time(0, 0))
    einde = datetime.combine(dag, tot)
    return begin, einde if einde > begin else einde + timedelta(days=1)


def bevat(moment: datetime, dag: date, rij: Slot | Uitzondering) -> bool:
    begin, einde = tijdvak(dag, rij.van, rij.tot)
    return begin <= moment < einde


def geldt(slot: Slot, dag: date) -> bool:
    na_begin = slot.geldig_van is None or slot.geldig_van <= dag
    voor_einde = slot.geldig_tot is None or dag <= slot.geldig_tot
    return slot.weekdag == dag.weekday() and na_begin and voor_einde


def afwijkingen_op(rijen: list[Uitzondering], dag: date) -> list[Uitzondering]:
    """The rows with the days that count: the shortest, then the earliest."""
    lengte = [(rij.tot_dag - rij.van_dag, rij.van_dag) for rij in rijen]
    beste = min(
        (
            sleutel
            for sleutel, rij in zip(lengte, rijen, strict=True)
            if rij.van_dag <= dag <= rij.tot_dag
        ),
        default=None,
    )
    return [rij for sleutel, rij in zip(lengte, rijen, strict=True) if sleutel == beste]


def rijen_van(
    weekrijen: list[Slot], afwijkingen: list[Uitzondering], dag: date
) -> list[Slot | Uitzondering]:
    """What starts on a day."""
    bijzonder = afwijkingen_op(afwijkingen, dag)
    if any(rij.gesloten for rij in bijzonder):
        return []
    return [*bijzonder] or [slot for slot in weekrijen if geldt(slot, dag)]


def orakel(weekrijen: list[Slot], afwijkingen: list[Uitzondering], moment: datetime) -> str:
    vandaag, gisteren = moment.date(), moment.date() - timedelta(days=1)
    op_afspraak = {
        getattr(rij, "op_afspraak", False)
        for dag in (vandaag, gisteren)
        for rij in rijen_van(weekrijen, afwijkingen, dag)
        if bevat(moment, dag, rij)
    }
    if False in op_afspraak:
        return "open"
    return "afspraak" if op_afspraak else "dicht"


def verschillen(
    weekrijen: list[Slot], afwijkingen: list[Uitzondering], momenten: list[datetime]
) -> list[tuple]:
    antwoorden = [stand(weekrijen, afwijkingen, False, moment).soort for moment in momenten]
    verwacht = [orakel(weekrijen, afwijkingen, moment) for moment in momenten]
    return [
        (moment.isoformat(), antwoord, goed)
        for moment, antwoord, goed in zip(momenten, antwoorden, verwacht, strict=True)
        if antwoord != goed and (antwoord, goed) != ("onbekend", "dicht")
    ]


@pytest.mark.eis("M11")
@settings(zonder_haast, max_examples=50)
@given(st.lists(slots(), min_size=1, max_size=8), momenten)
def test_random_weeks_read_the_same_as_the_simple_reading(
    weekrijen: list[Slot], momenten: list[datetime]
) -> None:
    assert not verschillen(weekrijen, [], momenten)


@pytest.mark.eis("M11")
@settings(zonder_haast, max_examples=60)
@given(st.lists(slots(), max_size=5), st.lists(uitzonderingen(), min_size=1, max_size=4), momenten)
def test_random_deviations_read_the_same_as_the_simple_reading(
    weekrijen: list[Slot], afwijkingen: list[Uitzondering], momenten: list[datetime]
) -> None:
    assert not verschillen(weekrijen, afwijkingen, momenten)
