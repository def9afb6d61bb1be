"""The table of the week and the special days below it."""

from dataclasses import replace
from datetime import date

import pytest

from voorzieningen.openingstijden import Uitzondering, bijzonder, week

from .rooster import anders, dicht, om, rooster

pytestmark = pytest.mark.eis("M11")

BUURTHUIS = rooster("ma-vr 9:00-12:00", "wo 13:30-17:00 inloop", "do 10:00-11:00 op afspraak")
DINSDAG = om("2026-11-24 10:00")


def tijden(rijen: list, dag: str) -> list[str]:
    return next(rij.tijden for rij in rijen if rij.naam == dag)


def test_the_week_runs_from_monday_to_sunday() -> None:
    assert [dag.naam for dag in week(BUURTHUIS, op=DINSDAG)] == [
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    ]  # fmt: skip


def test_each_day_has_its_times_in_order_with_their_remarks() -> None:
    rijen = week(BUURTHUIS, op=DINSDAG)
    assert tijden(rijen, "maandag") == ["van 9.00 tot 12.00 uur"]
    assert tijden(rijen, "woensdag") == [
        "van 9.00 tot 12.00 uur",
        "van 13.30 tot 17.00 uur (inloop)",
    ]
    assert tijden(rijen, "donderdag") == [
        "van 9.00 tot 12.00 uur",
        "op afspraak van 10.00 tot 11.00 uur",
    ]
    assert tijden(rijen, "zaterdag") == []


def test_only_today_is_today() -> None:
    assert [dag.naam for dag in week(BUURTHUIS, op=DINSDAG) if dag.is_vandaag] == ["dinsdag"]


def test_today_is_the_day_on_the_dutch_wall() -> None:
    kwart_over_twaalf = om("2026-11-25 00:15")
    assert [dag.naam for dag in week([], op=kwart_over_twaalf) if dag.is_vandaag] == ["woensdag"]


def test_a_row_shows_the_season_in_which_that_day_comes() -> None:
    """On Sunday 29 November the coming Monday already has the times of December."""
    nu, straks = rooster("ma 9:00-12:00", "ma 10:00-11:00")
    rijen = [replace(nu, geldig_tot=date(2026, 11, 29)),
             replace(straks, geldig_van=date(2026, 11, 30))]  # fmt: skip
    assert tijden(week(rijen, op=om("2026-11-29 12:00")), "maandag") == ["van 10.00 tot 11.00 uur"]
    assert tijden(week(rijen, op=om("2026-11-23 12:00")), "maandag") == ["van 9.00 tot 12.00 uur"]


@pytest.mark.parametrize(
    ("moment", "afwijking", "opmerking"),
    [
        ("2026-11-24 10:00", dicht("2026-11-24", reden="Studiedag"), "vandaag dicht: Studiedag"),
        ("2026-11-24 10:00", dicht("2026-11-24"), "vandaag dicht"),
        (
            "2026-11-24 10:00",
            anders("2026-11-24", "13:00", "14:00"),
            "vandaag open van 13.00 tot 14.00 uur",
        ),
        ("2026-12-25 10:00", dicht("2026-12-28"), "vandaag dicht: Eerste Kerstdag"),
    ],
)
def test_todays_row_says_what_is_different_today(
    moment: str, afwijking: Uitzondering, opmerking: str
) -> None:
    (vandaag,) = [dag for dag in week(BUURTHUIS, [afwijking], op=om(moment)) if dag.is_vandaag]
    assert vandaag.opmerkingen == [opmerking]


def test_other_rows_say_nothing_special() -> None:
    rijen = week(BUURTHUIS, [dicht("2026-11-23", "2026-11-29")], op=DINSDAG)
    assert [dag.naam for dag in rijen if dag.opmerkingen] == ["dinsdag"]


@pytest.mark.parametrize(
    ("afwijking", "zin"),
    [
        (dicht("2026-12-05"), "Op 5 december dicht"),
        (dicht("2026-12-05", reden="Sinterklaas"), "Op 5 december dicht: Sinterklaas"),
        (
            dicht("2026-12-21", "2027-01-03", "kerstvakantie"),
            "Van 21 december tot en met 3 januari dicht: kerstvakantie",
        ),
        (
            anders("2026-12-05", "10:00", "12:00", "markt"),
            "Op 5 december open van 10.00 tot 12.00 uur: markt",
        ),
        (
            anders("2026-12-07", "10:00", "12:00", tot_dag="2026-12-11"),
            "Van 7 december tot en met 11 december open van 10.00 tot 12.00 uur",
        ),
        (
            dicht("2026-11-01", "2027-06-01", "verbouwing"),
            "Van 1 november tot en met 1 juni 2027 dicht: verbouwing",
        ),
    ],
)
def test_a_coming_deviation_is_a_sentence(afwijking: Uitzondering, zin: str) -> None:
    assert bijzonder(BUURTHUIS, [afwijking], op=DINSDAG) == [zin]


def test_deviations_that_are_over_or_far_away_are_left_out() -> None:
    rijen = [dicht("2026-11-23"), dicht("2026-11-24"), dicht("2026-12-24"), dicht("2026-12-25")]
    assert bijzonder([], rijen, op=DINSDAG) == ["Op 24 november dicht", "Op 24 december dicht"]


def test_two_times_on_one_day_are_one_sentence() -> None:
    rijen = [anders("2026-12-05", "14:00", "16:00"), anders("2026-12-05", "10:00", "12:00")]
    assert bijzonder([], rijen, op=DINSDAG) == [
        "Op 5 december open van 10.00 tot 12.00 uur en van 14.00 tot 16.00 uur"
    ]


def test_coming_holidays_are_named_where_it_would_otherwise_be_open() -> None:
    """First Christmas day 2026 is a Friday, the second a Saturday on which it is never open."""
    kort_voor_kerst = om("2026-12-14 10:00")
    assert bijzonder(BUURTHUIS, op=kort_voor_kerst) == [
        "Op 25 december dicht: Eerste Kerstdag",
        "Op 1 januari dicht: Nieuwjaarsdag",
    ]


def test_holidays_are_not_named_where_it_is_simply_open() -> None:
    assert bijzonder(BUURTHUIS, (), False, om("2026-12-14 10:00")) == []


def test_a_deviation_that_covers_a_holiday_is_said_once() -> None:
    vakantie = dicht("2026-12-21", "2027-01-03", "kerstvakantie")
    assert bijzonder(BUURTHUIS, [vakantie], op=om("2026-12-14 10:00")) == [
        "Van 21 december tot en met 3 januari dicht: kerstvakantie"
    ]


def test_special_days_stand_in_order() -> None:
    rijen = [dicht("2026-12-28"), dicht("2026-12-16")]
    assert bijzonder(BUURTHUIS, rijen, op=om("2026-12-14 10:00")) == [
        "Op 16 december dicht",
        "Op 25 december dicht: Eerste Kerstdag",
        "Op 28 december dicht",
        "Op 1 januari dicht: Nieuwjaarsdag",
    ]
