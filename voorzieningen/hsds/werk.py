"""What all readers of tables share: the source, what was made of it so far, and the account."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .bestanden import Map, Rij
from .bronding import Bronding, Sleutel
from .verantwoording import Verantwoording

NERGENS_BIJ = "hoort bij niets dat is overgenomen"


@dataclass
class Werk:
    """``themas``: term at the source → theme; ``talen``: what ``talen.Talen`` knows."""

    bron: Map
    themas: Any
    talen: Any
    boek: Verantwoording = field(default_factory=Verantwoording)
    dingen: dict[Sleutel, Bronding] = field(default_factory=dict)
    landen: dict[Sleutel, str] = field(default_factory=dict)

    def lees(self, tabel: str, *kolommen: str) -> list[Rij]:
        """The rows of a table, written in the account; ``kolommen`` are those that are used."""
        rijen = self.bron.rijen(tabel)
        self.boek.lees(rijen, {"id", *kolommen})
        return rijen

    def bij(self, rij: Rij, *tabellen: str) -> Iterator[Bronding]:
        """What a row says it belongs to, the most precise first."""
        for tabel in tabellen or ("service", "location", "organization"):
            ding = self.dingen.get((tabel, rij[f"{tabel}_id"]))
            if ding is None and tabel == "service":
                ding = self.dingen.get(self._via_koppeling(rij))
            if ding is not None:
                yield ding

    def eerste(self, rij: Rij, *tabellen: str) -> Bronding | None:
        """The most precise thing a row belongs to; None is written in the account."""
        ding = next(self.bij(rij, *tabellen), None)
        if ding is None:
            self.boek.laat(rij, NERGENS_BIJ)
        return ding

    def _via_koppeling(self, rij: Rij) -> Sleutel:
        return "service", self._koppelingen.get(rij["service_at_location_id"], "")

    @cached_property
    def _koppelingen(self) -> dict[str, str]:
        rijen = self.bron.rijen("service_at_location")
        return {rij["id"]: rij["service_id"] for rij in rijen if rij["id"]}

    @cached_property
    def meeste_land(self) -> str:
        """Where most places are; read it after the addresses."""
        return Counter(self.landen.values()).most_common(1)[0][0] if self.landen else "NL"
