"""Proposals without a database table: values as JSON, differences in words, taking over.

Works for any model with plain fields, relations and rows of its own (opening times, rooms).
The proposal itself is ``voorzieningen.models.Voorstel``.
"""

from .toepassen import maak_af, pas_toe
from .tonen import Stuk, label, stukken, toon
from .velden import Veld, als_json, lees, velden

__all__ = [
    "Stuk",
    "Veld",
    "als_json",
    "label",
    "lees",
    "maak_af",
    "pas_toe",
    "stukken",
    "toon",
    "velden",
]
