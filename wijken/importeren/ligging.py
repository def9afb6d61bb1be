"""Which coordinates a file really holds: degrees or RD metres, in which order.

Files say it wrong, or not at all: RD metres in a GeoJSON without crs, (lat, lon) from a web
service. So every reading is tried, the one that the file claims first, and the first under which
the areas lie in the Netherlands counts.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError
from shapely.geometry.base import BaseGeometry

from ..grenzen import NEDERLAND

RD = CRS.from_epsg(28992)
WGS84 = CRS.from_epsg(4326)

Punten = np.ndarray  # (n, 2)


@dataclass(frozen=True)
class Lezing:
    """One way to read coordinates; ``melding`` is "" for what the file says itself."""

    omzetten: Callable[[Punten], Punten]
    melding: str


def naar_wgs84(vormen: Sequence[BaseGeometry], crs: str | None) -> tuple[list[BaseGeometry], str]:
    """The shapes in degrees (lon, lat), and a remark when the file was not right about itself.

    The reading that puts most shapes in the Netherlands wins; the first one at a tie, so that
    shapes that lie outside under every reading come back as the file has them.
    """
    beste: tuple[int, list[BaseGeometry], str] = (-1, list(vormen), "")
    for lezing in _lezingen(crs):
        gelezen = [_omgezet(vorm, lezing) for vorm in vormen]
        binnen = sum(map(ligt_in_nederland, gelezen))
        if binnen > beste[0]:
            beste = binnen, gelezen, lezing.melding
        if binnen == len(gelezen):
            break
    return beste[1], beste[2]


def ligt_in_nederland(vorm: BaseGeometry) -> bool:
    return bool(NEDERLAND.contains(vorm))


def _omgezet(vorm: BaseGeometry, lezing: Lezing) -> BaseGeometry:
    """The shape with other coordinates; what cannot be converted becomes empty."""
    with np.errstate(all="ignore"):
        omgezet = shapely.transform(vorm, lezing.omzetten)
    eindig = np.isfinite(shapely.get_coordinates(omgezet)).all()
    return omgezet if eindig else shapely.Polygon()


def _lezingen(crs: str | None) -> Iterator[Lezing]:
    genoemd = _stelsel(crs)
    if genoemd:
        yield Lezing(_uit(genoemd), "")
    anders = "het bestand zegt van niet" if genoemd else "het bestand zegt het niet"
    yield Lezing(_uit(RD), f"De grenzen staan in RD-meters ({anders}).")
    yield Lezing(_uit(WGS84), f"De grenzen staan in graden ({anders}).")
    yield Lezing(_na_wissel(WGS84), "Breedte en lengte stonden andersom; dat is hersteld.")
    yield Lezing(_na_wissel(RD), "De RD-coördinaten x en y stonden andersom; dat is hersteld.")


def _stelsel(crs: str | None) -> CRS | None:
    """The system a file names. A RD without its shift to WGS84 (old .prj files) is just RD."""
    try:
        stelsel = CRS.from_user_input(crs) if crs else None
    except CRSError:
        return None
    lijkt_rd = stelsel is not None and stelsel.to_epsg(min_confidence=20) == RD.to_epsg()
    return RD if lijkt_rd else stelsel


def _uit(stelsel: CRS) -> Callable[[Punten], Punten]:
    if stelsel == WGS84 or stelsel.to_epsg() == WGS84.to_epsg():
        return lambda punten: punten
    omzetter = Transformer.from_crs(stelsel, WGS84, always_xy=True)
    return lambda punten: np.column_stack(omzetter.transform(punten[:, 0], punten[:, 1]))


def _na_wissel(stelsel: CRS) -> Callable[[Punten], Punten]:
    uit = _uit(stelsel)
    return lambda punten: uit(punten[:, ::-1])
