"""What the index should hold for one object."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ..models.oude_slug import sorteernaam
from .analyse import Analyse
from .registratie import Soort
from .tekst import vouw
from .wegen import gewichten, vingerafdruk

GRAAD = 100_000  # points are whole numbers of about a metre

Facetwaarde = tuple[str, str]


@dataclass(frozen=True)
class Inhoud:
    """The words of an object with their weights, its facets, its points and its title."""

    VELDEN: ClassVar = ("titel", "zoektitel", "naam", "bonus", "facetten", "vingerafdruk")

    titel: str
    bonus: bool
    facetten: list[Facetwaarde]
    punten: list[tuple[int, int]]
    gewichten: dict[str, int]
    vormen: dict[str, str]
    vingerafdruk: str

    def velden(self, facetnummers: Mapping[Facetwaarde, int]) -> dict[str, Any]:
        """The fields of its Document."""
        return {
            "titel": self.titel[:200],
            "zoektitel": f" {' '.join(vouw(self.titel).split())}"[:220],
            "naam": sorteernaam(self.titel)[:160],
            "bonus": self.bonus,
            "facetten": ",".join(str(facetnummers[facet]) for facet in self.facetten),
            "vingerafdruk": self.vingerafdruk,
        }


def lees(soort: Soort, ding: Any, analyse: Analyse) -> Inhoud:
    """Ask the app that registered the kind for everything, and analyse the words."""
    teksten = soort.tekst(ding)
    woorden, vormen = gewichten(teksten, analyse)
    facetten = {
        (naam[:40], str(waarde)[:120])
        for naam, waarden in soort.facetten(ding).items()
        for waarde in waarden
    }
    punten = {(round(lat * GRAAD), round(lon * GRAAD)) for lat, lon in soort.punten(ding)}
    return Inhoud(
        teksten.titel,
        bool(soort.bonus(ding)),
        sorted(facetten),
        sorted(punten),
        woorden,
        vormen,
        vingerafdruk(woorden, vormen),
    )
