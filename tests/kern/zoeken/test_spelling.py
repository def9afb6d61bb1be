"""Typing errors are put right; words that exist, names and short words are left alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sociale_basis.kern.zoeken.spelling import lijkt_op, verbeteringen
from sociale_basis.kern.zoeken.woordenboek import is_er
from sociale_basis.kern.zoeken.zoek import zoek
from tests.fabriek import een_voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("voorzieningen")]
WOORDEN = (
    "schulden eenzaamheid formulier verzekering rollator dementie vallen mantelzorg scootmobiel "
    "boodschappen administratie begeleiding huiswerk"
)


@pytest.fixture(autouse=True)
def woorden(voorzieningen: None) -> None:
    een_voorziening("Alles", beschrijving=WOORDEN)


def bedoeld(fout: str, extra: tuple[str, ...] = ()) -> list[str]:
    return verbeteringen([fout], extra).get(fout, [])


@pytest.mark.parametrize(
    ("fout", "goed"),
    [
        ("sgulden", "schulden"),
        ("eenzaamheit", "eenzaamheid"),
        ("fromulier", "formulier"),
        ("fersekering", "verzekering"),
        ("roltaor", "rollator"),
        ("rolator", "rollator"),
        ("demensie", "dementie"),
        ("mantelsorg", "mantelzorg"),
        ("scoetmobiel", "scootmobiel"),
        ("boodschapen", "boodschappen"),
        ("administrasie", "administratie"),
        ("begelijding", "begeleiding"),
    ],
)
def test_what_was_meant_comes_first(fout: str, goed: str) -> None:
    assert bedoeld(fout)[:1] == [goed]


@pytest.mark.skipif(not is_er(), reason="the Dutch dictionary is not built")
@pytest.mark.parametrize("woord", ["voelen", "pizza", "fietsen", "utrecht", "schuldgevoel"])
def test_words_that_exist_are_left_alone(woord: str) -> None:
    assert bedoeld(woord) == []


@pytest.mark.parametrize("woord", ["wmo", "vll", "x", "abc123", "jan@voorbeeld"])
def test_short_words_and_codes_are_left_alone(woord: str) -> None:
    assert bedoeld(woord) == []


def test_nonsense_stays_nonsense() -> None:
    assert bedoeld("qwrtzpxk") == []


def test_everyday_words_can_be_meant_too() -> None:
    assert bedoeld("poenn", ("poen",)) == ["poen"]


def test_the_corrected_question_keeps_the_other_words() -> None:
    assert zoek("ik heb sgulden bij de bank").bedoelde == "ik heb schulden bij de bank"


def test_something_that_looks_like_it_can_be_tried() -> None:
    assert "formulier" in lijkt_op(["formulant"], 3)["formulant"]


def test_as_many_queries_for_one_word_as_for_three() -> None:
    with CaptureQueriesContext(connection) as queries:
        goed = verbeteringen(["sgulden", "fromulier", "qwrtzpxk"])
    assert {fout: woorden[0] for fout, woorden in goed.items()} == {
        "sgulden": "schulden",
        "fromulier": "formulier",
    }
    assert len(queries) <= 3
