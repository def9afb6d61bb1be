"""What words weigh, in a document and among all documents."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_basis.kern.zoeken.analyse import Analyse
from sociale_basis.kern.zoeken.registratie import Teksten
from sociale_basis.kern.zoeken.samenstellingen import Splitser
from sociale_basis.kern.zoeken.stammen import stam
from sociale_basis.kern.zoeken.wegen import VELDGEWICHT, gewichten, idf, vingerafdruk

analyse = Analyse(Splitser(frozenset({"koffie", "ochtend"})))
VULLING = "tafel stoel raam deur lamp kast vloer muur plank spiegel " * 8


def gewicht(woord: str, **velden: str) -> int:
    return gewichten(Teksten(**{"titel": ""} | velden), analyse)[0].get(woord, 0)


def test_a_title_weighs_most_then_everyday_words_then_the_summary_then_the_text() -> None:
    zwaarte = [
        gewicht("rollator", **{veld: "rollator", "body" if veld != "body" else "extra": VULLING})
        for veld in ("titel", "alledaags", "kort", "body")
    ]
    assert zwaarte == sorted(zwaarte, reverse=True)
    assert len(set(zwaarte)) == 4


def test_a_document_that_weighs_less_weighs_less_for_every_word() -> None:
    heel = gewichten(Teksten("rollator", body=VULLING), analyse)[0]
    licht = gewichten(Teksten("rollator", body=VULLING, zwaarte=0.5), analyse)[0]
    assert heel.keys() == licht.keys()
    assert all(1 <= licht[woord] <= heel[woord] for woord in heel)
    assert licht["rollator"] == pytest.approx(heel["rollator"] / 2, abs=1)


def test_an_organisation_weighs_as_much_as_everyday_words() -> None:
    een, ander = ({veld: "rollator", "body": VULLING} for veld in ("alledaags", "organisatie"))
    assert gewicht("rollator", **een) == gewicht("rollator", **ander)


def test_saying_it_again_adds_ever_less() -> None:
    keren = [gewicht("rollator", body=VULLING + "rollator " * aantal) for aantal in range(1, 6)]
    stappen = [later - eerder for eerder, later in pairwise(keren)]
    assert keren == sorted(keren)
    assert stappen == sorted(stappen, reverse=True)


def test_in_a_longer_text_a_word_weighs_less() -> None:
    assert gewicht("rollator", body="rollator") > gewicht("rollator", body="rollator " + VULLING)


def test_the_first_part_of_a_compound_weighs_more_than_the_last() -> None:
    geheel = gewicht(stam("koffieochtend"), kort="koffieochtend", body=VULLING)
    eerste, laatste = (
        gewicht(deel, kort="koffieochtend", body=VULLING) for deel in ("koffie", "ochtend")
    )
    assert geheel > eerste > laatste > 0


def test_stop_words_weigh_nothing_and_make_no_text_longer() -> None:
    assert gewicht("de", titel="de de de") == 0
    assert gewicht("rollator", body="de rollator van de het een") == gewicht(
        "rollator", body="rollator"
    )


def test_forms_are_those_of_the_text() -> None:
    _, vormen = gewichten(Teksten("Rekeningen", kort="één rekening"), analyse)
    assert vormen["rekeningen"] == vormen["rekening"] == "rekening"


@given(st.text(max_size=80), st.text(max_size=200))
def test_weights_of_any_text_are_whole_numbers_up_to_a_hundred(titel: str, body: str) -> None:
    wogen, vormen = gewichten(Teksten(titel, body=body), analyse)
    assert all(isinstance(g, int) and 1 <= g <= 100 for g in wogen.values())
    assert set(vormen.values()) <= wogen.keys()


def test_every_field_of_a_text_has_a_weight() -> None:
    assert set(VELDGEWICHT) == set(Teksten.__dataclass_fields__) - {"zwaarte"}


@pytest.mark.parametrize("aantal", [1, 10, 5_000, 1_000_000])
def test_rare_words_tell_more(aantal: int) -> None:
    dfs = sorted({0, 1, aantal // 10, aantal // 2, aantal})
    waarden = [idf(df, aantal) for df in dfs]
    assert waarden == sorted(waarden, reverse=True)
    assert all(isinstance(waarde, int) and waarde >= 50 for waarde in waarden)


def test_the_fingerprint_knows_weights_and_forms_and_no_order() -> None:
    afdruk = vingerafdruk({"a": 1, "b": 2}, {"aa": "a"})
    assert afdruk == vingerafdruk({"b": 2, "a": 1}, {"aa": "a"})
    assert afdruk != vingerafdruk({"a": 2, "b": 2}, {"aa": "a"})
    assert afdruk != vingerafdruk({"a": 1, "b": 2}, {"aaa": "a"})
    assert len(afdruk) == 40
