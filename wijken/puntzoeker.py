"""Which areas hold a point: all borders in memory, in a tree (about 40 µs a point)."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any, ClassVar

from shapely import Point, STRtree

from . import grenzen

Rij = tuple[int, str, str, dict[str, Any]]  # pk, soort, indeling, border
NIVEAU = ("buurt", "wijk", "stadsdeel", "gemeente")


class Puntzoeker:
    """The borders of one moment; a process keeps the last one until the version changes."""

    _laatste: ClassVar[tuple[Hashable, "Puntzoeker"] | None] = None

    def __init__(self, rijen: Iterable[Rij]) -> None:
        gesorteerd = sorted(rijen, key=lambda rij: (NIVEAU.index(rij[1]), rij[2] == "cbs", rij[0]))
        self._pks = [pk for pk, *_rest in gesorteerd]
        self._boom = STRtree([grenzen.lees(grens) for *_rest, grens in gesorteerd])

    @classmethod
    def voor_versie(cls, versie: Hashable, rijen: Callable[[], Iterable[Rij]]) -> "Puntzoeker":
        """The one in memory if it is of this version, else a new one from ``rijen()``."""
        laatste = cls._laatste
        if laatste is None or laatste[0] != versie:
            laatste = cls._laatste = (versie, cls(rijen()))
        return laatste[1]

    def gebieden_op(self, lat: float, lon: float) -> list[int]:
        """Primary keys of the areas that hold the point, smallest level first, own before CBS."""
        geraakt = self._boom.query(Point(lon, lat), predicate="intersects")
        return [self._pks[nummer] for nummer in sorted(geraakt)]
