"""Words that the index does not know as they stand are taken apart, or find their kin."""

import pytest

from sociale_basis.kern.zoeken.woordenboek import is_er
from sociale_basis.kern.zoeken.zoek import zoek
from tests.fabriek import een_voorziening
from voorzieningen.models import Voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("voorzieningen")]


def titels(vraag: str) -> list[str]:
    titel = dict(Voorziening.objects.values_list("pk", "titel"))
    return [titel[hit.object_id] for hit in zoek(vraag).hits]


@pytest.mark.skipif(not is_er(), reason="the Dutch dictionary is not built")
def test_an_unknown_compound_asks_for_each_of_its_parts() -> None:
    een_voorziening("Rollatorclub", kort="Voor iedereen.")
    een_voorziening("Rit met de bus", kort="Vervoer met een rollator.")
    een_voorziening("Taxi", kort="Vervoer.")
    assert titels("rollatorvervoer")[0] == "Rit met de bus"


def test_a_word_with_the_same_beginning_is_kin_but_no_answer() -> None:
    een_voorziening("Xylofonist gezocht")
    resultaat = zoek("xylofonistenbond")
    assert resultaat.totaal == 1
    assert not resultaat.is_antwoord


def test_a_word_that_ends_with_a_known_word_is_kin() -> None:
    een_voorziening("Xylofoon")
    assert titels("bruxylofoon") == ["Xylofoon"]


def test_known_words_have_no_kin() -> None:
    een_voorziening("Xylofoon")
    een_voorziening("Xylofoonles")
    assert "Xylofoonles" in titels("xylofoonles")[:1]
