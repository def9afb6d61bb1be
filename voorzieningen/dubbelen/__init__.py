"""Entries that are on the kaart twice: finding them, making one of two, and two again."""

from .bijhouden import bij_nieuwe, ververs
from .gelijkenis import Kenmerken, Paar, vergelijk, zoek_paren
from .ongedaan import KanNietTerug, maak_ongedaan
from .samenvoegen import KanNietSamen, Keuze, keuzes, voeg_samen

__all__ = [
    "KanNietSamen",
    "KanNietTerug",
    "Kenmerken",
    "Keuze",
    "Paar",
    "bij_nieuwe",
    "keuzes",
    "maak_ongedaan",
    "vergelijk",
    "ververs",
    "voeg_samen",
    "zoek_paren",
]
