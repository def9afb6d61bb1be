"""Borders for the map: small, and honest about sketches (V2)."""

import json
import math

import pytest
from shapely import Polygon, box
from shapely.geometry import mapping, shape

from tests.fabriek import een_buurt, een_wijk
from wijken.kaart import grenzen_geojson
from wijken.models import Gebied

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V2")]


def kronkelig(x: float, y: float) -> dict:
    """A border with 3,000 corners, as a file that was not generalised has them."""
    punten = []
    for i in range(3000):
        straal = 0.01 + 0.0004 * math.sin(i * 1.7)
        hoek = i * 2 * math.pi / 3000
        punten.append((x + straal * math.cos(hoek), y + straal * math.sin(hoek)))
    return mapping(Polygon(punten))


def test_each_area_brings_its_name_its_page_and_whether_it_is_a_sketch() -> None:
    een_wijk("Volkel", grens=mapping(box(5.6, 51.6, 5.7, 51.7)), grens_indicatief=True)

    (feature,) = grenzen_geojson(Gebied.objects.zichtbaar().wijken())["features"]

    assert feature["properties"] == {
        "naam": "Volkel",
        "slug": "volkel",
        "soort": "wijk",
        "url": "/wijk/volkel/",
        "indicatief": True,
    }
    assert shape(feature["geometry"]).equals(box(5.6, 51.6, 5.7, 51.7))


def test_eleven_wijken_with_real_borders_stay_under_60_kb(django_assert_num_queries) -> None:
    for nummer in range(11):
        een_wijk(f"Wijk {nummer}", grens=kronkelig(5.5 + nummer * 0.03, 51.6))

    with django_assert_num_queries(1):
        lagen = grenzen_geojson(Gebied.objects.zichtbaar().wijken())

    assert len(lagen["features"]) == 11
    assert len(json.dumps(lagen)) < 60_000
    assert all(shape(feature["geometry"]).is_valid for feature in lagen["features"])


def test_areas_without_border_are_left_out() -> None:
    een_buurt(grens=None)
    assert grenzen_geojson(Gebied.objects.all())["features"] == []
