"""What the portal says about now: "Nu open tot 17.00 uur"."""

import re
import time
import timeit
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorzieningen.openingstijden import Slot, Uitzondering, stand

from .rooster import MAANDAG, anders, dicht, om, rooster, slots, uitzonderingen, zonder_haast

pytestmark = pytest.mark.eis("M11")

KANTOOR = rooster("ma-vr 9:00-17:00")
CAFE = rooster("vr 21:00-01:00")
KERST = dicht("2026-12-21", "2027-01-03", "Kerstvakantie")


def tekst(week: list[Slot], moment: str, *afwijkingen: Uitzondering, **opties: bool) -> str:
    antwoord = stand(week, afwijkingen, op=om(moment), **opties)
    return f"{antwoord.soort}: {antwoord.tekst}"


@pytest.mark.parametrize(
    ("moment", "verwacht"),
    [
        ("2026-11-23 09:00", "open: Nu open tot 17.00 uur"),
        ("2026-11-23 16:59", "open: Nu open tot 17.00 uur"),
        ("2026-11-23 08:59", "dicht: Gaat vandaag open om 9.00 uur"),
        ("2026-11-23 17:00", "dicht: Gaat morgen open om 9.00 uur"),
        ("2026-11-22 23:59", "dicht: Gaat morgen open om 9.00 uur"),
        ("2026-11-21 12:00", "dicht: Gaat maandag open om 9.00 uur"),
    ],
)
def test_the_sentence_tells_until_when_or_from_when(moment: str, verwacht: str) -> None:
    assert tekst(KANTOOR, moment) == verwacht


@pytest.mark.parametrize(
    ("moment", "verwacht"),
    [
        ("2026-11-25 10:00", "dicht: Gaat op 2 december open"),  # the same weekday, next week
        ("2026-11-26 08:00", "dicht: Gaat woensdag open om 9.00 uur"),
        ("2026-11-24 08:00", "dicht: Gaat morgen open om 9.00 uur"),
    ],
)
def test_a_day_a_week_or_more_away_is_a_date(moment: str, verwacht: str) -> None:
    assert tekst(rooster("wo 9:00-10:00"), moment) == verwacht


def test_between_two_slots_it_opens_again_today() -> None:
    week = rooster("ma 9:00-12:00", "ma 13:30-17:00")
    assert tekst(week, "2026-11-23 12:15") == "dicht: Gaat vandaag open om 13.30 uur"


@pytest.mark.parametrize("tweede", ["ma 12:00-17:00", "ma 10:00-17:00", "ma 11:00-17:00 inloop"])
def test_slots_that_touch_or_overlap_read_as_one(tweede: str) -> None:
    week = rooster("ma 9:00-12:00", tweede)
    assert tekst(week, "2026-11-23 11:30") == "open: Nu open tot 17.00 uur"


@pytest.mark.parametrize(
    ("moment", "verwacht"),
    [
        ("2026-11-27 22:00", "open: Nu open tot 1.00 uur"),
        ("2026-11-28 00:30", "open: Nu open tot 1.00 uur"),
        ("2026-11-28 01:00", "dicht: Gaat vrijdag open om 21.00 uur"),
        ("2026-11-27 00:30", "dicht: Gaat vandaag open om 21.00 uur"),
    ],
)
def test_friday_evening_runs_on_into_saturday(moment: str, verwacht: str) -> None:
    assert tekst(CAFE, moment) == verwacht


def test_the_last_evening_of_a_season_runs_on_past_midnight_too() -> None:
    seizoen = [replace(slot, geldig_tot=date(2026, 11, 27)) for slot in CAFE]
    assert tekst(seizoen, "2026-11-28 00:30") == "open: Nu open tot 1.00 uur"


@pytest.mark.parametrize("einde", ["24:00", "0:00", "23:59"])
def test_until_midnight_is_until_24_hours(einde: str) -> None:
    assert tekst(rooster(f"ma 18:00-{einde}"), "2026-11-23 23:59") == "open: Nu open tot 24.00 uur"


@pytest.mark.parametrize("regel", ["ma-zo 0:00-24:00", "ma-zo 0:00-23:59", "ma-zo 9:00-9:00"])
def test_all_day_every_day_is_day_and_night(regel: str) -> None:
    assert tekst(rooster(regel), "2026-11-23 12:00") == "open: Dag en nacht open"


