"""The leaves: a theme each, on a twig, with a berry that says how much help there is."""

from dataclasses import dataclass
from functools import cached_property
from math import cos, sin

from sociale_basis.kern.tekenen import Tekst, Vak, breek_af, in_vak, pad

from ..opbouw import Blad
from .opzet import Opzet


@dataclass(frozen=True)
class Bladvorm:
    """A leaf with its outline, its words, its berry, and the twig as (begin, the rest)."""

    blad: Blad
    omtrek: str
    takbegin: str
    takrest: str
    regels: tuple[Tekst, ...]
    bes: Tekst
    toon: int
    ruim: int  # letters that fit on a line

    @property
    def is_vol(self) -> bool:
        """Whether the words only fit in small letters."""
        return self.ruim < max(len(regel.tekst) for regel in self.regels)

    @property
    def tak(self) -> str:
        return f"M{self.takbegin}{self.takrest}"


class Bladeren(Opzet):
    """Left and right in turn, from above; the outer ones hang a little lower."""

    @cached_property
    def bladeren(self) -> tuple[Bladvorm, ...]:
        return tuple(self._bladvorm(i, blad) for i, blad in enumerate(self.boom.bladeren))

    @property
    def bes(self) -> float:
        """The radius of a berry."""
        return self.maat.regel * 0.6

    @cached_property
    def lichtspoor(self) -> str:
        """The way of the chosen theme: from the roots through the trunk to its leaf; '' without."""
        gekozen = next((vorm for vorm in self.bladeren if vorm.blad.gekozen), None)
        if gekozen is None:
            return ""
        wortel = pad("M", self.midden, self.platen[0].vak.onder)
        return f"{wortel}L{gekozen.takbegin}{gekozen.takrest}"

    def _bladvorm(self, plek: int, blad: Blad) -> Bladvorm:
        rij, kolom = divmod(plek, 2 * self.maat.kolommen)
        kant = -1 if kolom % 2 == 0 else 1
        vak = self._bladvak(rij, kolom // 2, kant)
        regels = in_vak(breek_af(blad.naam, self.maat.letters), vak, self.maat.regel)
        bes = Tekst(vak.rechts if kant > 0 else vak.x, vak.y, str(blad.aantal))
        toon = (rij * 2 + kolom) % 3 + 1
        return Bladvorm(
            blad, bladomtrek(vak, kant), *self._tak(vak, kant), regels, bes, toon, self.maat.letters
        )

    def _bladvak(self, rij: int, kolom: int, kant: int) -> Vak:
        """Where a leaf hangs; no row is quite straight."""
        (breed, hoog), r = self.maat.blad, self.maat.regel
        x = self.maat.gang + kolom * (breed + r * 1.1)
        if self.maat.kolommen > 1:
            x += r * 0.35 * cos(rij * 1.7 + kolom)
        y = self.eerste_rij + rij * self.maat.bladrij
        y += r * (0.6 * kolom + 0.17 * sin(rij * 2.1 + kant))
        return Vak(self.midden + (x if kant > 0 else -x - breed), y, breed, hoog)

    def _tak(self, vak: Vak, kant: int) -> tuple[str, str]:
        """From the branch in the middle to the stem of the leaf, below the leaves before it."""
        m, rij = self.midden, self.maat.bladrij
        x = vak.x if kant > 0 else vak.rechts
        begin = min(vak.onder + rij * 0.75, self.vork + self.maat.plaat[1] / 2)
        bocht = (m + (x - m) * 0.15, vak.onder + rij * 0.22, m + (x - m) * 0.6, vak.onder + 6)
        return pad(m + kant * 2, begin).strip(), pad("C", *bocht, x, vak.onder)


def bladomtrek(vak: Vak, kant: int) -> str:
    """A leaf: round at two corners, a stem towards the trunk and a tip away from it."""
    b, h = vak.breedte, vak.hoogte
    steel, wijd, hoog = (vak.x if kant > 0 else vak.rechts), h * 1.05, h * 0.8

    def x(ver: float) -> float:
        return steel + kant * ver

    return pad(
        *("M", steel, vak.onder),
        *("C", x(-h * 0.04), vak.onder - hoog, x(wijd / 4), vak.y, x(wijd), vak.y),
        *("L", x(b), vak.y),
        *("C", x(b + h * 0.04), vak.y + hoog, x(b - wijd / 4), vak.onder, x(b - wijd), vak.onder),
        "Z",
    )
