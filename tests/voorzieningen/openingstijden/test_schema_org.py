"""schema.org data, as search engines read it."""

from dataclasses import replace
from datetime import date

import pytest

from voorzieningen.openingstijden import schema_org, schema_org_bijzonder

from .rooster import anders, dicht, rooster

SOORT = {"@type": "OpeningHoursSpecification"}


def test_days_with_the_same_hours_are_one_specification() -> None:
    assert schema_org(rooster("ma-di 9:00-12:00")) == [
        SOORT
        | {
            "dayOfWeek": ["https://schema.org/Monday", "https://schema.org/Tuesday"],
            "opens": "09:00",
            "closes": "12:00",
        }
    ]


@pytest.mark.parametrize(
    ("regel", "uren"),
    [
        ("za 21:00-01:00", ("21:00", "01:00")),
        ("za 18:00-24:00", ("18:00", "23:59")),
        ("za 0:00-23:59", ("00:00", "23:59")),
    ],
)
def test_closing_after_midnight_is_earlier_than_opening(regel: str, uren: tuple[str, str]) -> None:
    (rij,) = schema_org(rooster(regel))
    assert (rij["opens"], rij["closes"]) == uren


def test_by_appointment_is_not_told_as_open() -> None:
    assert schema_org(rooster("ma 9:00-12:00 op afspraak")) == []


def test_a_season_has_its_first_and_last_day() -> None:
    (slot,) = rooster("ma 9:00-12:00")
    (rij,) = schema_org([replace(slot, geldig_van=date(2026, 6, 1), geldig_tot=date(2026, 8, 31))])
    assert (rij["validFrom"], rij["validThrough"]) == ("2026-06-01", "2026-08-31")
    (rij,) = schema_org([replace(slot, geldig_van=date(2026, 6, 1))])
    assert "validThrough" not in rij


def test_deviations_have_their_days_and_closed_is_from_midnight_to_midnight() -> None:
    rijen = [dicht("2026-12-21", "2027-01-03"), anders("2026-12-05", "10:00", "12:00")]
    assert schema_org_bijzonder(rijen, feestdagen_gesloten=False) == [
        SOORT
        | {"opens": "00:00", "closes": "00:00"}
        | {"validFrom": "2026-12-21", "validThrough": "2027-01-03"},
        SOORT
        | {"opens": "10:00", "closes": "12:00"}
        | {"validFrom": "2026-12-05", "validThrough": "2026-12-05"},
    ]


def test_public_holidays_are_closed_unless_it_is_simply_open() -> None:
    feest = {"dayOfWeek": ["https://schema.org/PublicHolidays"], "opens": "00:00"}
    assert schema_org_bijzonder([]) == [SOORT | feest | {"closes": "00:00"}]
    assert schema_org_bijzonder([], feestdagen_gesloten=False) == []
