"""Trunk, top branch, bark, clouds of leaves and the ground."""

from functools import cached_property
from math import copysign, cos, dist, pi, sin

from sociale_basis.kern.tekenen import Punt, pad

from .opzet import Opzet

STUKJES = 240  # points on the oval that a cloud follows
POLLEN = (0.07, 0.15, 0.27, 0.72, 0.84, 0.94)  # where grass grows, as parts of the width
# Lines of bark: sideways, where they begin, how long, how bent.
BAST = (
    (-0.45, 0.08, 0.5, 0.12),
    (0.4, 0.2, 0.45, -0.1),
    (0.02, 0.45, 0.4, 0.1),
    (-0.7, 0.62, 0.28, -0.05),
    (0.75, 0.66, 0.25, 0.05),
)


class Hout(Opzet):
    """What stands still behind the signs and the leaves."""

    @cached_property
    def stam(self) -> str:
        """The outline of the trunk: slim above, wide at the foot, not quite straight."""
        m, b, boven = self.midden, self.maat.stam, self.vork
        onder = self.platen[0].vak.midden[1]
        hoog = onder - boven
        knie, enkel = boven + hoog * 0.4, onder - hoog * 0.2
        return pad(
            *("M", m - b, boven, "C", m - b * 0.8, knie, m - b * 1.3, enkel, m - b * 3.1, onder),
            *("H", m + b * 3.1, "C", m + b * 1.2, enkel, m + b * 0.75, knie, m + b, boven, "Z"),
        )

    @cached_property
    def top(self) -> str:
        """The branch that goes on from the trunk into the crown and narrows."""
        m, b, onder, boven = self.midden, self.maat.stam, self.vork + 2, self.platen[-1].vak.onder
        top, laag, half = b * 0.16, onder - b * 1.6, (boven + onder) / 2
        return pad(
            *("M", m - b, onder, "C", m - b / 2, laag, m - top * 2.2, half, m - top, boven),
            *("H", m + top, "C", m + top * 2.2, half, m + b / 2, laag, m + b, onder, "Z"),
        )

    @cached_property
    def nerven(self) -> tuple[str, ...]:
        """A few lines of bark."""
        m, b, hoog = self.midden, self.maat.stam, self.grond - self.vork
        return tuple(
            pad("M", m + b * x, self.vork + hoog * begin, "q", b * bocht, hoog * lang / 2)
            + pad(b * x / 2, hoog * lang)
            for x, begin, lang, bocht in BAST
        )

    @cached_property
    def kruin(self) -> tuple[str, ...]:
        """Three clouds behind each other, from the outer to the inner one."""
        r, m = self.maat.regel, self.midden
        half = (self.onder_bladeren + r * 0.2) / 2
        breed, hoog = m - r * 1.5, half - r * 1.5
        bulten = 22 if self.maat.kolommen > 1 else 18
        return (
            wolk((m, half), (breed, hoog), bulten, 0.2),
            wolk((m - r * 0.7, half), (breed * 0.86, hoog * 0.84), bulten - 4, 1.15),
            wolk((m + r * 0.7, half), (breed * 0.66, hoog * 0.64), bulten - 8, 2.4),
        )

    @cached_property
    def aarde(self) -> str:
        """The ground: a gentle hill from side to side, round at its lower corners."""
        g, w, h, r = self.grond, self.breedte, self.hoogte, self.maat.regel
        rand, hoek = g + r * 1.4, r * 2.2
        return pad(
            *("M", 0, rand, "C", w * 0.22, g - r / 2, w * 0.78, g - r / 2, w, rand),
            *("V", h - hoek, "Q", w, h, w - hoek, h, "H", hoek, "Q", 0, h, 0, h - hoek, "Z"),
        )

    @cached_property
    def gras(self) -> str:
        """Tufts along the edge of the ground."""
        r = self.maat.regel
        halmen = []
        for deel in POLLEN:
            x = self.breedte * deel
            y = self.grond + r * (1.5 - 5.7 * deel * (1 - deel))
            halmen.append(pad("M", x, y, "q", -r * 0.1, -r * 0.5, -r * 0.4, -r * 0.65))
            halmen.append(pad("M", x, y, "v", -r * 0.8))
            halmen.append(pad("M", x, y, "q", r * 0.1, -r * 0.4, r * 0.45, -r * 0.55))
        return "".join(halmen)


def wolk(midden: Punt, straal: Punt, bulten: int, draai: float) -> str:
    """A closed outline of round bumps around an oval, none quite as wide as the next."""
    rand = [_op_ovaal(midden, straal, draai + 2 * pi * i / STUKJES) for i in range(STUKJES)]
    lengte = [0.0]
    for i in range(STUKJES):
        lengte.append(lengte[-1] + dist(rand[i], rand[(i + 1) % STUKJES]))
    doelen = [lengte[-1] * (i + 0.28 * sin(i * 2.7 + draai)) / bulten for i in range(bulten)]
    punten = [rand[min(range(STUKJES), key=lambda i: abs(lengte[i] - doel))] for doel in doelen]
    delen = [pad("M", *punten[-1])]
    for vorig, punt in zip([punten[-1], *punten], punten, strict=False):
        bocht = dist(vorig, punt) * 0.55
        delen.append(pad("A", bocht, bocht, " 0 0 1", *punt))
    return "".join(delen) + "Z"


def _op_ovaal(midden: Punt, straal: Punt, hoek: float) -> Punt:
    """A point on an oval that is a little fuller in the corners than an ellipse."""
    c, s = cos(hoek), sin(hoek)
    return (
        midden[0] + straal[0] * copysign(abs(c) ** 0.8, c),
        midden[1] + straal[1] * copysign(abs(s) ** 0.8, s),
    )
