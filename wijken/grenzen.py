"""Borders: GeoJSON in and out, repair, union, middle, and a light version for the map.

Everything here is pure: no database. A border is a Polygon or MultiPolygon in degrees WGS84,
(lon, lat), with six decimals (about 10 cm).
"""

from collections.abc import Iterable
from math import isfinite
from typing import Any

import shapely
from django.utils.translation import gettext as _
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

Geojson = dict[str, Any]

RASTER = 1e-6  # degrees
NEDERLAND = shapely.box(3.0, 50.5, 7.5, 53.8)
VLAKKEN = ("Polygon", "MultiPolygon")
KAART_PUNTEN = 2_600  # about 50 kB of GeoJSON
KAART_TOLERANTIE = 0.00005  # degrees, the square root of the smallest corner that is kept
SAMENGESTELD = "samengesteld uit"  # how ``grens_bron`` of a union begins


def lees(grens: Geojson) -> BaseGeometry:
    """A GeoJSON geometry as a Shapely shape; ValueError if it is none."""
    try:
        vorm = shape(grens)
    except Exception as fout:  # Shapely raises many kinds for broken input
        raise ValueError("no GeoJSON geometry") from fout
    if not all(map(isfinite, shapely.get_coordinates(vorm).flat)):
        raise ValueError("a coordinate is no number")
    return vorm


def schrijf(vorm: BaseGeometry, decimalen: int = 6) -> Geojson:
    """A shape as GeoJSON with lists, the way it comes back from the database."""
    geojson = mapping(vorm)
    return {
        "type": geojson["type"],
        "coordinates": _afgerond(geojson["coordinates"], decimalen),
    }


def vlakken(vorm: BaseGeometry) -> BaseGeometry:
    """Only the surfaces of a shape: an empty Polygon if it has none."""
    if vorm.geom_type in VLAKKEN:
        return vorm
    delen = [deel for deel in getattr(vorm, "geoms", ()) if deel.geom_type != "Point"]
    return shapely.union_all([vlakken(deel) for deel in delen]) if delen else shapely.Polygon()


def hersteld(vorm: BaseGeometry) -> BaseGeometry:
    """The same surface as a valid shape on the grid of six decimals."""
    geldig = vlakken(vorm if vorm.is_valid else shapely.make_valid(vorm))
    return vlakken(shapely.set_precision(shapely.normalize(geldig), RASTER))


def vereniging(vormen: Iterable[BaseGeometry]) -> BaseGeometry:
    """One shape of several; slivers between neighbours that do not fit exactly are closed."""
    samen = shapely.union_all(list(vormen), grid_size=RASTER)
    return hersteld(
        samen.buffer(2 * RASTER, join_style="mitre").buffer(-2 * RASTER, join_style="mitre")
    )


def midden(vorm: BaseGeometry) -> tuple[float, float] | None:
    """(lat, lon) of the centre if that lies inside, else of another point inside."""
    if vorm.is_empty:
        return None
    punt = vorm.centroid
    if not vorm.contains(punt):
        punt = vorm.point_on_surface()
    return round(punt.y, 6), round(punt.x, 6)


def in_nederland(lat: float, lon: float) -> bool:
    """Whether a point may be right: (5.6, 51.6) is at sea near Somalia, (51.6, 5.6) in Uden."""
    return bool(NEDERLAND.contains(shapely.Point(lon, lat)))


def fout_in_grens(grens: Any) -> str:
    """What is wrong with a border that somebody filled in, in plain Dutch; "" if nothing."""
    try:
        vorm = lees(grens)
    except ValueError:
        return _("Dit is geen GeoJSON-vlak.")
    if vorm.geom_type not in VLAKKEN or vorm.is_empty:
        return _("Een grens is een vlak: Polygon of MultiPolygon.")
    if not NEDERLAND.contains(vorm):
        return _("Deze grens ligt niet in Nederland. Staan lengte en breedte goed om?")
    if not vorm.is_valid:
        return _("Deze grens kruist zichzelf.")
    return ""


def vereenvoudigd(vormen: list[BaseGeometry], punten: int = KAART_PUNTEN) -> list[BaseGeometry]:
    """The shapes with at most about ``punten`` corners together; small ones stay as they are."""
    tolerantie, lichter = KAART_TOLERANTIE, vormen
    while shapely.get_num_coordinates(lichter).sum() > punten and tolerantie < 0.01:
        lichter = list(shapely.coverage_simplify(vormen, tolerantie))
        tolerantie *= 2
    return [
        nieuw if not nieuw.is_empty else oud for oud, nieuw in zip(vormen, lichter, strict=True)
    ]


def _afgerond(coordinaten: Any, decimalen: int) -> Any:
    if isinstance(coordinaten, (int, float)):
        return round(float(coordinaten), decimalen)
    return [_afgerond(deel, decimalen) for deel in coordinaten]
