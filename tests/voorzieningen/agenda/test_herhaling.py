"""On which days something recurs: every rhythm that staff can choose, and Dutch holidays."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorzieningen.agenda.herhaling import Herhaling, Ritme
from voorzieningen.openingstijden import feestdag

pytestmark = pytest.mark.eis("M11")

DINSDAG = date(2026, 11, 24)


def dagen(ritme: str, begin: date, aantal: int = 4, **anders) -> list[str]:
    """The first days of a rhythm as "24-11"."""
    herhaling = Herhaling(ritme, begin, **anders)
    return [f"{dag:%d-%m}" for dag in islice(herhaling.vanaf(begin), aantal)]


def test_once_is_once():
    assert dagen(Ritme.EEN_KEER, DINSDAG) == ["24-11"]


def test_every_day_and_every_working_day():
    vrijdag = date(2026, 11, 27)
    assert dagen(Ritme.DAG, vrijdag) == ["27-11", "28-11", "29-11", "30-11"]
    assert dagen(Ritme.WERKDAG, vrijdag) == ["27-11", "30-11", "01-12", "02-12"]


def test_every_week_is_on_the_weekday_of_the_first_day():
    assert dagen(Ritme.WEEK, DINSDAG) == ["24-11", "01-12", "08-12", "15-12"]


def test_every_week_on_days_of_choice():
    assert dagen(Ritme.WEEK, DINSDAG, weekdagen=(1, 3)) == ["24-11", "26-11", "01-12", "03-12"]


def test_a_first_day_that_is_none_of_the_days_of_choice_is_left_out():
    assert dagen(Ritme.WEEK, DINSDAG, 2, weekdagen=(0,)) == ["30-11", "07-12"]


def test_every_other_week_counts_from_the_first_day():
    assert dagen(Ritme.TWEE_WEKEN, DINSDAG) == ["24-11", "08-12", "22-12", "05-01"]


def test_every_month_on_the_second_tuesday():
    assert dagen(Ritme.MAAND, date(2026, 11, 10)) == ["10-11", "08-12", "12-01", "09-02"]


def test_every_month_on_the_last_friday_begins_at_the_first_that_is_last():
    assert dagen(Ritme.MAAND_LAATST, date(2026, 11, 6), 3) == ["27-11", "29-01", "26-02"]
    ook = dagen(Ritme.MAAND_LAATST, date(2026, 11, 6), 3, ook_op_feestdagen=True)
    assert ook == ["27-11", "25-12", "29-01"]


def test_every_month_on_a_date_and_every_year():
    assert dagen(Ritme.MAAND_DATUM, date(2026, 11, 15), 3) == ["15-11", "15-12", "15-01"]
    assert dagen(Ritme.JAAR, date(2026, 9, 26), 2) == ["26-09", "26-09"]


def test_weekdays_say_nothing_outside_a_weekly_rhythm():
    assert Herhaling(Ritme.MAAND, DINSDAG, ()).op_weekdagen == (1,)


def test_the_last_day_is_in_and_after_it_there_is_nothing():
    assert dagen(Ritme.WEEK, DINSDAG, laatste=date(2026, 12, 8)) == ["24-11", "01-12", "08-12"]


def test_a_public_holiday_is_skipped_unless_staff_say_otherwise():
    vrijdag = date(2026, 12, 18)
    assert dagen(Ritme.WEEK, vrijdag, 2) == ["18-12", "08-01"]
    assert dagen(Ritme.WEEK, vrijdag, 2, ook_op_feestdagen=True) == ["18-12", "25-12"]


def test_what_is_planned_once_on_a_holiday_is_meant():
    koningsdag = date(2027, 4, 27)
    assert dagen(Ritme.EEN_KEER, koningsdag) == ["27-04"]


@pytest.mark.parametrize(
    ("jaar", "weg"),
    [(2025, date(2025, 4, 26)), (2026, date(2026, 4, 27)), (2031, date(2031, 4, 26))],
)
def test_koningsdag_is_on_the_26th_when_the_27th_is_a_sunday(jaar, weg):
    elke_dag = Herhaling(Ritme.DAG, date(jaar, 4, 24))
    assert elke_dag.overgeslagen(date(jaar, 4, 24), date(jaar, 4, 30)) == [weg]
    assert elke_dag.valt_op(date(jaar, 4, 26)) == (weg.day == 27)


def test_liberation_day_and_good_friday_are_days_like_any_other():
    elke_dag = Herhaling(Ritme.DAG, date(2027, 3, 1))
    assert elke_dag.valt_op(date(2027, 3, 26))
    assert elke_dag.valt_op(date(2027, 5, 5))


def test_a_period_that_ends_before_it_begins_has_no_days():
    assert Herhaling(Ritme.WEEK, DINSDAG).dagen(DINSDAG, DINSDAG - timedelta(days=1)) == []


@given(
    ritme=st.sampled_from(Ritme.values),
    begin=st.dates(date(2020, 1, 1), date(2030, 12, 28)),
    weekdagen=st.sets(st.integers(0, 6)).map(sorted).map(tuple),
    over=st.integers(-50, 400),
)
def test_every_day_that_it_gives_lies_in_the_period_and_on_no_holiday(
    ritme, begin, weekdagen, over
):
    herhaling = Herhaling(ritme, begin, weekdagen)
    van, tot = begin + timedelta(days=over), begin + timedelta(days=over + 60)
    gevonden = herhaling.dagen(van, tot)
    assert gevonden == sorted(set(gevonden))
    assert all(max(van, begin) <= dag <= tot for dag in gevonden)
    assert all(herhaling.valt_op(dag) for dag in gevonden)
    if ritme != Ritme.EEN_KEER:
        assert not any(feestdag(dag) for dag in gevonden)
