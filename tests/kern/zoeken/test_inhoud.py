"""What the index should hold for one object, asked of the app that registered it."""

from types import SimpleNamespace
from typing import Any

import pytest

from sociale_basis.kern.zoeken.analyse import Analyse
from sociale_basis.kern.zoeken.inhoud import Inhoud, lees
from sociale_basis.kern.zoeken.registratie import Soort, Teksten
from sociale_basis.kern.zoeken.samenstellingen import Splitser
from voorzieningen.models import Begrip

analyse = Analyse(Splitser(frozenset()))
DING = SimpleNamespace(pk=1)


def inhoud(**anders: Any) -> Inhoud:
    standaard: dict[str, Any] = {
        "tekst": lambda ding: Teksten("Één Café"),
        "facetten": lambda ding: {},
        "bonus": lambda ding: False,
        "punten": lambda ding: (),
    }
    soort = Soort(
        naam="proef", model=Begrip, zichtbaar=Begrip.objects.all, bron=Begrip.objects.all,
        **standaard | anders,
    )  # fmt: skip
    return lees(soort, DING, analyse)


def test_a_title_is_kept_as_written_and_in_two_forms_to_find_and_to_sort() -> None:
    velden = inhoud().velden({})
    assert (velden["titel"], velden["zoektitel"], velden["naam"]) == (
        "Één Café", " een cafe", "eencafe",
    )  # fmt: skip


@pytest.mark.parametrize("titel", ["x" * 500, "é" * 500, "ß" * 500, "a " * 300, "", "😀"])
def test_every_title_fits_its_columns(titel: str) -> None:
    velden = inhoud(tekst=lambda ding: Teksten(titel)).velden({})
    assert len(velden["titel"]) <= 200
    assert len(velden["zoektitel"]) <= 220
    assert len(velden["naam"]) <= 160


def test_facets_are_pairs_in_order_each_once() -> None:
    gevonden = inhoud(facetten=lambda ding: {"wijk": ["uden", "uden", "boekel"], "leeg": []})
    assert gevonden.facetten == [("wijk", "boekel"), ("wijk", "uden")]
    nummers = {("wijk", "uden"): 7, ("wijk", "boekel"): 9}
    assert gevonden.velden(nummers)["facetten"] == "9,7"


def test_a_facet_value_may_be_a_number() -> None:
    assert inhoud(facetten=lambda ding: {"rang": [0]}).facetten == [("rang", "0")]


def test_points_are_whole_numbers_each_once() -> None:
    zaal_naast_zaal = [(51.66, 5.62), (51.660001, 5.620001), (51.7, 5.6)]
    assert inhoud(punten=lambda ding: zaal_naast_zaal).punten == [
        (5_166_000, 562_000), (5_170_000, 560_000),
    ]  # fmt: skip


def test_a_bonus_is_yes_or_no() -> None:
    assert inhoud(bonus=lambda ding: 1).bonus is True
    assert inhoud(bonus=lambda ding: None).bonus is False


def test_words_and_forms_come_with_a_fingerprint() -> None:
    een, ander = inhoud(), inhoud(tekst=lambda ding: Teksten("Één Cafés"))
    assert een.vormen.keys() == {"cafe"}
    assert een.gewichten.keys() == set(een.vormen.values())
    assert een.vingerafdruk != ander.vingerafdruk
