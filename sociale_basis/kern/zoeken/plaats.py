"""Distances in whole numbers: points are hundred-thousandths of a degree."""

from dataclasses import dataclass
from math import cos, radians

from django.db.models import QuerySet

from .inhoud import GRAAD

METER_PER_GRAAD = 111_320


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


def afstand2(plek: Plek, lat: int, lon: int) -> int:
    """The square of the distance in metres, as on a flat map."""
    noord = (lat - plek.lat) * METER_PER_GRAAD // GRAAD
    oost = (lon - plek.lon) * plek.breedte * METER_PER_GRAAD // (GRAAD * 1000)
    return noord * noord + oost * oost


def rond(rijen: QuerySet, plek: Plek, meters: int) -> QuerySet:
    """Points in a box of ``meters`` to each side."""
    hoog = meters * GRAAD // METER_PER_GRAAD + 1
    breed = hoog * 1000 // plek.breedte + 1
    return rijen.filter(
        lat__range=(plek.lat - hoog, plek.lat + hoog),
        lon__range=(plek.lon - breed, plek.lon + breed),
    )
