"""A sketch of borders: each point gets the ground that lies nearest to it, inside an outline."""

from math import cos, radians

import shapely
from shapely import MultiPoint, Point, Polygon
from shapely.geometry.base import BaseGeometry

from wijken import grenzen

Lonlat = tuple[float, float]


def schets_grenzen(punten: dict[str, Lonlat], omtrek: list[Lonlat]) -> dict[str, BaseGeometry]:
    """Per key the cell around its point (lon, lat in degrees); together they fill the outline.

    Degrees are stretched to a flat map first, so that "nearest" is what it is on the ground.
    """
    rek = cos(radians(sum(lat for _lon, lat in punten.values()) / len(punten)))
    rand = _rek(Polygon(omtrek), rek)
    plat = {sleutel: _rek(Point(punt), rek) for sleutel, punt in punten.items()}
    cellen = shapely.get_parts(
        shapely.voronoi_polygons(MultiPoint(list(plat.values())), extend_to=rand)
    )
    boom = shapely.STRtree(cellen)
    return {
        sleutel: grenzen.hersteld(
            _rek(shapely.intersection(cellen[boom.nearest(punt)], rand), 1 / rek)
        )
        for sleutel, punt in plat.items()
    }


def _rek(vorm: BaseGeometry, factor: float) -> BaseGeometry:
    return shapely.transform(vorm, lambda punten: punten * [factor, 1])
