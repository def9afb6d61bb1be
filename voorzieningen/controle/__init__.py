"""Keeping the sociale kaart true: owners are asked, and staff hear where nobody answers (L1)."""

from .eigenaar import Eigenaar, eigenaar_van
from .rondes import escaleer, te_escaleren, te_vragen, vraag
from .uitkomst import bevestig, stel_voor

__all__ = [
    "Eigenaar",
    "bevestig",
    "eigenaar_van",
    "escaleer",
    "stel_voor",
    "te_escaleren",
    "te_vragen",
    "vraag",
]
