"""A question with its typing errors put right, and read again."""

import pytest

from sociale_basis.kern.models import Synoniem
from sociale_basis.kern.zoeken import correctie
from sociale_basis.kern.zoeken.correctie import corrigeer
from sociale_basis.kern.zoeken.kennis import huidige_stand, kennis
from sociale_basis.kern.zoeken.postings import bekende_termen
from sociale_basis.kern.zoeken.stammen import stam
from sociale_basis.kern.zoeken.stand import stand
from sociale_basis.kern.zoeken.vraag import Vraag, lees
from tests.fabriek import een_voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("voorzieningen")]


def verbeter(tekst: str) -> tuple[Vraag, str]:
    weet, staat = kennis(), stand(huidige_stand())
    vraag = lees(tekst, weet)
    bekend = bekende_termen(vraag.stammen(), staat.zoekstand.stempel)
    nieuw, termen, bedoelde = corrigeer(vraag, bekend, weet, staat)
    assert termen == bekende_termen(nieuw.stammen(), staat.zoekstand.stempel)
    return nieuw, bedoelde


@pytest.fixture(autouse=True)
def aanbod(voorzieningen: None) -> None:
    een_voorziening("Xylofoonles", kort="Zwatelaar met een rollator.")


def test_the_rest_of_the_question_stays_as_it_was() -> None:
    nieuw, bedoelde = verbeter("Ik zoek een Xilofoonles!")
    assert bedoelde == "ik zoek een xylofoonles"
    assert nieuw.tekst == "Ik zoek een Xilofoonles!"


def test_a_right_question_is_left_alone() -> None:
    vraag, bedoelde = verbeter("xylofoonles met rollator")
    assert bedoelde == ""
    assert {begrip.tekst for begrip in vraag.begrippen} == {"xylofoonles", "rollator"}


def test_several_errors_are_put_right_up_to_three() -> None:
    _, bedoelde = verbeter("xilofoonles zwatelaer rolator")
    assert bedoelde == "xylofoonles zwatelaar rollator"


def test_no_more_words_than_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(correctie, "MEESTE", 1)
    assert verbeter("xilofoonles zwatelaer")[1] == "xylofoonles zwatelaer"


def test_a_word_that_everyday_words_know_is_no_error() -> None:
    Synoniem.objects.create(woorden="xilofoonles", betekenis="rollator")
    assert verbeter("xilofoonles")[1] == ""


def test_what_the_right_word_stands_for_is_asked_too() -> None:
    Synoniem.objects.create(woorden="zwatelaar", betekenis="rollator", sterkte=75)
    nieuw, _ = verbeter("zwatelaer")
    assert stam("rollator") in nieuw.stammen()


def test_a_corrected_word_counts_a_little_less() -> None:
    getypt, verbeterd = lees("zwatelaar", kennis()), verbeter("zwatelaer")[0]
    eigen = stam("zwatelaar")
    assert 0 < verbeterd.begrippen[0].stammen[eigen] < getypt.begrippen[0].stammen[eigen]


def test_the_second_likeliest_word_is_looked_for_at_less_weight() -> None:
    een_voorziening("Zwatelaan")
    begrip = verbeter("zwatelaaq")[0].begrippen[0]
    gewichten = [begrip.stammen[stam(w)] for w in ("zwatelaan", "zwatelaar")]
    assert len(set(gewichten)) == 2
    assert min(gewichten) > 0


def test_a_word_is_not_corrected_to_what_the_public_may_not_see() -> None:
    een_voorziening("Kwibuskring", publicatie="concept")
    assert verbeter("kwibuskrink")[1] == ""


def test_an_expression_is_never_an_error() -> None:
    Synoniem.objects.create(woorden="rood staan", betekenis="schulden", sterkte=75)
    assert verbeter("ik sta rood")[1] == ""
