"""The graph of steps: no circle, never down a layer on the way up, never up on the way back."""

import itertools

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


ANDER = Knoop("voorziening", 13)


def test_a_circle_is_given_as_the_steps_that_make_it_the_one_asked_about_first() -> None:
    heen, terug_ = omhoog(SPREEKUUR, ANDER), omhoog(ANDER, SPREEKUUR, "overnemen")
    kring = graaf(heen, terug_)
    assert kring.kring(heen) == (heen, terug_)
    assert kring.kring(terug_) == (terug_, heen)
    assert graaf(heen).kring(heen) == ()


def test_the_shortest_circle_is_named() -> None:
    knopen_ = [Knoop("voorziening", n) for n in (21, 22, 23)]
    ronde = [
        omhoog(van, naar) for van, naar in zip(knopen_, knopen_[1:] + knopen_[:1], strict=True)
    ]
    kort = omhoog(knopen_[1], knopen_[0], "overnemen")
    alles = Graaf((*ronde, kort), RANG, dict.fromkeys((21, 22, 23), 2))
    assert alles.kring(ronde[0]) == (ronde[0], kort)
    assert len(alles.kring(ronde[2])) == 3


def test_up_and_back_again_is_no_circle() -> None:
    heen_en_weer = graaf(omhoog(BUURT, TEAM), terug(TEAM, BUURT), omhoog(MAATJE, SPREEKUUR))
    assert heen_en_weer.fouten() == {}


def test_a_step_the_wrong_way_is_told_as_that_and_drags_no_other_along() -> None:
    goed, fout = omhoog(BUURT, TEAM), omhoog(TEAM, BUURT, "overnemen")
    assert graaf(goed, fout).fouten() == {fout: Fout.OMLAAG}


def test_steps_back_form_no_circle_either() -> None:
    heen, weer = terug(SPREEKUUR, ANDER), terug(ANDER, SPREEKUUR)
    assert set(graaf(heen, weer).fouten().values()) == {Fout.KRING}


@given(st.lists(pijlen, max_size=25), st.fixed_dictionaries(dict.fromkeys(range(1, 9), lagen)))
def test_nothing_is_wrong_together_only_when_each_step_is_right(
    stappen: list[Pijl], laag_van: dict[int, int | None]
) -> None:
    alles = Graaf(tuple(stappen), {1: 1, 2: 2, 3: 3, 4: 4}, laag_van)
    los = {pijl: fout for pijl in stappen if (fout := alles.fout(pijl))}
    samen = alles.fouten()
    assert set(samen) <= set(los)
    assert bool(samen) == bool(los)
    assert {p: f for p, f in los.items() if f is not Fout.KRING} == {
        p: f for p, f in samen.items() if f is not Fout.KRING
    }


@given(st.lists(pijlen, max_size=25))
def test_a_circle_begins_where_it_ends(stappen: list[Pijl]) -> None:
    alles = Graaf(tuple(stappen), RANG, LAAG_VAN)
    for pijl in stappen:
        kring = alles.kring(pijl)
        assert bool(kring) == alles.komt_bij(pijl.naar, pijl.van, pijl.richting)
        if kring:
            assert kring[0] == pijl
            assert kring[-1].naar == pijl.van
            assert len({stap.naar for stap in kring}) == len(kring)


def test_thousands_of_steps_are_checked_in_one_walk() -> None:
    """Twice as many steps take about twice as long, not four times."""

    def tel(aantal: int) -> int:
        rij = [Knoop("voorziening", n) for n in range(aantal + 1)]
        telraam = Telraam(
            tuple(omhoog(van, naar) for van, naar in itertools.pairwise(rij)),
            RANG, dict.fromkeys(range(aantal + 1), 1),
        )  # fmt: skip
        assert telraam.fouten() == {}
        return Telraam.gevraagd

    class Telraam(Graaf):
        gevraagd = 0

        def vanaf(self, *args, **kwargs):
            Telraam.gevraagd += 1
            return super().vanaf(*args, **kwargs)

    klein = tel(500)
    Telraam.gevraagd = 0
    assert tel(2000) <= 5 * max(klein, 500)