def test_an_end_on_another_day_names_the_day() -> None:
    weekend = rooster("za-zo 0:00-24:00")
    assert tekst(weekend, "2026-11-28 10:00") == "open: Nu open tot morgen 24.00 uur"
    lang = rooster("do-zo 0:00-24:00")
    assert tekst(lang, "2026-11-26 10:00") == "open: Nu open tot zondag 24.00 uur"


@pytest.mark.parametrize(
    ("moment", "verwacht"),
    [
        ("2026-11-25 11:00", "afspraak: Vandaag op afspraak tot 12.00 uur"),
        ("2026-11-25 09:00", "dicht: Vandaag op afspraak vanaf 10.00 uur"),
        ("2026-11-24 09:00", "dicht: Morgen op afspraak vanaf 10.00 uur"),
        ("2026-11-23 09:00", "dicht: Woensdag op afspraak vanaf 10.00 uur"),
        ("2026-11-25 13:00", "dicht: Op afspraak vanaf 2 december"),
    ],
)
def test_by_appointment_is_said_and_never_called_open(moment: str, verwacht: str) -> None:
    assert tekst(rooster("wo 10:00-12:00 op afspraak"), moment) == verwacht


def test_always_by_appointment_is_said_once() -> None:
    week = rooster("ma-zo 0:00-24:00 op afspraak")
    assert tekst(week, "2026-11-25 11:00") == "afspraak: Alleen op afspraak"


def test_after_an_appointment_hour_it_tells_when_the_door_opens() -> None:
    week = rooster("ma 9:00-12:00 op afspraak", "ma 13:30-17:00")
    assert stand(week, op=om("2026-11-23 10:00")).daarna == "Gaat vandaag open om 13.30 uur"


@zonder_haast
@given(
    st.lists(slots(op_afspraak=True), min_size=1, max_size=6),
    st.lists(uitzonderingen().filter(lambda rij: rij.gesloten), max_size=2),
    st.integers(0, 14 * 24 * 4),
)
def test_only_by_appointment_never_reads_as_open(
    week: list[Slot], afwijkingen: list[Uitzondering], kwartier: int
) -> None:
    kaal = [replace(rij, reden="") for rij in afwijkingen]
    moment = datetime(2026, 11, 20) + timedelta(minutes=15 * kwartier)
    antwoord = stand(week, kaal, op=moment)
    assert antwoord.soort != "open"
    assert not re.search(r"\bopen\b", f"{antwoord.tekst} {antwoord.daarna}")


@pytest.mark.parametrize(
    ("moment", "feest"),
    [
        ("2025-04-26 12:00", "Koningsdag"),
        ("2026-04-27 12:00", "Koningsdag"),
        ("2026-01-01 12:00", "Nieuwjaarsdag"),
        ("2026-04-06 12:00", "Tweede Paasdag"),
        ("2026-05-14 12:00", "Hemelvaartsdag"),
        ("2026-05-25 12:00", "Tweede Pinksterdag"),
        ("2026-12-25 12:00", "Eerste Kerstdag"),
        ("2026-12-26 12:00", "Tweede Kerstdag"),
    ],
)
def test_it_is_closed_on_a_public_holiday_unless_it_is_simply_open(moment: str, feest: str) -> None:
    elke_dag = rooster("ma-zo 9:00-17:00")
    assert tekst(elke_dag, moment) == f"dicht: Vandaag dicht: {feest}"
    assert tekst(elke_dag, moment, feestdagen_gesloten=False) == "open: Nu open tot 17.00 uur"


@pytest.mark.parametrize(
    "moment",
    ["2025-04-27 12:00", "2025-05-05 12:00", "2026-05-05 12:00", "2026-04-03 12:00",
     "2026-12-24 12:00"],
)  # fmt: skip
def test_it_is_open_on_days_that_are_no_public_holiday(moment: str) -> None:
    assert tekst(rooster("ma-zo 9:00-17:00"), moment) == "open: Nu open tot 17.00 uur"


def test_a_holiday_is_no_reason_where_it_is_closed_that_day_anyway() -> None:
    assert tekst(KANTOOR, "2026-12-26 12:00") == "dicht: Gaat maandag open om 9.00 uur"


