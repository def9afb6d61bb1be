from .begrip import begrippen
from .kaart import kaart, punten
from .mijn_lijst import bewaar, gedeelde_lijst, mijn_lijst
from .organisatie import organisatie, organisaties
from .plek import plek, plekken
from .thema import doelgroep, thema, themas
from .voorziening import voorziening, voorzieningen

__all__ = [
    "begrippen",
    "bewaar",
    "doelgroep",
    "gedeelde_lijst",
    "kaart",
    "mijn_lijst",
    "organisatie",
    "organisaties",
    "plek",
    "plekken",
    "punten",
    "thema",
    "themas",
    "voorziening",
    "voorzieningen",
]
