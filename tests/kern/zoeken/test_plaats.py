"""Distances in whole numbers are those of the globe, near enough to put things in order."""

from math import asin, cos, radians, sin, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_basis.kern.zoeken.inhoud import GRAAD
from sociale_basis.kern.zoeken.plaats import Plek, afstand2

UDEN = (51.66, 5.62)
breedtes, lengtes = st.floats(50.7, 53.6), st.floats(3.3, 7.3)  # the Netherlands


def haversine(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Metres over the globe."""
    lat1, lon1, lat2, lon2 = map(radians, (*a, *b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6_371_000 * asin(sqrt(h))


def meters(a: tuple[float, float], b: tuple[float, float]) -> float:
    return sqrt(afstand2(Plek.van(a), round(b[0] * GRAAD), round(b[1] * GRAAD)))


@given(breedtes, lengtes, st.floats(-0.2, 0.2), st.floats(-0.2, 0.2))
def test_within_a_region_it_is_right_to_a_hundredth(
    lat: float, lon: float, noord: float, oost: float
) -> None:
    ver = haversine((lat, lon), (lat + noord, lon + oost))
    assert meters((lat, lon), (lat + noord, lon + oost)) == pytest.approx(ver, rel=0.01, abs=10)


def test_to_where_you_are_is_nothing() -> None:
    assert meters(UDEN, UDEN) == 0


@pytest.mark.parametrize("punt", [(90.0, 0.0), (-90.0, 0.0), (0.0, 180.0)])
def test_the_ends_of_the_earth_are_no_error(punt: tuple[float, float]) -> None:
    assert Plek.van(punt).breedte >= 1
    assert meters(punt, UDEN) > 1_000_000


@given(st.lists(st.tuples(st.integers(-9_000_000, 9_000_000), st.integers(0, 18_000_000))))
def test_many_points_at_once_are_measured_as_each_of_them(punten: list[tuple[int, int]]) -> None:
    plek = Plek.van(UDEN)
    lat, lon = np.array(punten, dtype=np.int64).reshape(-1, 2).T
    assert afstand2(plek, lat, lon).tolist() == [afstand2(plek, *punt) for punt in punten]
