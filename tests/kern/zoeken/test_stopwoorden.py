"""Words that say little, and words that other counters are for."""

import pytest

from sociale_basis.kern.zoeken.stammen import stam
from sociale_basis.kern.zoeken.stopwoorden import (
    STOPWOORDEN,
    is_klein,
    is_stopwoord,
    is_vaag,
)
from sociale_basis.kern.zoeken.tekst import vouw


@pytest.mark.parametrize("woord", ["geen", "zonder", "alleen", "geld", "schulden"])
def test_words_that_carry_meaning_are_kept(woord: str) -> None:
    assert not is_stopwoord(woord)


@pytest.mark.parametrize("woord", ["de", "het", "een", "ik", "van", "x", "é"])
def test_stop_words_and_single_letters_are_skipped(woord: str) -> None:
    assert is_stopwoord(woord)


def test_a_single_digit_is_not_skipped_but_says_little() -> None:
    assert not is_stopwoord("7")
    assert is_vaag("7")
    assert is_klein("7")


def test_stop_words_stand_in_the_file_as_texts_are_read() -> None:
    assert {vouw(woord) for woord in STOPWOORDEN} == STOPWOORDEN


def test_little_words_are_stop_words_and_vague_words() -> None:
    assert is_klein(stam("de"))
    assert is_klein(stam("hulp"))
    assert not is_klein(stam("schulden"))
