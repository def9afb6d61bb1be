"""Dutch public holidays."""

from datetime import date, datetime, timedelta

import pytest
from opening_hours import OpeningHours

from sociale_basis.kern.feestdagen import feestdag


@pytest.mark.eis("M11")
@pytest.mark.parametrize(
    ("dag", "naam"),
    [
        (date(2026, 1, 1), "Nieuwjaarsdag"),
        (date(2026, 4, 5), "Eerste Paasdag"),
        (date(2026, 4, 6), "Tweede Paasdag"),
        (date(2026, 4, 27), "Koningsdag"),
        (date(2026, 5, 14), "Hemelvaartsdag"),
        (date(2026, 5, 24), "Eerste Pinksterdag"),
        (date(2026, 5, 25), "Tweede Pinksterdag"),
        (date(2026, 12, 25), "Eerste Kerstdag"),
        (date(2026, 12, 26), "Tweede Kerstdag"),
    ],
)
def test_every_public_holiday_of_a_year_has_its_name(dag: date, naam: str) -> None:
    assert feestdag(dag) == naam


@pytest.mark.parametrize("jaar", [2025, 2031])
def test_koningsdag_is_on_26_april_when_the_27th_is_a_sunday(jaar: int) -> None:
    assert feestdag(date(jaar, 4, 26)) == "Koningsdag"
    assert feestdag(date(jaar, 4, 27)) == ""


@pytest.mark.parametrize(
    "dag",
    [
        date(2026, 4, 3),  # Good Friday
        date(2025, 5, 5),  # Liberation day, also in the years in which many have the day off
        date(2026, 5, 5),
        date(2026, 12, 5),
        date(2026, 12, 24),
        date(2026, 12, 31),
    ],
)
def test_days_that_many_take_for_a_holiday_are_none(dag: date) -> None:
    assert feestdag(dag) == ""


@pytest.mark.parametrize("jaar", range(2014, 2071))
def test_the_evaluation_library_knows_the_same_days(jaar: int) -> None:
    bibliotheek = OpeningHours("PH", country="NL")
    dagen = [date(jaar, 1, 1) + timedelta(days=n) for n in range(366)]
    anders = [
        dag
        for dag in dagen
        if bibliotheek.is_open(datetime(dag.year, dag.month, dag.day, 12)) != bool(feestdag(dag))
    ]
    assert not anders
