"""How words sound: spellings of people who write as they speak."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_basis.kern.zoeken.klank import klank


@pytest.mark.parametrize(
    "gelijk",
    [
        "zorg sorg",
        "vakantie fakansie",
        "vader fader",
        "geit gijt",
        "koud kaut",
        "uitkering uitkeering",
        "fiets viets",
        "computer komputer",
        "taxi taksi",
        "foto photo",
        "thee tee",
        "school sgool",
        "shampoo sjampoo",
        "nieuw niw",
        "hond hont",
        "web wep",
        "lopen lope",
        "theorie teorie",
        "politie polisie",
        "psychisch psychis",
        "belasting belassting",
    ],
)
def test_words_that_sound_alike(gelijk: str) -> None:
    een, ander = gelijk.split()
    assert klank(een) == klank(ander)


@pytest.mark.parametrize(
    "anders", ["huis muis", "boom boon", "geld gild", "wijn win", "schuld schild", "taal tuil"]
)
def test_words_that_sound_otherwise(anders: str) -> None:
    een, ander = anders.split()
    assert klank(een) != klank(ander)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
def test_every_word_has_a_sound_that_is_hardly_longer(woord: str) -> None:
    """'x' is two sounds; a word of the index must fit its column."""
    assert 0 < len(klank(woord)) <= 2 * len(woord)


def test_the_sound_of_an_empty_word_is_empty() -> None:
    assert klank("") == ""
