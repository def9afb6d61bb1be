"""The network as a drawing: the growth rings of a trunk, with the team in the heart.

Two sizes from the same object: broad for a screen or paper, slim for a phone. Each partner is a
plate with its name, as wide in both, so that the template writes it once. Where there are more
partners than fit beside each other, a ring grows higher; a name stays as easy to read.
Coordinates are units of the view box, with the heart at (0, 0).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from sociale_basis.kern.tekenen import Punt, Tekst, Vak, breek_af, in_vak

from .opbouw import Netwerk, Partner, Ringdeel
from .vorm import Ovaal, omhul

BORD = (154.0, 46.0)  # width and height of a plate
LETTERS = 18  # on a line of a plate, at most
REGELBREED = 114.0  # a longer line is set narrower
TEKST_X = -46.0  # from the middle of a plate to where its lines begin
SMALLE_LETTERS = "fijlrtI1-.,’ "
REGEL = 16.0
NAAMLETTERS = 15  # on a line of the heart
MEEST_HOEKIG = 14.0


@dataclass(frozen=True)
class Maat:
    """Sizes of one drawing."""

    naam: str
    breedte: float
    hart: Punt  # half the width and height
    kolommen: tuple[int, int]  # plates beside each other, in each ring
    opzij: bool  # whether plates also stand left and right of what is inside
    macht: float  # how much a ring is like a box
    boog: float  # how much the outer plates of a row hang lower
    tussen: Punt  # between two plates
    rand: float
    smalst: tuple[float, float]  # half the width of each ring, at least


BREED = Maat(
    "breed", 980, hart=(112, 62), kolommen=(3, 5), opzij=True, macht=2.7, boog=46,
    tussen=(12, 14), rand=12, smalst=(230, 400),
)  # fmt: skip
SMAL = Maat(
    "smal", 360, hart=(104, 52), kolommen=(2, 2), opzij=False, macht=5, boog=0,
    tussen=(8, 10), rand=10, smalst=(145, 160),
)  # fmt: skip


@dataclass(frozen=True)
class Bord:
    """A partner and the middle of its plate."""

    partner: Partner
    x: float
    y: float

    @property
    def tekst_x(self) -> float:
        return self.x + TEKST_X

    @property
    def hoeken(self) -> Iterator[Punt]:
        breed, hoog = BORD
        for kant in (-1, 1):
            yield self.x + kant * breed / 2, self.y - hoog / 2
            yield self.x + kant * breed / 2, self.y + hoog / 2


@dataclass(frozen=True)
class Ringvorm:
    """A ring with its plates, where its title stands, its outline, and growth lines inside it."""

    deel: Ringdeel
    borden: tuple[Bord, ...]
    titel: Tekst
    vorm: Ovaal
    omtrek: str
    lijnen: tuple[str, ...]


class Tekening:
    """One drawing of a network."""

    def __init__(self, netwerk: Netwerk, maat: Maat) -> None:
        self.netwerk, self.maat = netwerk, maat
        self.naam = maat.naam

    @cached_property
    def ringen(self) -> tuple[Ringvorm, ...]:
        """From the heart outwards."""
        vormen: list[Ringvorm] = []
        binnen = self.hart
        for nummer, deel in enumerate(self.netwerk.ringen):
            vorm = self._ring(nummer, deel, binnen)
            vormen.append(vorm)
            binnen = vorm.vorm
        return tuple(vormen)

    @property
    def van_buiten(self) -> tuple[Ringvorm, ...]:
        """The outer ring first, as they are painted over each other."""
        return self.ringen[::-1]

    @cached_property
    def hart(self) -> Ovaal:
        breed, hoog = self.maat.hart
        return Ovaal(breed, hoog, hoog, min(self.maat.macht, 3))

    @cached_property
    def hart_omtrek(self) -> str:
        return self.hart.omtrek(0.4)

    @cached_property
    def hart_regels(self) -> tuple[Tekst, ...]:
        """The name of the area, below "het team van"."""
        regels = breek_af(self.netwerk.gebied.naam, NAAMLETTERS)
        return in_vak(regels, Vak(-100, -8, 200, 40), REGEL * 1.35)

    @property
    def kader(self) -> str:
        buiten, half = self.ringen[-1].vorm, self.maat.breedte / 2
        boven, onder = buiten.boven * 1.01 + 2, buiten.onder * 1.01 + 2
        return f"{-half:g} {-boven:.0f} {2 * half:g} {boven + onder:.0f}"

    def _ring(self, nummer: int, deel: Ringdeel, binnen: Ovaal) -> Ringvorm:
        borden = tuple(self._borden(nummer, deel.partners, binnen))
        top = min((bord.y - BORD[1] / 2 for bord in borden), default=-binnen.boven)
        titel = Tekst(0, min(top, -binnen.boven) - REGEL * 0.8)
        breed = max(binnen.breed, self.maat.smalst[nummer])
        binnenrand = [(breed, 0.0), (0.0, -binnen.boven), (0.0, binnen.onder)]
        titelhoeken = [(kant * 80.0, titel.y - REGEL) for kant in (-1, 1)]
        hoeken = [hoek for bord in borden for hoek in bord.hoeken]
        punten = [*hoeken, *titelhoeken, *binnenrand]
        vorm = omhul(punten, self._breedst(nummer), self._macht(punten), self.maat.rand)
        lijnen = tuple(binnen.tussen(vorm, d).omtrek(nummer + d) for d in (0.36, 0.7))
        return Ringvorm(deel, borden, titel, vorm, vorm.omtrek(nummer * 1.3), lijnen)

    def _macht(self, punten: list[Punt]) -> float:
        """A ring that is higher than wide is more like a box: an oval would be mostly empty."""
        hoogte = max(abs(y) for _x, y in punten) / (self.maat.breedte / 2)
        return min(MEEST_HOEKIG, self.maat.macht * float(max(1, hoogte) ** 2))

    def _breedst(self, nummer: int) -> float:
        """The first ring leaves a rim for the second."""
        return self.maat.breedte / 2 * 0.985 - (1 - nummer) * self.maat.rand

    def _borden(self, nummer: int, partners: tuple[Partner, ...], binnen: Ovaal) -> Iterator[Bord]:
        """Clockwise from the upper left, so that neighbours in the list are neighbours here."""
        opzij = self._plek_opzij(binnen) if self.maat.opzij else 0
        kolommen = self.maat.kolommen[nummer]
        boven, zij, onder = verdeling(len(partners), kolommen, opzij)
        plekken = [
            *self._rijen(boven, -1, binnen.boven, kolommen),
            *self._stapel(zij, 1, binnen),
            *reversed(list(self._rijen(onder, 1, binnen.onder, kolommen))),
            *reversed(list(self._stapel(zij, -1, binnen))),
        ]
        if not self.maat.opzij:
            plekken.sort(key=lambda plek: (plek[1], plek[0]))
        yield from (Bord(p, x, y) for p, (x, y) in zip(partners, plekken, strict=True))

    def _plek_opzij(self, binnen: Ovaal) -> int:
        """How many plates fit above each other beside what is inside."""
        hoog = BORD[1] + self.maat.tussen[1]
        return max(1, int((binnen.boven + binnen.onder) * 0.8 / hoog))

    def _rijen(self, rijen: list[int], kant: int, binnen: float, kolommen: int) -> Iterator[Punt]:
        """Middles of plates above (-1) or below (1), from the outermost row inwards."""
        hoog = BORD[1] + self.maat.tussen[1]
        begin = binnen + self.maat.tussen[1] + BORD[1] / 2
        for rij in reversed(range(len(rijen))):
            for x in self._naast_elkaar(rijen[rij], kolommen):
                yield x, kant * (begin + rij * hoog - self._zak(x))

    def _naast_elkaar(self, aantal: int, kolommen: int) -> Iterator[float]:
        """Fewer plates than would fit stand further apart."""
        breed = (BORD[0] + self.maat.tussen[0]) * sqrt(kolommen / aantal)
        return ((i - (aantal - 1) / 2) * breed for i in range(aantal))

    def _zak(self, x: float) -> float:
        return self.maat.boog * (2 * x / self.maat.breedte) ** 2

    def _stapel(self, aantal: int, kant: int, binnen: Ovaal) -> Iterator[Punt]:
        """Middles of plates at the left (-1) or right (1), from above."""
        hoog = BORD[1] + self.maat.tussen[1]
        x = binnen.breed + self.maat.tussen[0] + BORD[0] / 2
        midden = (binnen.onder - binnen.boven) / 2
        for i in range(aantal):
            yield kant * x, midden + (i - (aantal - 1) / 2) * hoog


def verdeling(aantal: int, kolommen: int, opzij: int) -> tuple[list[int], int, list[int]]:
    """Rows above, plates at each side, rows below; rows count from the inside out.

    The same number left and right, and above as many as below or one more.
    """
    aandeel = opzij / (kolommen + opzij)
    zij = min(opzij, round(aantal * aandeel / 2))
    rest = aantal - 2 * zij
    boven = (rest + 1) // 2
    return in_rijen(boven, kolommen), zij, in_rijen(rest - boven, kolommen)


def in_rijen(aantal: int, kolommen: int) -> list[int]:
    """So many in rows as even as can be, the longer rows inside: (7, 3) → [3, 2, 2]."""
    if not aantal:
        return []
    rijen = -(-aantal // kolommen)
    elk, over = divmod(aantal, rijen)
    return [elk + (i < over) for i in range(rijen)]


@dataclass(frozen=True)
class Bordregel:
    """A line on a plate, and whether it must be set narrower to fit."""

    y: float
    tekst: str

    @property
    def is_lang(self) -> bool:
        """By a rough measure of the letters: a server has no eyes."""
        breed = sum(4.2 if letter in SMALLE_LETTERS else 7.4 for letter in self.tekst)
        return breed > REGELBREED


def borden(netwerk: Netwerk) -> list[tuple[Partner, list[Bordregel]]]:
    """Every partner with the lines on its plate, for all drawings at once."""
    return [(partner, _bordregels(partner)) for partner in netwerk.partners]


def _bordregels(partner: Partner) -> list[Bordregel]:
    """The short name of a partner on its plate."""
    regels = breek_af(partner.rij.kort, LETTERS)
    vak = Vak(TEKST_X, -BORD[1] / 2, 0, BORD[1])
    return [Bordregel(regel.y, regel.tekst) for regel in in_vak(regels, vak, REGEL)]


def tekeningen(netwerk: Netwerk) -> tuple[Tekening, ...]:
    """The broad and the slim drawing; none of a network without a single partner."""
    return tuple(Tekening(netwerk, maat) for maat in (BREED, SMAL)) if netwerk.aantal else ()
