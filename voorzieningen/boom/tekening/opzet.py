"""The plan of a drawing: how high the signs, the leaves and the ground are."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from sociale_basis.kern.tekenen import Punt, Tekst, Vak, breek_af

from ..opbouw import Boom, Deel
from .maten import Maat

NAAMLETTERS = 22  # of a name that fit on a line of a sign
KLEINE_LETTERS = 27


@dataclass(frozen=True)
class Plaat:
    """The sign of a layer: a number in a circle, a name, who works there, how much help there is.

    Where a team is named, how much there is stands in a berry, as with the leaves.
    """

    deel: Deel
    vak: Vak
    is_licht: bool = False  # on the way of the chosen theme

    @property
    def rond(self) -> float:
        return self.vak.hoogte / 2

    @property
    def straal(self) -> float:
        return self.vak.hoogte * 0.33

    @property
    def cirkel(self) -> Punt:
        return self.vak.x + self.rond, self.vak.y + self.rond

    @property
    def nummer_y(self) -> float:
        return self.vak.y + self.vak.hoogte * 0.62

    @cached_property
    def _regels(self) -> tuple[str, list[str]]:
        """How large the name is written, and its one or two lines."""
        naam = self.deel.laag.naam
        regels = breek_af(naam, NAAMLETTERS)
        if any(regel.endswith("…") for regel in regels):
            return "klein", breek_af(naam, KLEINE_LETTERS)
        return ("groot" if len(regels) == 1 else "lang"), regels

    @property
    def letter(self) -> str:
        return self._regels[0]

    @cached_property
    def naam(self) -> tuple[Tekst, ...]:
        regels = self._regels[1]
        hoogtes = (0.45,) if len(regels) == 1 else (0.31, 0.56)
        return tuple(self._regel(y, regel) for y, regel in zip(hoogtes, regels, strict=True))

    @property
    def aantal(self) -> Tekst:
        return self._regel(0.75 if len(self.naam) == 1 else 0.82)

    @property
    def bes(self) -> Tekst | None:
        if not (self.deel.team and self.deel.aantal):
            return None
        return Tekst(self.vak.rechts - self.rond * 0.6, self.vak.y, str(self.deel.aantal))

    def _regel(self, deel: float, tekst: str = "") -> Tekst:
        """A line at a part of the height, to the right of the number."""
        return Tekst(self.vak.x + self.vak.hoogte, self.vak.y + self.vak.hoogte * deel, tekst)


class Opzet:
    """What the parts of a drawing share."""

    def __init__(self, boom: Boom, maat: Maat) -> None:
        self.boom, self.maat = boom, maat
        self.naam = maat.naam
        self.breedte, self.midden = maat.breedte, maat.breedte / 2

    @cached_property
    def platen(self) -> tuple[Plaat, ...]:
        """From the roots up. The highest stands in the crown, the leaves hang below it."""
        hoogtes = list(self._plaathoogtes(len(self.boom.delen)))
        breed, hoog = self.maat.plaat
        licht = {plek for paar in self.boom.weg for plek in paar}
        return tuple(
            Plaat(deel, Vak(self.midden - breed / 2, y, breed, hoog), i in licht)
            for i, (deel, y) in enumerate(zip(self.boom.delen, reversed(hoogtes), strict=True))
        )

    def _plaathoogtes(self, aantal: int) -> Iterator[float]:
        """The upper edges from the crown down to the roots."""
        y = self.maat.regel * 2.1
        for plek in range(aantal):
            yield y
            y = self.onder_bladeren if plek == 0 else y + self.maat.plaat[1] + self.maat.tussen

    @property
    def eerste_rij(self) -> float:
        """The upper edge of the first row of leaves."""
        return self.maat.plaat[1] + self.maat.regel * 3.4

    @cached_property
    def onder_bladeren(self) -> float:
        """Where the leaves end: there stands the second sign from above."""
        rijen = -(-len(self.boom.bladeren) // (2 * self.maat.kolommen))
        return self.eerste_rij + rijen * self.maat.bladrij + self.maat.regel * 1.6

    @cached_property
    def vork(self) -> float:
        """Where the trunk ends and the branches begin."""
        return self.platen[-2].vak.y if len(self.platen) > 2 else self.onder_bladeren

    @cached_property
    def grond(self) -> float:
        """Where the earth begins: just above the sign of the roots."""
        return self.platen[0].vak.y - self.maat.tussen * 0.32

    @cached_property
    def namen(self) -> list[tuple[str, str]]:
        """(name, address) at the roots: of every group in turn, so that none crowds out another.

        What does not fit is counted in the last place; all of it stands in the list.
        """
        rijen = [[(w.naam, w.url) for w in groep.wortels] for groep in self.boom.wortels]
        beurten = range(max(map(len, rijen), default=0))
        namen = [rij[i] for i in beurten for rij in rijen if i < len(rij)]
        alle, meeste = sum(groep.aantal for groep in self.boom.wortels), self.maat.meeste_wortels
        if alle <= min(meeste, len(namen)):
            return namen
        getoond = namen[: meeste - 1]
        meer = _("en nog %d meer") % (alle - len(getoond))
        return [*getoond, (meer, f"#{self.boom.delen[0].anker}")]

    @cached_property
    def hoogte(self) -> float:
        rijen = -(-len(self.namen) // self.maat.wortelkolommen) or 1
        return self.platen[0].vak.onder + self.maat.wortelrij * (rijen + 0.75)
