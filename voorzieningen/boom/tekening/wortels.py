"""The roots, which end in the names of places and people of the wijk."""

from dataclasses import dataclass
from functools import cached_property
from math import sin

from sociale_basis.kern.tekenen import Punt, Tekst, breek_af, pad

from .opzet import Opzet


@dataclass(frozen=True)
class Wortelvorm:
    """A name with the knob of its root."""

    knop: Punt
    straal: float
    url: str
    regels: tuple[Tekst, ...]


class Wortels(Opzet):
    @cached_property
    def wortels(self) -> tuple[Wortelvorm, ...]:
        return tuple(self._wortel(i, naam, url) for i, (naam, url) in enumerate(self.namen))

    def _wortel(self, plek: int, naam: str, url: str) -> Wortelvorm:
        r = self.maat.regel
        x, y = self._knop(plek)
        regels = breek_af(naam, self.maat.wortelletters)
        begin = y + r * (0.3 if len(regels) == 1 else -0.15)
        teksten = tuple(Tekst(x + r * 0.8, begin + i * r, deel) for i, deel in enumerate(regels))
        return Wortelvorm((x, y), r * 0.32, url, teksten)

    def _knop(self, plek: int) -> Punt:
        rij, kolom = divmod(plek, self.maat.wortelkolommen)
        r, breed = self.maat.regel, self.breedte / self.maat.wortelkolommen
        x = breed * kolom + r * (1.2 + 0.25 * sin(rij * 2.3 + kolom))
        return x, self.platen[0].vak.onder + self.maat.wortelrij * (rij + 0.85)

    @cached_property
    def wortellijnen(self) -> tuple[str, ...]:
        """A root per column: from the foot of the trunk, past its names, ever deeper.

        Where nobody is named yet the tree stands on its roots all the same.
        """
        kolommen = self.maat.wortelkolommen
        aantal = len(self.namen) or kolommen
        return tuple(
            self._wortellijn([self._knop(plek) for plek in range(kolom, aantal, kolommen)])
            for kolom in range(min(aantal, kolommen))
        )

    def _wortellijn(self, knoppen: list[Punt]) -> str:
        (x, y), *verder = knoppen
        plaat, r, ver = self.platen[0].vak, self.maat.regel, x - self.midden
        begin = self.midden + ver * 0.28
        bocht = plaat.onder + (r * 0.2 if abs(ver) > plaat.breedte / 2 else -r * 0.4)
        voet = ("M", begin, plaat.midden[1], "C", begin + ver * 0.3, bocht)
        delen = [pad(*voet, x, bocht - r * 0.3, x, y)]
        for x2, y2 in verder:
            delen.append(pad("C", x, (y + y2) / 2, x2, (y + y2) / 2, x2, y2))
            x, y = x2, y2
        return "".join(delen)
