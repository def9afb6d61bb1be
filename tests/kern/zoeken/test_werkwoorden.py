"""The whole verb behind a present tense, and nouns that only look like one."""

import pytest

from sociale_basis.kern.zoeken.stammen import stam
from sociale_basis.kern.zoeken.werkwoorden import heel_werkwoord
from sociale_basis.kern.zoeken.woordenboek import is_er

pytestmark = pytest.mark.skipif(not is_er(), reason="the Dutch dictionary is not built")


@pytest.mark.parametrize(
    ("vervoegd", "heel"),
    [
        ("huilt", "huilen"),
        ("slaapt", "slapen"),
        ("rookt", "roken"),
        ("trapt", "trappen"),
        ("luistert", "luisteren"),
        ("spijbelt", "spijbelen"),
        ("poetst", "poetsen"),
        ("reist", "reizen"),
        ("verwaarloost", "verwaarlozen"),
        ("schuift", "schuiven"),
        ("scheldt", "schelden"),
        ("zwerft", "zwerven"),
    ],
)
def test_a_present_tense_leads_to_the_whole_verb(vervoegd: str, heel: str) -> None:
    assert heel_werkwoord(vervoegd) == heel


@pytest.mark.parametrize(
    "woord",
    ["krant", "markt", "tent", "kust", "last", "gast", "kast", "recht", "feest", "wachtlijst"],
)
def test_what_is_no_verb_stays_as_it_is(woord: str) -> None:
    assert heel_werkwoord(woord) == woord


@pytest.mark.eis("H10")
@pytest.mark.parametrize(
    ("wat_hij_doet", "wat_het_is"),
    [
        ("verwaarloost", "verwaarlozing"),
        ("drinkt", "drinken"),
        ("gokt", "gokken"),
        ("blowt", "blowen"),
        ("poetst", "poetsen"),
        ("verhuurt", "verhuren"),
    ],
)
def test_what_somebody_does_is_found_by_what_it_is_called(
    wat_hij_doet: str, wat_het_is: str
) -> None:
    assert stam(wat_hij_doet) == stam(wat_het_is)


def test_great_things_are_no_violence() -> None:
    assert stam("geweldige") != stam("geweld")
