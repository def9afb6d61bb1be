"""Opening times of the demo: a short notation, dates that count from the day of loading."""

from datetime import date, time

import pytest

from sociale_basis.demo.bron import Demofout, Rij
from sociale_basis.demo.tijden import Tijden, kerst, komende_keren, seizoen_vanaf

NAJAAR = date(2026, 11, 22)


def lees(*teksten: str, **anders) -> list[dict]:
    rij = Rij("plekken.toml", {"naam": "De Zwaan", "tijden": list(teksten), **anders})
    return Tijden(NAJAAR).neem(rij)[0]


def afwijking(**velden) -> dict:
    rij = Rij("plekken.toml", {"afwijkingen": [{"reden": "feest", **velden}]})
    return Tijden(NAJAAR).neem(rij)[1][0]


def test_one_day():
    assert lees("di 13:30-17:00") == [
        {
            "weekdag": 1,
            "van": time(13, 30),
            "tot": time(17),
            "op_afspraak": False,
            "opmerking": "",
        }
    ]


def test_a_row_of_days_and_a_remark():
    rijen = lees("ma-do 09:00-12:00 inloop")
    assert [rij["weekdag"] for rij in rijen] == [0, 1, 2, 3]
    assert {rij["opmerking"] for rij in rijen} == {"inloop"}


@pytest.mark.parametrize(
    ("tekst", "opmerking"),
    [("wo 10:00-12:00 op afspraak", ""), ("do 17:00-20:00 op afspraak, avondloket", "avondloket")],
)
def test_by_appointment_is_no_remark(tekst, opmerking):
    (rij,) = lees(tekst)
    assert rij["op_afspraak"]
    assert rij["opmerking"] == opmerking


@pytest.mark.parametrize("tekst", ["maandag 09:00-12:00", "ma 9:00-12:00", "ma-vr open"])
def test_what_cannot_be_read_is_named(tekst):
    with pytest.raises(Demofout, match="De Zwaan"):
        lees(tekst)


def test_something_monthly_is_open_on_those_days_only():
    rijen = lees("ma 20:00-22:00 eerste maandag van de maand")
    dagen = [date(2026, 12, 7), date(2027, 1, 4), date(2027, 2, 1)]
    assert [rij["geldig_van"] for rij in rijen] == dagen
    assert [rij["geldig_tot"] for rij in rijen] == dagen


def test_the_last_friday_may_be_the_fourth_or_the_fifth():
    dagen = komende_keren(date(2026, 10, 1), 4, -1)
    assert dagen == [date(2026, 10, 30), date(2026, 11, 27), date(2026, 12, 25)]


def test_the_day_itself_still_counts():
    assert komende_keren(date(2026, 12, 7), 0, 0)[0] == date(2026, 12, 7)


@pytest.mark.parametrize(
    ("vandaag", "eerste"),
    [
        (date(2026, 11, 22), date(2026, 12, 24)),
        (date(2026, 12, 28), date(2026, 12, 24)),
        (date(2027, 1, 1), date(2026, 12, 24)),
        (date(2027, 1, 2), date(2027, 12, 24)),
    ],
)
def test_christmas_is_the_first_that_is_not_over(vandaag, eerste):
    van, tot = kerst(vandaag)
    assert van == eerste
    assert tot >= vandaag


@pytest.mark.parametrize(
    ("vandaag", "seizoen", "van", "tot"),
    [
        (date(2026, 11, 22), "winter", date(2026, 10, 1), date(2027, 3, 31)),
        (date(2026, 11, 22), "zomer", date(2027, 4, 1), date(2027, 9, 30)),
        (date(2027, 2, 1), "winter", date(2026, 10, 1), date(2027, 3, 31)),
        (date(2027, 6, 1), "zomer", date(2027, 4, 1), date(2027, 9, 30)),
        (date(2027, 6, 1), "winter", date(2027, 10, 1), date(2028, 3, 31)),
    ],
)
def test_a_season_is_the_first_that_is_not_over(vandaag, seizoen, van, tot):
    assert seizoen_vanaf(vandaag, seizoen) == (van, tot)


def test_times_of_a_season_hold_in_that_season():
    (rij,) = lees(seizoenen=[{"seizoen": "zomer", "tijden": ["zo 10:00-18:00"]}])
    assert (rij["geldig_van"], rij["geldig_tot"]) == (date(2027, 4, 1), date(2027, 9, 30))


def test_closed_on_days_from_today():
    rij = afwijking(dagen_vanaf=2, dagen_tot=4)
    assert (rij["van_dag"], rij["tot_dag"]) == (date(2026, 11, 24), date(2026, 11, 26))
    assert rij["gesloten"]


def test_other_times_in_the_christmas_week():
    rij = afwijking(kerst=True, van="10:00", tot="12:00")
    assert not rij["gesloten"]
    assert (rij["van"], rij["tot"]) == (time(10), time(12))
    assert rij["van_dag"] == date(2026, 12, 24)
