"""Borders as pure geometry: in and out, repair, union, middle, light versions."""

import json

import pytest
import shapely
from shapely.geometry import mapping

from wijken import grenzen

pytestmark = pytest.mark.eis("M1")

VIERKANT = shapely.box(5.6, 51.6, 5.7, 51.7)
STRIK = shapely.Polygon([(5.6, 51.6), (5.7, 51.7), (5.7, 51.6), (5.6, 51.7)])


def test_a_border_comes_back_from_json_as_it_was_written() -> None:
    geschreven = grenzen.schrijf(shapely.box(5.1234567, 51.1, 5.2, 51.2))

    assert json.loads(json.dumps(geschreven)) == geschreven
    assert geschreven["coordinates"][0][0] == [5.2, 51.1]
    assert all(
        len(str(x).split(".")[1]) <= 6 for ring in geschreven["coordinates"] for x, _y in ring
    )


def test_what_is_no_geometry_is_a_value_error() -> None:
    for onzin in ({}, {"type": "Polygon"}, {"type": "Vierkant", "coordinates": []}, [1], "x"):
        with pytest.raises(ValueError, match="GeoJSON"):
            grenzen.lees(onzin)  # type: ignore[arg-type]


def test_a_border_that_crosses_itself_becomes_two_surfaces() -> None:
    heel = grenzen.hersteld(STRIK)

    assert heel.is_valid
    assert heel.geom_type == "MultiPolygon"
    assert heel.area == pytest.approx(0.005)


def test_lines_and_points_in_a_collection_are_left_out() -> None:
    samen = shapely.GeometryCollection([VIERKANT, shapely.LineString([(0, 0), (1, 1)])])

    assert grenzen.vlakken(samen).equals(VIERKANT)
    assert grenzen.vlakken(shapely.Point(5, 51)).is_empty


def test_the_union_of_neighbours_has_no_sliver_between_them() -> None:
    links = shapely.box(5.60, 51.6, 5.65, 51.7)
    rechts = shapely.box(5.650001, 51.6, 5.7, 51.7)  # ten centimetres apart

    samen = grenzen.vereniging([links, rechts])

    assert samen.geom_type == "Polygon"
    assert samen.area == pytest.approx(0.01, rel=1e-4)


def test_the_union_is_the_same_every_time() -> None:
    delen = [shapely.box(5.6, 51.6, 5.65, 51.7), shapely.box(5.65, 51.6, 5.7, 51.7)]
    assert grenzen.schrijf(grenzen.vereniging(delen)) == grenzen.schrijf(
        grenzen.vereniging(reversed(delen))
    )


def test_the_middle_lies_inside_even_of_a_horseshoe() -> None:
    hoefijzer = shapely.box(5.6, 51.6, 5.7, 51.7) - shapely.box(5.62, 51.62, 5.68, 51.7)

    lat, lon = grenzen.midden(hoefijzer) or (0, 0)

    assert hoefijzer.contains(shapely.Point(lon, lat))
    assert grenzen.midden(VIERKANT) == (51.65, 5.65)
    assert grenzen.midden(shapely.Polygon()) is None


@pytest.mark.parametrize(
    ("grens", "fout"),
    [
        ({"type": "zot"}, "geen GeoJSON"),
        (mapping(shapely.Point(5.6, 51.6)), "een vlak"),
        (mapping(shapely.box(51.6, 5.6, 51.7, 5.7)), "niet in Nederland"),
        (mapping(STRIK), "kruist zichzelf"),
        (mapping(VIERKANT), ""),
    ],
)
def test_a_border_from_a_person_is_judged_in_plain_words(grens: dict, fout: str) -> None:
    gevonden = grenzen.fout_in_grens(grens)
    assert fout in gevonden
    assert bool(fout) == bool(gevonden)


def test_light_borders_keep_one_line_between_neighbours() -> None:
    golf = [(5.65 + 0.001 * (i % 2), 51.6 + i * 0.0001) for i in range(1000)]
    links = shapely.Polygon([(5.6, 51.6), *golf, (5.6, 51.7)])
    rechts = shapely.Polygon([(5.7, 51.6), *golf, (5.7, 51.7)])

    lichter = grenzen.vereenvoudigd([links, rechts], punten=300)

    assert shapely.get_num_coordinates(lichter).sum() <= 300
    assert lichter[0].intersection(lichter[1]).area == pytest.approx(0)
    assert lichter[0].union(lichter[1]).area == pytest.approx(links.union(rechts).area)


def test_borders_that_are_light_already_stay_as_they_are() -> None:
    assert grenzen.vereenvoudigd([VIERKANT]) == [VIERKANT]
    assert grenzen.vereenvoudigd([]) == []


@pytest.mark.parametrize("kapot", [float("nan"), float("inf")])
def test_a_coordinate_that_is_no_number_makes_no_border(kapot: float) -> None:
    ring = [[5.6, 51.6], [kapot, 51.6], [5.7, 51.7], [5.6, 51.6]]
    assert grenzen.fout_in_grens({"type": "Polygon", "coordinates": [ring]})


def test_a_point_that_was_turned_around_is_not_in_the_netherlands() -> None:
    assert grenzen.in_nederland(51.66, 5.62)
    assert not grenzen.in_nederland(5.62, 51.66)
