"""A sketch of borders: every point its own ground, the whole outline filled."""

import pytest
import shapely
from shapely import Point, Polygon

from sociale_basis.demo.schets import schets_grenzen

OMTREK = [(5.6, 51.6), (5.8, 51.6), (5.8, 51.7), (5.6, 51.7)]
PUNTEN = {"west": (5.65, 51.65), "oost": (5.75, 51.65), "noord": (5.70, 51.69)}


@pytest.fixture(scope="module")
def cellen():
    return schets_grenzen(PUNTEN, OMTREK)


def test_every_point_lies_in_its_own_cell(cellen):
    for sleutel, punt in PUNTEN.items():
        assert [naam for naam, cel in cellen.items() if cel.contains(Point(punt))] == [sleutel]


def test_the_cells_fill_the_outline_without_overlap(cellen):
    samen = shapely.union_all(list(cellen.values()))
    assert samen.symmetric_difference(Polygon(OMTREK)).area < 1e-6
    assert sum(cel.area for cel in cellen.values()) == pytest.approx(samen.area, rel=1e-4)


def test_the_ground_halfway_is_shared_fairly(cellen):
    assert cellen["west"].area == pytest.approx(cellen["oost"].area, rel=0.01)
