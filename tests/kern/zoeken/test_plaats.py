"""Distances in whole numbers are those of the globe, near enough to put things in order."""

from math import asin, cos, radians, sin, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_basis.kern.models import Document, Documentpunt
from sociale_basis.kern.zoeken.inhoud import GRAAD
from sociale_basis.kern.zoeken.plaats import Plek, afstand2, rond

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


@pytest.mark.django_db
@pytest.mark.parametrize("straal", [0, 100, 1_500, 6_000])
def test_the_box_leaves_out_nothing_that_is_near(straal: int) -> None:
    """The box may hold too much (its corners); what it leaves out is too far."""
    document = Document.objects.create(soort="proef", object_id=1, versie=1)
    plek = Plek.van(UDEN)
    raster = [
        (plek.lat + i * 450, plek.lon + j * 700) for i in range(-15, 16) for j in range(-15, 16)
    ]
    Documentpunt.objects.bulk_create(
        Documentpunt(document=document, lat=lat, lon=lon) for lat, lon in raster
    )
    in_doos = set(rond(Documentpunt.objects.all(), plek, straal).values_list("lat", "lon"))
    dichtbij = {punt for punt in raster if afstand2(plek, *punt) <= straal * straal}
    assert dichtbij <= in_doos
    assert all(afstand2(plek, *punt) <= 2.1 * (straal + 5) ** 2 for punt in in_doos)
