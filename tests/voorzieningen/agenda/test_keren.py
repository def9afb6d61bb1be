"""From days to clock times: summer and winter, past midnight, cancelled and moved."""

from datetime import UTC, date, datetime, time

import pytest

from voorzieningen.agenda.herhaling import Herhaling, Ritme
from voorzieningen.agenda.keren import Anders, Rooster, Stand

pytestmark = pytest.mark.eis("M11")

DINSDAG, WEEK_LATER = date(2026, 11, 24), date(2026, 12, 1)


def rooster(*anders: Anders, van=time(10), tot=time(12), **velden) -> Rooster:
    """Every Tuesday from 10 to 12."""
    herhaling = Herhaling(velden.pop("ritme", Ritme.WEEK), velden.pop("begin", DINSDAG), **velden)
    return Rooster(herhaling, van, tot, anders)


def keren(rooster: Rooster, van: date = DINSDAG, tot: date = WEEK_LATER) -> list[tuple[str, str]]:
    return [(f"{keer.begin:%d-%m %H:%M}", keer.stand) for keer in rooster.keren(van, tot)]


def test_a_plain_week():
    assert keren(rooster()) == [("24-11 10:00", "gaat_door"), ("01-12 10:00", "gaat_door")]


@pytest.mark.parametrize(
    ("zaterdag", "zondag"),
    [(date(2026, 3, 28), date(2026, 3, 29)), (date(2026, 10, 24), date(2026, 10, 25))],
)
def test_the_change_of_the_clock_moves_nothing(zaterdag, zondag):
    elke_dag = rooster(ritme=Ritme.DAG, begin=zaterdag)
    voor, na = elke_dag.keren(zaterdag, zondag)
    assert (voor.begin.hour, na.begin.hour) == (10, 10)
    assert abs((na.begin.astimezone(UTC) - voor.begin.astimezone(UTC)).seconds // 3600) in (23, 1)


def test_what_ends_after_midnight_ends_the_next_day():
    [keer] = rooster(van=time(20), tot=time(1)).keren(DINSDAG, DINSDAG)
    assert keer.einde == datetime(2026, 11, 25, 1, tzinfo=keer.begin.tzinfo)


def test_without_an_end_there_is_none():
    [keer] = rooster(tot=None).keren(DINSDAG, DINSDAG)
    assert keer.einde is None


def test_a_cancelled_day_stays_in_sight_with_the_reason():
    weg = Anders(DINSDAG, afgelast=True, reden="De kok is ziek")
    eerste, tweede = rooster(weg).keren(DINSDAG, WEEK_LATER)
    assert (eerste.stand, eerste.reden) == (Stand.AFGELAST, "De kok is ziek")
    assert tweede.stand == Stand.GAAT_DOOR


def test_moved_to_another_day_it_stands_on_both():
    verzet = Anders(DINSDAG, nieuwe_dag=date(2026, 11, 26), reden="De zaal is bezet")
    assert keren(rooster(verzet)) == [
        ("24-11 10:00", "verzet"),
        ("26-11 10:00", "gaat_door"),
        ("01-12 10:00", "gaat_door"),
    ]
    oud, nieuw, _ = rooster(verzet).keren(DINSDAG, WEEK_LATER)
    assert oud.naar == nieuw.begin
    assert nieuw.gepland == DINSDAG


def test_another_time_on_the_same_day_lasts_as_long_as_always():
    [keer] = rooster(Anders(DINSDAG, van=time(14))).keren(DINSDAG, DINSDAG)
    assert (f"{keer.begin:%H:%M}", f"{keer.einde:%H:%M}") == ("14:00", "16:00")


def test_another_end_alone_keeps_the_begin():
    [keer] = rooster(Anders(DINSDAG, tot=time(11))).keren(DINSDAG, DINSDAG)
    assert (f"{keer.begin:%H:%M}", f"{keer.einde:%H:%M}") == ("10:00", "11:00")


def test_another_place_alone():
    [keer] = rooster(Anders(DINSDAG, waar="in het bos")).keren(DINSDAG, DINSDAG)
    assert (keer.waar, keer.stand) == ("in het bos", Stand.GAAT_DOOR)


def test_what_is_moved_out_of_a_week_is_found_in_the_other():
    verzet = Anders(DINSDAG, nieuwe_dag=date(2026, 12, 3))
    assert ("03-12 10:00", "gaat_door") in keren(rooster(verzet), WEEK_LATER, date(2026, 12, 7))
    assert keren(rooster(verzet), DINSDAG, DINSDAG) == [("24-11 10:00", "verzet")]


def test_a_deviation_of_a_day_that_is_no_longer_planned_does_nothing():
    weg = Anders(date(2026, 11, 25), nieuwe_dag=date(2026, 11, 26))
    assert keren(rooster(weg), DINSDAG, DINSDAG) == [("24-11 10:00", "gaat_door")]
