"""“Zo zoekt dit”: what staff see of how a question is read."""

import pytest

from sociale_basis.kern.models import Synoniem
from sociale_basis.kern.zoekuitleg import leg_uit
from tests.fabriek import een_organisatie, een_plek, een_voorziening

pytestmark = pytest.mark.django_db


def test_a_word_tells_what_it_is_searched_as_the_strongest_first() -> None:
    Synoniem.objects.create(woorden="kwibbel", betekenis="xylofoon", sterkte=90)
    Synoniem.objects.create(woorden="kwibbel", betekenis="zwatelaar", sterkte=60)
    (woord,) = leg_uit("kwibbel").woorden
    assert woord.woord == "kwibbel"
    assert woord.zoekt_ook[:2] == ["xylofoon", "zwatelaar"]
    assert woord.telt


def test_a_word_that_says_nothing_is_shown_as_not_counting() -> None:
    telt = {woord.woord: woord.telt for woord in leg_uit("hulp bij xylofoon").woorden}
    assert telt["xylofoon"]
    assert not telt["hulp"]


def test_titles_stand_in_the_order_of_the_results() -> None:
    een_voorziening("Muziek", beschrijving="Soms is er een xylofoon.")
    een_voorziening("Xylofoon")
    assert leg_uit("xylofoon").titels == ["Xylofoon", "Muziek"]


def test_things_of_other_kinds_with_the_same_number_are_not_mixed_up() -> None:
    """A provision, a place and an organisation may all be number 1."""
    samen = een_organisatie("Xylofoonclub")
    een_voorziening("Koffie", pk=samen.pk, verantwoordelijke=samen)
    een_plek("Dorpshuis", pk=samen.pk)
    assert leg_uit("xylofoonclub").titels[0] == "Xylofoonclub"
    assert "Dorpshuis" not in leg_uit("xylofoonclub").titels


def test_danger_and_typing_errors_are_told() -> None:
    een_voorziening("Rollator lenen")
    uitleg = leg_uit("rolaltor")
    assert (uitleg.bedoelde, uitleg.is_antwoord) == ("rollator", True)
    assert leg_uit("ik wil niet meer leven").crisis == ["zelfdoding"]


def test_an_empty_question_explains_nothing_and_is_no_answer() -> None:
    uitleg = leg_uit("")
    assert (uitleg.woorden, uitleg.is_antwoord) == ([], False)
