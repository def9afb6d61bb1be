"""A plan as the page of the preview shows it: counts, differences and errors, with a limit."""

from dataclasses import dataclass
from typing import Any

from .plan import Deelplan, Plan, Rijplan

MEESTE = 200  # entries of a group, or errors, on one page


@dataclass(frozen=True)
class Voorbeeld:
    """What the template needs of a plan."""

    plan: Plan

    @property
    def tabel(self) -> list[tuple[str, list[int]]]:
        """Per sheet how many are added, changed, the same and archived."""
        namen = self.plan.verslag().namen
        return [(soort, [len(n) for n in groepen.values()]) for soort, groepen in namen.items()]

    @property
    def fouten(self) -> list[Any]:
        return sorted(self.plan.fouten)[:MEESTE]

    @property
    def toegevoegd(self) -> list[Rijplan]:
        return self._groep("toegevoegd")

    @property
    def gewijzigd(self) -> list[Rijplan]:
        return self._groep("gewijzigd")

    @property
    def delen(self) -> list[Deelplan]:
        return self.plan.gewijzigde_delen[:MEESTE]

    @property
    def weg(self) -> list[Rijplan]:
        return self.plan.weg[:MEESTE]

    @property
    def niet_getoond(self) -> int:
        """Entries that this page leaves out."""
        alle = len(self.plan.gewijzigd) + len(self.plan.gewijzigde_delen) + len(self.plan.weg)
        getoond = (self.toegevoegd, self.gewijzigd, self.delen, self.weg)
        return alle - sum(len(groep) for groep in getoond)

    @property
    def fouten_niet_getoond(self) -> int:
        return len(self.plan.fouten) - len(self.fouten)

    @property
    def mag_door(self) -> bool:
        return not (self.plan.fouten or self.plan.is_leeg)

    def _groep(self, groep: str) -> list[Rijplan]:
        return [rij for rij in self.plan.rijen if rij.groep == groep][:MEESTE]
