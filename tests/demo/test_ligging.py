"""The hand-drawn points of the demo against the real borders, where those are at hand."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from shapely import Point
from shapely.geometry import shape

from sociale_basis.demo.bron import Bron
from sociale_basis.demo.laden import SETS

ECHT = Path(settings.BASE_DIR).parent / "shared/data/geo/maashorst_GM1991_wijken_2022.geojson"


@pytest.fixture(scope="module")
def wijken():
    if not ECHT.exists():
        pytest.skip("the real borders of Maashorst are not on this computer")
    features = json.loads(ECHT.read_text())["features"]
    return {f["properties"]["code"]: shape(f["geometry"]) for f in features}


def bron() -> Bron:
    return SETS["maashorst"].bron


@pytest.mark.eis("M1")
def test_most_points_of_buurten_lie_in_the_real_wijk(wijken):
    buurten = bron().lees("gebieden.toml")["buurt"]
    goed = [b for b in buurten if wijken[f"WK{b['code'][2:8]}"].covers(Point(b["midden"]))]
    assert len(goed) >= 35


def test_most_places_lie_in_the_real_wijk_of_their_buurt(wijken):
    plekken = [p for p in bron().lees("plekken.toml")["plek"] if "buurt" in p]
    goed = [p for p in plekken if wijken[f"WK{p['buurt'][2:8]}"].covers(Point(p["lon"], p["lat"]))]
    assert len(goed) >= 0.9 * len(plekken)
