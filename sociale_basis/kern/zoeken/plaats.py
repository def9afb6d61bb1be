"""Distances in whole numbers: points are hundred-thousandths of a degree."""

from dataclasses import dataclass
from math import cos, radians
from typing import TypeVar

from numpy import int64
from numpy.typing import NDArray

from .inhoud import GRAAD

METER_PER_GRAAD = 111_320

Getal = TypeVar("Getal", int, NDArray[int64])


@dataclass(frozen=True)
class Plek:
    """A point to measure from; ``breedte`` is how much a degree of longitude is narrower there,
    in thousandths."""

    lat: int
    lon: int
    breedte: int

    @classmethod
    def van(cls, punt: tuple[float, float]) -> "Plek":
        lat, lon = punt
        return cls(round(lat * GRAAD), round(lon * GRAAD), max(1, round(1000 * cos(radians(lat)))))


def afstand2(plek: Plek, lat: Getal, lon: Getal) -> Getal:
    """The square of the distance in metres, as on a flat map; of one point or of many."""
    noord = (lat - plek.lat) * METER_PER_GRAAD // GRAAD
    oost = (lon - plek.lon) * plek.breedte * METER_PER_GRAAD // (GRAAD * 1000)
    return noord * noord + oost * oost
