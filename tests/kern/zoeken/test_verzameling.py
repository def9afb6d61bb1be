"""Sets of documents as bits do what sets do."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sociale_basis.kern.zoeken.verzameling import als_vlak, bevat, bits, nummers, zit_in

verzamelingen = st.sets(st.integers(0, 2_000), max_size=60)


def terug(verzameling: int) -> set[int]:
    return {int(nummer) for nummer in nummers(verzameling)}


@given(verzamelingen)
def test_what_goes_in_comes_out_in_order(leden: set[int]) -> None:
    assert [int(nummer) for nummer in nummers(bits(leden))] == sorted(leden)
    assert bits(np.array(sorted(leden), dtype=np.int64)) == bits(iter(leden))


@given(verzamelingen, verzamelingen)
def test_both_either_and_without(een: set[int], ander: set[int]) -> None:
    a, b = bits(een), bits(ander)
    assert terug(a & b) == een & ander
    assert terug(a | b) == een | ander
    assert terug(a & ~b) == een - ander


@given(verzamelingen)
def test_counting_is_how_many(leden: set[int]) -> None:
    assert bits(leden).bit_count() == len(leden)


@given(verzamelingen, st.integers(0, 2_500))
def test_looking_up_one_number(leden: set[int], nummer: int) -> None:
    assert zit_in(nummer, bevat(bits(leden))) == (nummer in leden)


@given(verzamelingen, st.integers(0, 2_500))
def test_a_plane_has_a_place_for_each_number_below_its_length(leden: set[int], lengte: int) -> None:
    vlak = als_vlak(bits(leden), lengte)
    assert len(vlak) == lengte
    assert {int(nummer) for nummer in np.nonzero(vlak)[0]} == {lid for lid in leden if lid < lengte}


def test_nothing_is_zero() -> None:
    assert bits([]) == 0
    assert terug(0) == set()
    assert not zit_in(0, bevat(0))
    assert len(als_vlak(0, 0)) == 0
