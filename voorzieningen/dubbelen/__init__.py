"""Entries that are on the kaart twice: finding them, and making one of two."""

from .bijhouden import bij_nieuwe, ververs
from .gelijkenis import Kenmerken, Paar, vergelijk, zoek_paren
from .samenvoegen import KanNietSamen, Keuze, keuzes, voeg_samen

__all__ = [
    "KanNietSamen",
    "Kenmerken",
    "Keuze",
    "Paar",
    "bij_nieuwe",
    "keuzes",
    "vergelijk",
    "ververs",
    "voeg_samen",
    "zoek_paren",
]