@pytest.mark.parametrize("sluiting", [(), (dicht("2026-05-14"),)])
def test_the_night_after_a_closed_day_is_closed(sluiting: tuple[Uitzondering, ...]) -> None:
    """The evening of Ascension day falls out, with its small hours on Friday."""
    donderdag = rooster("do 21:00-01:00")
    assert tekst(donderdag, "2026-05-15 00:30", *sluiting).startswith("dicht")
    assert tekst(donderdag, "2026-05-22 00:30", *sluiting).startswith("open")


@pytest.mark.parametrize("sluiting", [(), (dicht("2026-12-25"),)])
def test_the_evening_before_a_closed_day_runs_on_to_its_end(
    sluiting: tuple[Uitzondering, ...],
) -> None:
    donderdag = rooster("do 21:00-01:00")
    assert tekst(donderdag, "2026-12-25 00:30", *sluiting) == "open: Nu open tot 1.00 uur"


def test_a_deviation_tells_why_it_is_closed_and_when_it_opens() -> None:
    antwoord = stand(KANTOOR, [KERST], op=om("2026-12-22 10:00"))
    assert antwoord.tekst == "Vandaag dicht: Kerstvakantie"
    assert antwoord.daarna == "Gaat op 4 januari open"


def test_the_way_to_the_holidays_skips_the_closed_days() -> None:
    assert tekst(KANTOOR, "2026-12-18 18:00", KERST) == "dicht: Gaat op 4 januari open"


def test_a_deviation_without_reason_is_just_closed() -> None:
    moment = "2026-11-23 10:00"
    assert tekst(KANTOOR, moment, dicht("2026-11-23")) == "dicht: Vandaag dicht"


def test_other_times_replace_those_of_the_day() -> None:
    kort = anders("2026-11-23", "13:00", "15:00")
    assert tekst(KANTOOR, "2026-11-23 10:00", kort) == "dicht: Gaat vandaag open om 13.00 uur"
    assert tekst(KANTOOR, "2026-11-23 14:00", kort) == "open: Nu open tot 15.00 uur"
    assert tekst(KANTOOR, "2026-11-23 15:30", kort) == "dicht: Gaat morgen open om 9.00 uur"


def test_a_day_with_times_counts_within_a_closed_period_and_on_a_holiday() -> None:
    koffie = anders("2026-12-25", "10:00", "12:00", "Kerstkoffie")
    assert tekst(KANTOOR, "2026-12-25 11:00", KERST, koffie) == "open: Nu open tot 12.00 uur"
    assert tekst(KANTOOR, "2026-12-24 11:00", KERST, koffie) == (
        "dicht: Vandaag dicht: Kerstvakantie"
    )


def test_closed_wins_when_the_same_day_has_both() -> None:
    beide = [anders("2026-11-23", "10:00", "12:00"), dicht("2026-11-23", reden="Ziekte")]
    assert tekst(KANTOOR, "2026-11-23 11:00", *beide) == "dicht: Vandaag dicht: Ziekte"


@pytest.mark.parametrize(
    ("moment", "soort"),
    [("2026-09-28", "dicht"), ("2026-10-05", "open"), ("2026-12-28", "open"),
     ("2027-01-04", "open"), ("2027-03-29", "open"), ("2027-04-05", "onbekend")],
)  # fmt: skip
def test_a_winter_season_holds_across_new_year(moment: str, soort: str) -> None:
    winter = [
        replace(slot, geldig_van=date(2026, 10, 1), geldig_tot=date(2027, 3, 31))
        for slot in rooster("ma 9:00-17:00")
    ]
    assert stand(winter, (), False, om(f"{moment} 10:00")).soort == soort


def test_before_the_season_it_tells_the_date_on_which_it_opens() -> None:
    winter = [replace(slot, geldig_van=date(2027, 3, 1)) for slot in KANTOOR]
    assert tekst(winter, "2026-11-23 10:00") == "dicht: Gaat op 1 maart open"


def test_more_than_a_year_ahead_is_just_closed_now() -> None:
    ooit = [replace(slot, geldig_van=date(2029, 1, 1)) for slot in KANTOOR]
    assert tekst(ooit, "2026-11-23 10:00") == "dicht: Nu dicht"


