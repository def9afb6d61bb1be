"""What staff choose, as residents read it."""

from datetime import date, datetime, time

import pytest

from voorzieningen.agenda.herhaling import Herhaling, Ritme
from voorzieningen.agenda.keren import AMSTERDAM
from voorzieningen.agenda.weekdagen import toon_weekdagen
from voorzieningen.agenda.woorden import moment, zin

DINSDAG, NU = date(2026, 11, 24), date(2026, 11, 22)


def in_woorden(ritme: str, begin: date = date(2026, 9, 8), **anders) -> str:
    anders = {"ook_op_feestdagen": True} | anders
    return zin(Herhaling(ritme, begin, **anders), time(10), time(12), NU)


@pytest.mark.parametrize(
    ("ritme", "verwacht"),
    [
        (Ritme.EEN_KEER, "Dinsdag 8 september 2026 van 10.00 tot 12.00 uur."),
        (Ritme.DAG, "Elke dag van 10.00 tot 12.00 uur."),
        (Ritme.WERKDAG, "Elke werkdag van 10.00 tot 12.00 uur."),
        (Ritme.WEEK, "Elke week op dinsdag van 10.00 tot 12.00 uur."),
        (Ritme.TWEE_WEKEN, "Om de week op dinsdag van 10.00 tot 12.00 uur."),
        (Ritme.MAAND, "Elke tweede dinsdag van de maand van 10.00 tot 12.00 uur."),
        (Ritme.MAAND_LAATST, "Elke laatste dinsdag van de maand van 10.00 tot 12.00 uur."),
        (Ritme.MAAND_DATUM, "Elke maand op de 8e van 10.00 tot 12.00 uur."),
        (Ritme.JAAR, "Elk jaar op 8 september van 10.00 tot 12.00 uur."),
    ],
)
def test_every_rhythm_has_a_sentence(ritme, verwacht):
    assert in_woorden(ritme) == verwacht


def test_every_rhythm_is_in_the_table():
    geprobeerd = test_every_rhythm_has_a_sentence.pytestmark[0].args[1]
    assert {ritme for ritme, _zin in geprobeerd} == set(Ritme)


def test_several_days_read_as_people_say_them():
    assert in_woorden(Ritme.WEEK, weekdagen=(1, 3)).startswith("Elke week op dinsdag en donderdag")
    assert in_woorden(Ritme.WEEK, weekdagen=(0, 1, 2)).startswith(
        "Elke week op maandag tot en met woensdag"
    )
    assert in_woorden(Ritme.WEEK, weekdagen=tuple(range(7))).startswith("Elke dag van")


def test_the_sentence_tells_where_it_begins_ends_and_what_it_skips():
    tekst = in_woorden(Ritme.WEEK, DINSDAG, laatste=date(2027, 3, 2), ook_op_feestdagen=False)
    assert tekst == (
        "Elke week op dinsdag van 10.00 tot 12.00 uur, vanaf 24 november, "
        "tot en met 2 maart, niet op feestdagen."
    )


def test_without_an_end_it_says_when_it_begins():
    kort = zin(Herhaling(Ritme.DAG, NU, ook_op_feestdagen=True), time(19, 30), None, NU)
    assert kort == "Elke dag om 19.30 uur."


def test_today_and_tomorrow_are_called_so():
    om_tien = {dag: datetime(2026, 11, dag, 10, tzinfo=AMSTERDAM) for dag in (22, 23, 24)}
    assert moment(om_tien[22], NU) == "vandaag om 10.00 uur"
    assert moment(om_tien[23], NU) == "morgen om 10.00 uur"
    assert moment(om_tien[24], NU) == "dinsdag 24 november om 10.00 uur"


def test_a_choice_of_weekdays_in_words():
    assert toon_weekdagen("024") == "maandag, woensdag en vrijdag"
    assert toon_weekdagen("") == ""
