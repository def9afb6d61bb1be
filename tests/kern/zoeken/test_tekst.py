"""From what people type to plain words, whatever they type."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_basis.kern.models.zoeken import WOORDLENGTE
from sociale_basis.kern.zoeken.tekst import plekken, vouw, woorddelen, woorden

teksten = st.text(max_size=60)
# Signs that become longer, shorter or nothing at all when a text is folded.
LASTIG = st.text("aé ß½№™ﬁİ\u0301\u00ad²-'’. Cc", max_size=30)


@given(teksten)
def test_folding_twice_is_folding_once(tekst: str) -> None:
    assert vouw(vouw(tekst)) == vouw(tekst)


def test_letters_in_costume_are_letters() -> None:
    assert vouw("𝓐🄐ǣﬁ") == "a(a)aefi"


@given(teksten)
def test_words_are_plain_and_not_too_long(tekst: str) -> None:
    for woord in woorden(tekst):
        assert 0 < len(woord) <= WOORDLENGTE
        assert vouw(woord) == woord
        assert not set(woord) & set(" -'’.,")


@given(teksten)
def test_capitals_make_no_difference_in_dutch(tekst: str) -> None:
    plat = "".join(teken for teken in tekst if teken.isascii())
    assert woorden(plat.upper()) == woorden(plat.lower())


@given(teksten)
def test_composed_and_decomposed_letters_are_the_same_words(tekst: str) -> None:
    assert woorden(unicodedata.normalize("NFD", tekst)) == woorden(
        unicodedata.normalize("NFC", tekst)
    )


@given(teksten | LASTIG)
def test_every_word_has_its_place_in_the_text_as_written(tekst: str) -> None:
    gevonden = plekken(tekst)
    assert len(gevonden) == len(woorddelen(tekst))
    for (begin, einde), delen in zip(gevonden, woorddelen(tekst), strict=True):
        assert 0 <= begin < einde <= len(tekst)
        assert "".join(delen) in "".join(woorden_lang(tekst[begin:einde]))
    assert gevonden == sorted(gevonden)


def woorden_lang(tekst: str) -> list[str]:
    return ["".join(delen) for delen in woorddelen(tekst)]


@pytest.mark.parametrize(
    ("tekst", "woord", "staat_er"),
    [
        ("Koffie in cafe\u0301s", "cafes", "cafe\u0301s"),
        ("Kof\u00adfie\u00adochtend en meer", "koffieochtend", "Kof\u00adfie\u00adochtend"),
        ("№ 5 in de Koffiestraat", "koffiestraat", "Koffiestraat"),
        ("½ liter Soep", "soep", "Soep"),
        ("Straße en Plein", "plein", "Plein"),
    ],
)
def test_the_right_letters_are_pointed_at(tekst: str, woord: str, staat_er: str) -> None:
    begin, einde = plekken(tekst)[woorden(tekst).index(woord)]
    assert tekst[begin:einde] == staat_er


@pytest.mark.parametrize(
    ("tekst", "delen"),
    [
        ("co-ouders", [("co", "ouders")]),
        ("baby's foto’s", [("baby",), ("foto",)]),
        ("Anna's zo'n ex-collega's", [("anna",), ("zon",), ("ex", "collega")]),
        ("a's 's", [("a",), ("s",)]),
        ("'s ochtends", [("s",), ("ochtends",)]),
        ("- los - streepje -", [("los",), ("streepje",)]),
        ("e-mail@voorbeeld.nl", [("e", "mail"), ("voorbeeld",), ("nl",)]),
        ("24/7", [("24",), ("7",)]),
    ],
)
def test_words_fall_apart_at_hyphens_only(tekst: str, delen: list[tuple[str, ...]]) -> None:
    assert woorddelen(tekst) == delen
