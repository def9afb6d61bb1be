"""The graph of steps: no circle, never down a layer on the way up, never up on the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorzieningen.boom.graaf import OMHOOG, TERUG, Fout, Graaf, Knoop, Pijl

pytestmark = pytest.mark.eis("H3")

BUURT, TEAM, TOP = (Knoop("laag", nummer) for nummer in (1, 2, 3))
MAATJE, SPREEKUUR = Knoop("voorziening", 11), Knoop("voorziening", 12)
RANG = {1: 1, 2: 2, 3: 3}
LAAG_VAN = {11: 1, 12: 2, 13: 2, 14: None}


def graaf(*pijlen: Pijl) -> Graaf:
    return Graaf(pijlen, RANG, LAAG_VAN)


def omhoog(van: Knoop, naar: Knoop, soort: str = "ondersteuning") -> Pijl:
    return Pijl(van, naar, soort)


def terug(van: Knoop, naar: Knoop) -> Pijl:
    return Pijl(van, naar, "afschalen")


@pytest.mark.parametrize(
    ("pijl", "fout"),
    [
        (omhoog(BUURT, TEAM), None),
        (omhoog(BUURT, TOP), None),
        (omhoog(MAATJE, SPREEKUUR), None),
        (omhoog(SPREEKUUR, TEAM), None),
        (omhoog(SPREEKUUR, Knoop("voorziening", 13)), None),
        (terug(TOP, BUURT), None),
        (omhoog(BUURT, BUURT), Fout.ZELFDE),
        (omhoog(TEAM, SPREEKUUR), Fout.GEEN_ANDERE_LAAG),
        (omhoog(TEAM, BUURT), Fout.OMLAAG),
        (omhoog(SPREEKUUR, MAATJE), Fout.OMLAAG),
        (terug(BUURT, TEAM), Fout.OMHOOG),
        (omhoog(Knoop("voorziening", 14), TOP), Fout.ZONDER_LAAG),
        (omhoog(BUURT, Knoop("laag", 99)), Fout.ZONDER_LAAG),
    ],
    ids=str,
)
def test_a_step_goes_the_right_way(pijl: Pijl, fout: Fout | None) -> None:
    assert graaf().fout(pijl) == fout


def test_steps_between_provisions_of_one_layer_form_no_circle() -> None:
    ander = Knoop("voorziening", 13)
    met = graaf(omhoog(SPREEKUUR, ander))
    assert met.fout(omhoog(ander, SPREEKUUR, "overnemen")) == Fout.KRING


def test_the_steps_of_a_layer_hold_for_its_provisions() -> None:
    van_laag = omhoog(BUURT, TEAM)
    assert graaf(van_laag).vanaf(MAATJE) == [van_laag]


def test_a_provisions_own_step_replaces_those_of_the_same_kind_only() -> None:
    eigen = omhoog(MAATJE, SPREEKUUR)
    van_laag = omhoog(BUURT, TEAM)
    ander_soort = omhoog(BUURT, TEAM, "overnemen")
    assert graaf(eigen, van_laag, ander_soort).vanaf(MAATJE) == [eigen, ander_soort]


def test_a_walk_ends_even_where_the_data_hold_a_circle() -> None:
    ander = Knoop("voorziening", 13)
    kring = graaf(omhoog(SPREEKUUR, ander), omhoog(ander, SPREEKUUR))
    assert set(kring.wandel(SPREEKUUR, OMHOOG)) == {SPREEKUUR, ander}
    assert set(kring.fouten().values()) == {Fout.KRING}


knopen = st.one_of(
    st.builds(Knoop, st.just("laag"), st.integers(1, 4)),
    st.builds(Knoop, st.just("voorziening"), st.integers(1, 8)),
)
pijlen = st.builds(Pijl, knopen, knopen, st.sampled_from([*OMHOOG, *TERUG]))
lagen = st.one_of(st.none(), st.integers(1, 4))


@given(st.lists(pijlen, max_size=40), st.fixed_dictionaries(dict.fromkeys(range(1, 9), lagen)))
def test_whatever_is_accepted_one_by_one_has_no_circle_and_no_orphan(
    voorstellen: list[Pijl], laag_van: dict[int, int | None]
) -> None:
    nu = Graaf((), {1: 1, 2: 2, 3: 3, 4: 4}, laag_van)
    for pijl in voorstellen:
        if nu.fout(pijl) is None:
            nu = Graaf((*nu.pijlen, pijl), nu.rang, nu.laag_van)
    assert nu.fouten() == {}
    for pijl in nu.pijlen:
        assert not nu.komt_bij(pijl.naar, pijl.van, pijl.richting)
        assert nu.hoogte(pijl.van) is not None
        assert nu.hoogte(pijl.naar) is not None


@given(st.lists(pijlen, max_size=30), knopen)
def test_a_walk_from_anywhere_visits_each_node_once(stappen: list[Pijl], begin: Knoop) -> None:
    gezien = list(Graaf(tuple(stappen), RANG, LAAG_VAN).wandel(begin, OMHOOG))
    assert len(gezien) == len(set(gezien))
    assert gezien[0] == begin