@pytest.mark.parametrize(
    ("utc", "soort"),
    [
        # 29 March 2026: the clock jumps from 2.00 to 3.00 uur.
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), "open"),  # 1.59 winter time
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "dicht"),  # 3.00 summer time
        (datetime(2026, 3, 30, 6, 59, tzinfo=UTC), "dicht"),  # Monday 8.59 summer time
        (datetime(2026, 3, 30, 7, 0, tzinfo=UTC), "open"),  # Monday 9.00 summer time
        (datetime(2026, 3, 23, 7, 30, tzinfo=UTC), "dicht"),  # a week before: 8.30 winter time
        # 25 October 2026: the hour from 2.00 to 3.00 uur comes twice.
        (datetime(2026, 10, 24, 23, 59, tzinfo=UTC), "open"),  # 1.59 summer time
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "open"),  # 2.30, the first time
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "open"),  # 2.30, the second time
        (datetime(2026, 10, 25, 2, 0, tzinfo=UTC), "dicht"),  # 3.00 winter time
        (datetime(2026, 10, 26, 8, 0, tzinfo=UTC), "open"),  # Monday 9.00 winter time
    ],
)
def test_the_clock_on_the_wall_counts_in_summer_and_winter(utc: datetime, soort: str) -> None:
    week = rooster("za 22:00-3:00", "ma 9:00-17:00")
    assert stand(week, op=utc).soort == soort


def test_a_moment_without_time_zone_is_dutch_time() -> None:
    assert stand(KANTOOR, op=datetime(2026, 11, 23, 9, 0)).soort == "open"


def test_without_a_moment_it_is_about_now() -> None:
    assert stand(rooster("ma-zo 0:00-24:00"), (), False).tekst == "Dag en nacht open"


@pytest.mark.parametrize("afwijkingen", [(), (dicht("2026-12-21"),), (dicht("2025-01-01"),)])
def test_when_nothing_is_known_it_says_so(afwijkingen: tuple[Uitzondering, ...]) -> None:
    assert tekst([], "2026-11-23 10:00", *afwijkingen) == (
        "onbekend: Openingstijden niet bekend. Bel even."
    )


def test_times_that_are_over_are_not_known_any_more() -> None:
    oud = [replace(slot, geldig_tot=date(2026, 8, 31)) for slot in KANTOOR]
    assert stand(oud, op=om("2026-11-23 10:00")).soort == "onbekend"


def test_a_closed_day_is_known_also_without_a_week() -> None:
    moment = "2026-11-23 10:00"
    verbouwing = dicht("2026-11-23", reden="Verbouwing")
    assert tekst([], moment, verbouwing) == "dicht: Vandaag dicht: Verbouwing"


def test_a_single_open_day_without_a_week_is_announced() -> None:
    markt = anders("2026-12-05", "10:00", "12:00")
    assert tekst([], "2026-11-23 10:00", markt) == "dicht: Gaat op 5 december open"


@pytest.mark.parametrize(
    ("week", "klasse"),
    [
        (rooster("ma 9:00-17:00"), "open"),
        (rooster("di 9:00-17:00"), "dicht"),
        (rooster("ma 9:00-17:00 op afspraak"), "let-op"),
        ([], "let-op"),
    ],
)
def test_a_card_gets_the_words_with_the_look_for_them(week: list[Slot], klasse: str) -> None:
    antwoord = stand(week, op=om("2026-11-23 10:00"))
    assert antwoord.status == (antwoord.tekst, klasse)


def test_twenty_cards_cost_less_than_twenty_milliseconds() -> None:
    """The best of five runs; each card has its own rows, so nothing is shared but the words."""
    kaartjes = [
        rooster(f"ma-do 9:{n:02}-12:00", "ma 13:30-17:00 op afspraak", "vr 21:00-01:00")
        for n in range(20)
    ]
    moment = datetime.combine(MAANDAG, datetime.min.time())
    tijden = timeit.repeat(
        lambda: [stand(week, [KERST], op=moment) for week in kaartjes],
        timer=time.thread_time,
        number=1,
        repeat=5,
    )
    assert min(tijden) < 0.020
