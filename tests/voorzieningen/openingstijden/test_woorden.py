"""The rows in words: "Maandag en dinsdag van 9.00 tot 12.00 uur."""

import re
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorzieningen.openingstijden import Slot, tijd, zin
from voorzieningen.openingstijden.woorden import dagen_in_woorden, dagnaam, datum

from .rooster import rooster, slots, zonder_haast


@pytest.mark.parametrize(
    ("moment", "verwacht"),
    [
        ("09:30", "9.30"),
        ("00:00", "0.00"),
        ("13:05", "13.05"),
        (time(9, 0), "9.00"),
        (time(23, 59), "23.59"),
        (24 * 60, "24.00"),
        (25 * 60, "1.00"),
    ],
)
def test_a_time_is_written_with_a_point_and_without_a_leading_zero(
    moment: str | time | int, verwacht: str
) -> None:
    assert tijd(moment) == verwacht


def test_a_date_has_its_year_when_it_is_far_away() -> None:
    vandaag = date(2026, 11, 23)
    assert datum(date(2026, 12, 21), vandaag) == "21 december"
    assert datum(date(2027, 1, 4), vandaag) == "4 januari"
    assert datum(date(2027, 8, 1), vandaag) == "1 augustus 2027"
    assert datum(date(2026, 12, 21)) == "21 december 2026"


@pytest.mark.parametrize(
    ("dagen", "verwacht"),
    [
        ([0], "maandag"),
        ([0, 1], "maandag en dinsdag"),
        ([0, 1, 2], "maandag tot en met woensdag"),
        ([0, 2, 4], "maandag, woensdag en vrijdag"),
        ([0, 1, 3], "maandag, dinsdag en donderdag"),
        ([0, 1, 2, 5], "maandag tot en met woensdag en zaterdag"),
        ([0, 1, 2, 3, 4, 5, 6], "elke dag"),
    ],
)
def test_days_that_follow_each_other_are_taken_together(dagen: list[int], verwacht: str) -> None:
    assert dagen_in_woorden(dagen) == verwacht


@pytest.mark.eis("H10")
@pytest.mark.parametrize(
    ("regels", "verwacht"),
    [
        (("ma 9:00-12:00",), "Maandag van 9.00 tot 12.00 uur."),
        (
            ("ma-di 9:00-12:00", "wo 10:00-12:00 op afspraak"),
            "Maandag en dinsdag van 9.00 tot 12.00 uur, "
            "woensdag op afspraak van 10.00 tot 12.00 uur.",
        ),
        (
            ("ma-vr 9:00-12:00", "ma-vr 13:00-17:00"),
            "Maandag tot en met vrijdag van 9.00 tot 12.00 uur en van 13.00 tot 17.00 uur.",
        ),
        (("di 13:30-17:00 inloop",), "Dinsdag van 13.30 tot 17.00 uur (inloop)."),
        (("za 21:00-01:00",), "Zaterdag van 21.00 tot 1.00 uur ’s nachts."),
        (("za 21:00-20:00",), "Zaterdag van 21.00 tot 20.00 uur de volgende dag."),
        (("za 21:00-0:00",), "Zaterdag van 21.00 tot 24.00 uur."),
        (("ma-zo 0:00-23:59",), "Elke dag de hele dag."),
        (("ma 9:00-11:00", "ma 10:00-12:00"), "Maandag van 9.00 tot 12.00 uur."),
        ((), ""),
    ],
)
def test_the_sentence_says_what_the_rows_mean(regels: tuple[str, ...], verwacht: str) -> None:
    assert zin(rooster(*regels)) == verwacht


@pytest.mark.parametrize(
    ("van", "tot", "begin"),
    [
        (date(2026, 4, 1), date(2026, 9, 30), "Van 1 april 2026 tot en met 30 september 2026: "),
        (date(2026, 12, 14), date(2026, 12, 14), "Op 14 december 2026: "),
        (date(2026, 4, 1), None, "Vanaf 1 april 2026: "),
        (None, date(2026, 9, 30), "Tot en met 30 september 2026: "),
    ],
)
def test_a_season_has_a_sentence_of_its_own(van: date | None, tot: date | None, begin: str) -> None:
    altijd, zomer = rooster("ma 9:00-12:00", "di 18:00-20:00")
    seizoen = replace(zomer, geldig_van=van, geldig_tot=tot)
    zinnen = {"Maandag van 9.00 tot 12.00 uur.", f"{begin}dinsdag van 18.00 tot 20.00 uur."}
    assert zin([seizoen, altijd]) in {" ".join(zinnen), " ".join(reversed([*zinnen]))}


def genoemde_dagen(tekst: str) -> set[int]:
    """The weekdays in a text, with those that "tot en met" takes along."""
    namen = [dagnaam(dag) for dag in range(7)]
    if "elke dag" in tekst:
        return set(range(7))
    dagen = {nummer for nummer, naam in enumerate(namen) if naam in tekst}
    for eerste, laatste in re.findall(r"(\w+dag) tot en met (\w+dag)", tekst):
        dagen |= set(range(namen.index(eerste), namen.index(laatste) + 1))
    return dagen


@zonder_haast
@given(st.lists(slots(), min_size=1, max_size=10))
def test_the_sentence_names_each_open_day_and_no_other(week: list[Slot]) -> None:
    altijd = [replace(slot, geldig_van=None, geldig_tot=None) for slot in week]
    assert genoemde_dagen(zin(altijd).lower()) == {slot.weekdag for slot in week}


@zonder_haast
@given(st.lists(slots(), min_size=1, max_size=10))
def test_the_order_of_the_rows_does_not_matter(week: list[Slot]) -> None:
    assert zin(week) == zin(reversed(week))
