"""Round shapes around what stands in them: how wide and high, and their outline."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import copysign, cos, pi, sin

from sociale_basis.kern.tekenen import Punt

HOEKEN = 18  # of an outline; the curve between them is smooth
STAPPEN = 24  # widths that are tried


@dataclass(frozen=True)
class Ovaal:
    """Something between an oval and a box around (0, 0), like a growth ring: not quite even.

    ``macht`` 2 is an oval, higher is more like a box. Above and below may differ in height.
    """

    breed: float
    boven: float
    onder: float
    macht: float

    def omtrek(self, draai: float = 0.0) -> str:
        """A closed path of whole numbers; ``draai`` gives each ring a wobble of its own."""
        punten = [self._punt(2 * pi * i / HOEKEN, draai) for i in range(HOEKEN)]
        middens = [_midden(a, b) for a, b in pairwise([*punten, punten[0]])]
        bochten = (
            f"Q{_schrijf(punt)} {_schrijf(midden)}"
            for punt, midden in zip(punten, middens, strict=True)
        )
        return f"M{_schrijf(middens[-1])}{''.join(bochten)}Z"

    def tussen(self, ander: "Ovaal", deel: float) -> "Ovaal":
        """The ring at a part of the way to another one."""

        def meng(van: float, tot: float) -> float:
            return van + (tot - van) * deel

        return Ovaal(
            meng(self.breed, ander.breed),
            meng(self.boven, ander.boven),
            meng(self.onder, ander.onder),
            meng(self.macht, ander.macht),
        )

    def _punt(self, hoek: float, draai: float) -> Punt:
        c, s = cos(hoek), sin(hoek)
        hoog = self.boven if s < 0 else self.onder
        ruw = 1 + 0.006 * sin(3 * hoek + draai) + 0.004 * sin(5 * hoek + 2.3 * draai)
        x = copysign(abs(c) ** (2 / self.macht), c) * self.breed
        y = copysign(abs(s) ** (2 / self.macht), s) * hoog
        return x * ruw, y * ruw


def omhul(punten: Iterable[Punt], breedst: float, macht: float, rand: float) -> Ovaal:
    """The smallest shape around points, at most so wide, that keeps a rim free."""
    punten = list(punten)
    smalst = max(abs(x) for x, _y in punten) + rand
    breedtes = [smalst + max(0.0, breedst - smalst) * i / STAPPEN for i in range(STAPPEN + 1)]
    mogelijk = (_om(punten, breed, macht, rand) for breed in breedtes)
    return min(mogelijk, key=lambda ovaal: ovaal.breed * (ovaal.boven + ovaal.onder))


def _om(punten: list[Punt], breed: float, macht: float, rand: float) -> Ovaal:
    def hoogte(kant: int) -> float:
        return max((_nodig(x, y, breed, macht) for x, y in punten if y * kant > 0), default=rand)

    return Ovaal(breed, hoogte(-1) + rand, hoogte(1) + rand, macht)


def _nodig(x: float, y: float, breed: float, macht: float) -> float:
    """How high a shape of this width must be to hold a point."""
    rest = 1 - min(abs(x) / breed, 0.999) ** macht
    return float(abs(y) / rest ** (1 / macht))


def _midden(a: Punt, b: Punt) -> Punt:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def _schrijf(punt: Punt) -> str:
    return f"{punt[0]:.0f} {punt[1]:.0f}"
