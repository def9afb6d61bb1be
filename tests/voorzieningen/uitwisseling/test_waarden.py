"""Cells as people and spreadsheets fill them."""

from datetime import date, datetime, time

import pytest

from voorzieningen.uitwisseling import datums, waarden
from voorzieningen.uitwisseling.waarden import Waardefout

OUDJAAR = date(2026, 12, 31)


@pytest.mark.parametrize(
    "tekst",
    ["31-12-2026", "31/12/2026", "31.12.2026", "2026-12-31", "31 december 2026", "31 dec. 2026",
     "31-dec-2026", " 31  December  2026 ", "2026-12-31 00:00:00", "46387"],
)  # fmt: skip
def test_a_day_is_read_in_every_way_that_dutch_people_write_it(tekst):
    assert waarden.Datum().lees(tekst) == OUDJAAR


@pytest.mark.parametrize("cel", [datetime(2026, 12, 31), OUDJAAR, 46387, 46387.0])
def test_a_day_of_a_spreadsheet_is_a_day(cel):
    assert waarden.Datum().lees(cel) == OUDJAAR


def test_march_is_read_however_it_is_shortened():
    assert {datums.lees_datum(f"1 {maand} 2026") for maand in ("maart", "mrt", "maa")} == {
        date(2026, 3, 1)
    }


@pytest.mark.parametrize(
    "tekst", ["31-2-2026", "morgen", "12-31-2026", "1-1-26", "1 foo 2026", "0"]
)
def test_what_is_no_day_is_refused_with_an_example(tekst):
    with pytest.raises(Waardefout, match=r"geen dag.*31-12-2026"):
        waarden.Datum().lees(tekst)


@pytest.mark.parametrize(
    ("cel", "tijd"),
    [("9:00", time(9)), ("09.30", time(9, 30)), ("9 uur", time(9)), ("14u", time(14)),
     ("14:00:30", time(14, 0, 30)), (time(9), time(9)), (0.375, time(9)), ("9", time(9))],
)  # fmt: skip
def test_a_time_is_read_in_every_way_that_dutch_people_write_it(cel, tijd):
    assert waarden.Tijd().lees(cel) == tijd


@pytest.mark.parametrize("cel", ["25:00", "negen", 1.5, "9:7"])
def test_what_is_no_time_is_refused(cel):
    with pytest.raises(Waardefout, match="geen tijd"):
        waarden.Tijd().lees(cel)


@pytest.mark.parametrize("cel", ["ja", "JA ", "x", "X", 1, True, "waar", "1"])
def test_yes_is_read(cel):
    assert waarden.JaNee().lees(cel) is True


@pytest.mark.parametrize("cel", ["nee", "Nee", 0, False, "-", "onwaar"])
def test_no_is_read(cel):
    assert waarden.JaNee().lees(cel) is False


def test_maybe_is_refused():
    with pytest.raises(Waardefout, match="Vul ja of nee in"):
        waarden.JaNee().lees("misschien")


def test_a_number_is_read_with_a_comma_or_a_dot():
    assert waarden.Kommagetal().lees("51,66") == waarden.Kommagetal().lees("51.66") == 51.66


@pytest.mark.parametrize("cel", ["nan", "inf", "1_000", "1.000,5", "veel", True])
def test_what_is_no_number_is_refused(cel):
    with pytest.raises(Waardefout, match="geen getal"):
        waarden.Kommagetal().lees(cel)


def test_a_number_of_people_is_whole():
    assert waarden.Getal().lees(12.0) == 12
    with pytest.raises(Waardefout, match="geen heel getal"):
        waarden.Getal().lees("12,5")


def test_the_zero_that_a_spreadsheet_took_comes_back():
    assert waarden.Telefoon().lees(413281911) == "+31413281911"
    assert waarden.Telefoon().lees(112) == "112"


def test_a_house_number_that_became_a_date_is_told():
    with pytest.raises(Waardefout, match="opmaak Tekst"):
        waarden.Waarde().lees(datetime(2026, 2, 1))


def test_a_sign_that_no_database_keeps_is_refused():
    with pytest.raises(Waardefout, match="teken dat niet kan"):
        waarden.Waarde().lees("a\0b")


def test_line_ends_of_forms_and_of_excel_are_the_same_text():
    tekst = waarden.Waarde()
    assert tekst.zuiver("een\r\ntwee ") == tekst.zuiver("een\ntwee")


def test_a_choice_is_read_by_code_and_by_words():
    soort = waarden.Keuze(
        opties=(("sport_cultuur", "sport of cultuur"),), keuzes=("sport_cultuur",)
    )
    assert {soort.lees(c) for c in ("sport_cultuur", "Sport of cultuur", " SPORT-CULTUUR ")} == {
        "sport_cultuur"
    }
    with pytest.raises(Waardefout, match="Kies uit: sport_cultuur"):
        soort.lees("sport")


def test_a_day_of_the_week_is_a_word_and_never_a_number():
    dag = waarden.Keuze(opties=((0, "maandag"), (1, "dinsdag")), keuzes=("maandag", "dinsdag"))
    assert (dag.lees("Dinsdag"), dag.lees("di"), dag.schrijf(1)) == (1, 1, "dinsdag")
    with pytest.raises(Waardefout):
        dag.lees("1")


def test_a_moment_keeps_its_seconds_in_dutch_time():
    gelezen = waarden.Tijdstip().lees("31-12-2026 14:05:06")
    assert waarden.Tijdstip().schrijf(gelezen) == "31-12-2026 14:05:06"


def test_a_day_before_spreadsheets_could_count_is_written_as_text():
    assert waarden.Datum().schrijf(date(5, 1, 2)) == "02-01-0005"
    assert waarden.Datum().lees("02-01-0005") == date(5, 1, 2)
