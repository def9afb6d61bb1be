"""The arrows: up at the left of the trunk, back down at the right, each as clear as the other."""

from dataclasses import dataclass
from functools import cached_property

from sociale_basis.kern.tekenen import Punt, Tekst, pad

from ..opbouw import Pad
from .opzet import Opzet


@dataclass(frozen=True)
class Pijlvorm:
    """An arrow: its line, its head, and where a word stands beside it if there is room."""

    pad: Pad
    lijn: str
    punt: str
    woord: Tekst | None = None


class Pijlen(Opzet):
    @cached_property
    def pijlen(self) -> tuple[Pijlvorm, ...]:
        return tuple(self._omweg(p) if p.is_ver else self._recht(p) for p in self.boom.paden)

    def _recht(self, weg: Pad) -> Pijlvorm:
        """From one sign to the next, with the slightest bend, as drawn by hand."""
        r, kant = self.maat.regel, 1 if weg.is_terug else -1
        x = self.midden + kant * self._baan(weg)
        hoog = self.platen[weg.hoogste].vak.onder + r * 0.28
        laag = self.platen[weg.laagste].vak.y - r * 0.28
        begin, einde = (hoog, laag) if weg.is_terug else (laag, hoog)
        lijn = pad("M", x, begin, "Q", x + r * 0.12, (begin + einde) / 2, x, einde - kant * r / 2)
        return Pijlvorm(weg, lijn, self._kop((x, einde), (0, kant)), self._woord(weg, x, kant))

    def _baan(self, weg: Pad) -> float:
        """How far from the middle an arrow runs: between the leaves, or beside the trunk."""
        return self.maat.gang * 0.6 if self._in_kruin(weg) else self.maat.plaat[0] * 0.34

    def _in_kruin(self, weg: Pad) -> bool:
        return weg.hoogste == len(self.platen) - 1

    def _woord(self, weg: Pad, x: float, kant: int) -> Tekst | None:
        """Beside the arrow, unless there are leaves, or another arrow has no other way."""
        gekruist = any(ander.gaat_langs(weg) for ander in self.boom.paden)
        if self._in_kruin(weg) or (gekruist and self._is_krap):
            return None
        hoog, laag = self.platen[weg.hoogste].vak.onder, self.platen[weg.laagste].vak.y
        return Tekst(x + kant * self.maat.regel * 0.7, (hoog + laag) / 2)

    @property
    def _is_krap(self) -> bool:
        """Whether an arrow past the signs cannot go around the words too."""
        return self.maat.plaat[0] / 2 + self.maat.regel * 3.5 > self.midden * 0.9

    def _omweg(self, weg: Pad) -> Pijlvorm:
        """Past the layers between: out of the crown, around the signs, in from the side."""
        r, kant, half = self.maat.regel, 1 if weg.is_terug else -1, self.maat.plaat[0] / 2
        x, buiten = self.midden + kant * self._baan(weg), self.midden + kant * self._ver(weg)
        rand = self.midden + kant * (half + r * 0.28)
        begin = self.platen[weg.hoogste].vak.onder + r * 0.28
        knik, einde = self.platen[weg.hoogste - 1].vak.y - r * 0.9, self.platen[weg.laagste]
        y = einde.vak.midden[1]
        lijn = pad(
            *("M", x, begin, "V", knik - r, "Q", x, knik, (x + buiten) / 2, knik),
            *("Q", buiten, knik, buiten, knik + r, "V", y - r, "Q", buiten, y, rand, y),
        )
        punt = self._kop((rand, y), (-kant, 0)) if weg.is_terug else self._kop((x, begin), (0, -1))
        return Pijlvorm(weg, lijn, punt)

    def _ver(self, weg: Pad) -> float:
        """How far out an arrow past the signs runs: each in a lane of its own, the longest last."""
        zelfde = [p for p in self.boom.paden if p.is_ver and p.is_terug == weg.is_terug]
        baan = sorted(zelfde, key=lambda p: (p.hoogste - p.laagste, p.laagste)).index(weg)
        r = self.maat.regel
        eerste = self.maat.plaat[0] / 2 + r * (1.1 if self._is_krap else 3.5)
        ruimte = self.midden - eerste - r * 0.4
        return eerste + baan * min(r * 1.2, ruimte / len(zelfde))

    def _kop(self, punt: Punt, richting: tuple[int, int]) -> str:
        """A head at a point, in a direction along one of the axes."""
        lang, breed = self.maat.regel * 0.62, self.maat.regel * 0.42
        dx, dy = richting
        if dx:
            return pad("M", *punt, "l", -dx * lang, -breed, "v", 2 * breed, "Z")
        return pad("M", *punt, "l", -breed, -dy * lang, "h", 2 * breed, "Z")
