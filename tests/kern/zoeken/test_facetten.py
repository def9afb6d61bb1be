"""Filters and the counts beside them, on a state of six documents made by hand."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest

from sociale_basis.kern.models import Zoekstand
from sociale_basis.kern.zoeken.facetten import Filters, ruimte, tel_facetten
from sociale_basis.kern.zoeken.register import Register
from sociale_basis.kern.zoeken.registratie import Herkend
from sociale_basis.kern.zoeken.stand import Stand
from sociale_basis.kern.zoeken.verzameling import bits, nummers

THEMA = {"eten": {1, 2, 5}, "geld": {2, 3}, "sport": {4}}
KOSTEN = {"gratis": {1, 2, 3}, "betaald": {4, 5}}
REGISTER = Register.van(
    [(1, "a", 1), (2, "a", 2), (3, "b", 3), (4, "b", 4), (5, "b", 5), (6, "b", 6)],
    [(1, 5_166_000, 562_000), (2, 5_166_900, 562_000), (3, 5_171_000, 562_000)],
)
STAND = Stand(
    Zoekstand(),
    (0, date(2026, 11, 22), False),
    6,
    bits([1, 2, 3, 4, 5]),
    0,
    {("thema", w): bits(d) for w, d in THEMA.items()}
    | {("kosten", w): bits(d) for w, d in KOSTEN.items()}
    | {("wijk", "uden"): bits([6])},
    REGISTER,
)
ALLES = bits(range(1, 7))


def binnen(filters: Filters, onder: Iterable[int] = range(1, 7)) -> set[int]:
    return {int(n) for n in nummers(ruimte(filters, STAND).binnen(bits(onder)))}


def tellingen(filters: Filters) -> dict[str, dict[str, int]]:
    return tel_facetten(ALLES, ruimte(filters, STAND), STAND)


def test_without_filters_everything_that_is_visible() -> None:
    assert binnen(Filters()) == {1, 2, 3, 4, 5}


def test_any_value_of_a_name_and_every_name() -> None:
    assert binnen(Filters({"thema": ["eten", "geld"]})) == {1, 2, 3, 5}
    assert binnen(Filters({"thema": ["eten", "geld"], "kosten": ["betaald"]})) == {5}


def test_a_name_without_values_is_no_filter() -> None:
    assert binnen(Filters({"thema": []})) == {1, 2, 3, 4, 5}


@pytest.mark.parametrize("keuze", [{"thema": ["onzin"]}, {"onzin": ["x"]}, {"wijk": ["uden"]}])
def test_what_does_not_exist_or_is_hidden_gives_nothing(keuze: dict[str, list[str]]) -> None:
    assert binnen(Filters(keuze)) == set()


def test_only_within_what_was_found() -> None:
    assert binnen(Filters({"kosten": ["gratis"]}), onder=[3, 4]) == {3}


def test_a_value_is_known_by_its_code_also_under_an_older_name() -> None:
    nieuw = {("thema", "geld|Geldzorgen"): bits([1]), ("thema", "geld|Geldzaken"): bits([2])}
    stand = replace(STAND, facetten=nieuw | {("thema", "geldloket"): bits([3])})
    assert stand.met("thema", "geld") == bits([1, 2])
    assert stand.met("thema", "geld|Geldzorgen") == bits([1])
    assert stand.met("thema", "geldloket") == bits([3])
    assert stand.met("thema", "Geldzorgen") == stand.met("kosten", "geld") == 0


def test_what_is_there_for_everybody_comes_along_with_a_choice_that_exists() -> None:
    ook = {"thema": "sport"}
    assert binnen(Filters({"thema": ["geld"]}, ook=ook)) == {2, 3, 4}
    assert binnen(Filters({"thema": ["onzin"]}, ook=ook)) == set()
    assert binnen(Filters(ook=ook)) == binnen(Filters())


def test_a_number_as_value_is_read_as_text() -> None:
    assert binnen(Filters({"thema": [1]})) == set()  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("themas", "kosten"),
    list(product([[], ["eten"], ["eten", "sport"], ["onzin"]], [[], ["gratis"], ["betaald"]])),
)
def test_each_count_is_what_choosing_it_besides_gives(themas: list[str], kosten: list[str]) -> None:
    """Counted the slow way: put the value in place of the choices of its own name."""
    keuze = {"thema": themas, "kosten": kosten}
    verwacht: dict[str, dict[str, int]] = {}
    for naam, waarden in (("thema", THEMA), ("kosten", KOSTEN)):
        for waarde in waarden:
            aantal = len(binnen(Filters({**keuze, naam: [waarde]})))
            if aantal:
                verwacht.setdefault(naam, {})[waarde] = aantal
    assert tellingen(Filters(keuze)) == verwacht


def test_no_count_of_nothing_and_nothing_that_is_hidden() -> None:
    assert "wijk" not in tellingen(Filters())
    assert tel_facetten(0, ruimte(Filters(), STAND), STAND) == {}


def test_what_the_visitor_chose_goes_before_what_was_recognised() -> None:
    herkend = Herkend("koffie", {"thema": frozenset({"geld"}), "kosten": frozenset({"gratis"})})
    samen = Filters({"thema": ["eten"]}, straal=500, punt=(1.0, 2.0)).met(herkend)
    assert samen.facetten == {"thema": ["eten"], "kosten": frozenset({"gratis"})}
    assert (samen.straal, samen.punt) == (500, (1.0, 2.0))


class TestPlaatsEnApp:
    @pytest.mark.parametrize(
        ("straal", "verwacht"),
        [(0, {1}), (1_000, {1}), (1_100, {1, 2}), (9_000, {1, 2, 3})],
    )
    def test_a_radius(self, straal: int, verwacht: set[int]) -> None:
        assert binnen(Filters(straal=straal, punt=(51.66, 5.62))) == verwacht

    def test_a_radius_without_a_point_and_a_point_without_a_radius_filter_nothing(self) -> None:
        assert binnen(Filters(straal=1)) == binnen(Filters(punt=(51.66, 5.62))) == {1, 2, 3, 4, 5}

    @pytest.mark.parametrize(
        ("alleen", "verwacht"),
        [
            ({"a": [1, 2, 77]}, {1, 2}),
            ({"a": [1], "b": [3]}, {1, 3}),
            ({"a": []}, set()),
            ({}, set()),
            ({"onzin": [1]}, set()),
        ],
    )
    def test_what_only_the_app_knows(self, alleen: Any, verwacht: set[int]) -> None:
        assert binnen(Filters(alleen=alleen)) == verwacht
