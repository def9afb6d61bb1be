"""The OSM value, as others will read it."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening_hours import OpeningHours, State, validate

from voorzieningen.openingstijden import Slot, Uitzondering, osm

from .rooster import anders, dicht, rooster, slots, uitzonderingen, zonder_haast


@pytest.mark.eis("M11")
def test_days_with_the_same_hours_go_together() -> None:
    week = rooster("ma-wo 9:00-12:00", "vr 9:00-12:00", "do 13:00-17:00")
    assert osm(week) == "Mo-We,Fr 09:00-12:00, Th 13:00-17:00; PH off"


def test_nothing_known_is_an_empty_text() -> None:
    assert osm([]) == ""


def test_holidays_are_left_out_where_it_is_simply_open() -> None:
    assert osm(rooster("ma 9:00-12:00"), feestdagen_gesloten=False) == "Mo 09:00-12:00"


@pytest.mark.parametrize(
    "regels",
    [
        ("ma 9:00-11:00", "ma 11:00-12:00"),
        ("ma 9:00-11:00", "ma 10:00-12:00"),
        ("ma 9:00-12:00", "ma 10:00-11:00"),
        ("ma 9:00-12:00 inloop", "ma 10:00-11:00 met koffie"),
    ],
)
def test_slots_that_touch_or_overlap_are_one(regels: tuple[str, ...]) -> None:
    assert osm(rooster(*regels)) == "Mo 09:00-12:00; PH off"


def test_a_break_between_two_slots_stays() -> None:
    week = rooster("ma 13:00-17:00", "ma 9:00-12:00")
    assert osm(week) == "Mo 09:00-12:00,13:00-17:00; PH off"


def test_by_appointment_is_unknown_and_open_wins_from_it() -> None:
    tekst = osm(rooster("ma 10:00-11:00", "ma 9:00-12:00 op afspraak"))
    assert tekst == 'Mo 09:00-12:00 unknown "op afspraak", Mo 10:00-11:00; PH off'
    uren = OpeningHours(tekst, country="NL")
    assert uren.state(datetime(2026, 11, 23, 9, 30))[0] == State.UNKNOWN
    assert uren.state(datetime(2026, 11, 23, 10, 30))[0] == State.OPEN


@pytest.mark.parametrize(
    ("regel", "uren"),
    [
        ("za 21:00-01:00", "Sa 21:00-01:00"),
        ("za 18:00-24:00", "Sa 18:00-24:00"),
        ("za 18:00-23:59", "Sa 18:00-24:00"),
        ("za 0:00-23:59", "Sa 00:00-24:00"),
        ("ma-zo 0:00-24:00", "Mo-Su 00:00-24:00"),
        ("za 9:00-9:00", "Sa 09:00-33:00"),
    ],
)
def test_midnight_is_written_as_osm_wants_it(regel: str, uren: str) -> None:
    assert osm(rooster(regel), feestdagen_gesloten=False) == uren
    assert validate(uren)


@pytest.mark.parametrize(
    ("van", "tot", "periode"),
    [
        (date(2026, 10, 1), date(2027, 3, 31), "2026 Oct 01-2027 Mar 31"),
        (date(2026, 10, 1), None, "2026 Oct 01+"),
        (None, date(2027, 3, 31), "1900 Jan 01-2027 Mar 31"),
    ],
)
def test_a_season_stands_before_its_days(van: date | None, tot: date | None, periode: str) -> None:
    (slot,) = rooster("ma 9:00-12:00")
    seizoen = replace(slot, geldig_van=van, geldig_tot=tot)
    assert osm([seizoen]) == f"{periode} Mo 09:00-12:00; PH off"


def test_a_season_adds_to_the_rest_of_the_year() -> None:
    zomer = Slot(0, time(18), time(20), date(2026, 6, 1), date(2026, 8, 31))
    tekst = osm([*rooster("ma 9:00-12:00"), zomer], feestdagen_gesloten=False)
    uren = OpeningHours(tekst, country="NL")
    assert uren.is_open(datetime(2026, 7, 6, 10))
    assert uren.is_open(datetime(2026, 7, 6, 19))
    assert not uren.is_open(datetime(2026, 9, 7, 19))


def test_deviations_come_last_with_their_reason() -> None:
    tekst = osm(
        rooster("ma 9:00-12:00"),
        [anders("2026-12-28", "10:00", "11:00"), dicht("2026-12-21", "2027-01-03", "Vakantie")],
    )
    assert tekst == (
        'Mo 09:00-12:00; PH off; 2026 Dec 21-2027 Jan 03 off "Vakantie"; 2026 Dec 28 10:00-11:00'
    )


def test_several_times_on_one_deviating_day_are_one_rule() -> None:
    tijden = [anders("2026-12-28", "14:00", "16:00", "Open dag"),
              anders("2026-12-28", "10:00", "12:00", "Open dag")]  # fmt: skip
    assert osm([], tijden) == '2026 Dec 28 10:00-12:00,14:00-16:00 open "Open dag"'


@pytest.mark.parametrize("reden", ['Feest "Samen"', "a; b || c, d", "  twee\nregels ", "’s avonds"])
def test_a_reason_cannot_break_the_value(reden: str) -> None:
    tekst = osm(rooster("ma 9:00-12:00"), [dicht("2026-12-28", reden=reden)])
    uren = OpeningHours(tekst, country="NL")
    assert uren.is_closed(datetime(2026, 12, 28, 10))
    assert uren.is_open(datetime(2026, 12, 21, 10))


def test_a_mistyped_year_does_not_break_the_value() -> None:
    (slot,) = rooster("ma 9:00-12:00")
    tekst = osm([replace(slot, geldig_van=date(206, 1, 1))], [dicht("0206-12-25")])
    assert validate(tekst)


@zonder_haast
@given(st.lists(slots(), max_size=8), st.lists(uitzonderingen(), max_size=4), st.booleans())
def test_any_rows_make_a_value_that_can_be_read(
    weekrijen: list[Slot], afwijkingen: list[Uitzondering], feestdagen_gesloten: bool
) -> None:
    tekst = osm(weekrijen, afwijkingen, feestdagen_gesloten)
    assert tekst == "" or validate(tekst)
