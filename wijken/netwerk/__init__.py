"""The network of an area as residents see it: read once, drawn and written from the same object."""

from .opbouw import Netwerk, Ringdeel, Stand, netwerk_van, netwerken_onder, partners_van, standen
from .tekening import Tekening, borden, tekeningen

__all__ = [
    "Netwerk",
    "Ringdeel",
    "Stand",
    "Tekening",
    "borden",
    "netwerk_van",
    "netwerken_onder",
    "partners_van",
    "standen",
    "tekeningen",
]
