from .begrip import begrippen
from .boom import boom, boomlaag, route, wijkboom
from .kaart import kaart, punten
from .mijn_lijst import bewaar, gedeelde_lijst, mijn_lijst
from .organisatie import organisatie, organisaties
from .plek import plek, plekken
from .regie import regie
from .thema import doelgroep, thema, themas
from .voorziening import voorziening, voorzieningen

__all__ = [
    "begrippen",
    "bewaar",
    "boom",
    "boomlaag",
    "doelgroep",
    "gedeelde_lijst",
    "kaart",
    "mijn_lijst",
    "organisatie",
    "organisaties",
    "plek",
    "plekken",
    "punten",
    "regie",
    "route",
    "thema",
    "themas",
    "voorziening",
    "voorzieningen",
    "wijkboom",
]
