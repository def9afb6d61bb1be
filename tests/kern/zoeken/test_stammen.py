"""Stems: one for all forms of a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_basis.kern.zoeken import stammen
from sociale_basis.kern.zoeken.stammen import _UITZONDERINGEN, UITZONDERINGEN, stam
from sociale_basis.kern.zoeken.stopwoorden import STOPWOORDEN


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
def test_every_word_has_a_stem(woord: str) -> None:
    assert stam(woord)


def test_a_form_of_the_list_has_the_stem_of_its_line() -> None:
    for vorm, stam_ in UITZONDERINGEN.items():
        assert stam(vorm) == stam(stam_) == stam_


def test_no_form_stands_on_two_lines() -> None:
    """The last line would win without a word."""
    vormen = [
        (vorm, regel.split(":")[0])
        for regel in _UITZONDERINGEN.strip().splitlines()
        for vorm in dict.fromkeys(regel.replace(":", " ").split())
    ]
    dubbel = {vorm for vorm, stam_ in vormen if UITZONDERINGEN[vorm] != stam_}
    assert not dubbel


@pytest.mark.parametrize("woord", ["x", "aow", "wmo", "18plus", "2026", "bsn"])
def test_short_words_and_codes_stay_as_they_are(woord: str) -> None:
    assert stam(woord) == woord


@pytest.mark.parametrize(
    ("vorm", "woord"),
    [
        ("huizen", "huis"),
        ("brieven", "brief"),
        ("boodschappen", "boodschap"),
        ("kleedjes", "kleed"),
        ("boompje", "boom"),
        ("tekeningetje", "tekening"),
        ("belletje", "bel"),
        ("stoeltje", "stoel"),
        ("eieren", "eier"),
    ],
)
def test_plurals_and_diminutives(vorm: str, woord: str) -> None:
    assert stam(vorm) == stam(woord)


@pytest.mark.parametrize(
    "meervoud",
    ["autos", "opas", "babys", "fotos", "taxis", "themas", "risicos", "videos", "radios", "menus"],
)
def test_a_plural_that_lost_its_apostrophe_is_still_one(meervoud: str) -> None:
    assert stam(meervoud) == stam(meervoud[:-1])


@pytest.mark.parametrize(
    "woord", ["gratis", "cursus", "tennis", "kompas", "terras", "stadspas", "meedoenpas"]
)
def test_a_word_that_ends_in_s_keeps_it(woord: str) -> None:
    assert stam(woord) == woord


def test_without_a_dictionary_nothing_is_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stammen, "kent", lambda woord: False)
    assert stammen._enkelvoud("autos") == "autos"


def test_stop_words_have_stems_too() -> None:
    """Expressions are made of them: 'ik kan niet meer'."""
    assert all(stam(woord) for woord in STOPWOORDEN)
