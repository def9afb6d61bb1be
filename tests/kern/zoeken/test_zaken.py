"""Several problems in one question, what is nearby, and what other counters are there for."""

import pytest

from sociale_basis.kern.zoeken.kennis import kennis
from sociale_basis.kern.zoeken.registratie import Herkend, registreer_herkenner
from sociale_basis.kern.zoeken.vraag import lees
from sociale_basis.kern.zoeken.zoek import zoek
from tests.fabriek import de_gemeente, een_voorziening, een_wijk
from voorzieningen.models import Voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("voorzieningen")]


def titels(vraag: str) -> list[str]:
    alle = dict(Voorziening.objects.values_list("pk", "titel"))
    return [alle[hit.object_id] for hit in zoek(vraag).hits]


@pytest.mark.parametrize(
    ("vraag", "delen"),
    [
        ("ik heb schulden en mijn man drinkt", {0, 1}),
        ("schulden", {0}),
        ("eenzaam maar ook verslaafd", {0, 2}),
        ("mijn zoon spijbelt en blowt", {0, 1}),
    ],
)
def test_a_thing_that_is_asked_knows_its_part_of_the_question(vraag: str, delen: set[int]) -> None:
    gelezen = lees(vraag, kennis())
    assert {gelezen.zinsdeel(b) for b in gelezen.begrippen if b.telt and not b.vaag} == delen


@pytest.mark.eis("H10")
def test_each_problem_of_a_sentence_has_a_place_among_the_first(voorzieningen: None) -> None:
    for nummer in range(6):
        een_voorziening(f"Schulden en schuldhulp {nummer}", kort="Hulp bij schulden en geldzorgen")
    een_voorziening("Praten over alcohol")
    assert "Praten over alcohol" in titels("ik heb schulden en geldzorgen en mijn man drinkt")[:2]


@pytest.mark.eis("H10")
def test_an_expression_that_means_nothing_here_still_finds_its_own_words() -> None:
    een_voorziening("Schaatsclub voor homo's")
    assert "Schaatsclub voor homo's" in titels("mijn zoon is homo")


@pytest.mark.eis("H6")
def test_what_is_there_for_the_wijk_itself_goes_first() -> None:
    volkel = een_wijk("Volkel")
    een_voorziening("Koffie voor iedereen", gebieden=[de_gemeente()])
    een_voorziening("Koffie van de wijken", gebieden=[volkel])
    assert titels("koffie")[0] == "Koffie voor iedereen"
    registreer_herkenner(
        lambda vraag: Herkend(vraag, voorkeur={"wijk": frozenset({"Volkel"})}) if vraag else None
    )
    assert titels("koffie")[0] == "Koffie van de wijken"


def test_a_thing_that_is_bought_is_not_about_its_parts() -> None:
    (ding,) = [b for b in lees("kerstboom kopen", kennis()).begrippen if not b.vaag]
    assert ding.elders
    assert set(ding.stammen) <= {ding.stam}


def test_a_word_with_a_meaning_is_not_elsewhere_because_of_a_part() -> None:
    gelezen = lees("sociaal raadslieden", kennis())
    assert not any(begrip.elders for begrip in gelezen.begrippen)


@pytest.mark.parametrize(
    ("vraag", "betekenis"),
    [
        ("iit aanvragen", "minima"),
        ("food bank", "voedselbank"),
        ("szukam pracy", "werk"),
        ("psikolog", "psycholoog"),
        ("borç yardim", "schuld"),
        ("mijn vader komt zijn huis niet meer uit", "eenzaam"),
        ("mijn broer hoort stemmen", "ggz"),
    ],
)
def test_short_names_and_words_of_newcomers_are_known(vraag: str, betekenis: str) -> None:
    assert betekenis in lees(vraag, kennis()).stammen()
