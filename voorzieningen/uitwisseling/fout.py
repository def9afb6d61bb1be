"""What can be wrong with a file, and where."""

from dataclasses import dataclass

from wijken.importeren.fout import Importfout

__all__ = ["Importfout", "Rijfout"]


@dataclass(frozen=True, order=True)
class Rijfout:
    """One thing that is wrong in one row; row 0 is what the file does not name."""

    blad: str
    rij: int
    kolom: str
    reden: str

    def __str__(self) -> str:
        rij = f", rij {self.rij}" if self.rij else ""
        veld = f", {self.kolom}" if self.kolom else ""
        return f"{self.blad}{rij}{veld}: {self.reden}"
