from .activiteit import activiteit
from .agenda import agenda
from .agenda_ics import activiteit_ics, agenda_ics, plek_ics, thema_ics, wijk_ics
from .begrip import begrippen
from .boom import boom, boomlaag, route, wijkboom
from .kaart import kaart, punten
from .melden import (
    activiteit_klopt_niet,
    bedankt,
    ik_mis_iets,
    organisatie_klopt_niet,
    plek_klopt_niet,
    voorziening_klopt_niet,
)
from .mijn_lijst import bewaar, gedeelde_lijst, mijn_lijst
from .nakijken import nakijken, wijzigen
from .organisatie import organisatie, organisaties
from .plek import plek, plekken
from .regie import regie
from .thema import doelgroep, thema, themas
from .voorziening import voorziening, voorzieningen

__all__ = [
    "activiteit",
    "activiteit_ics",
    "activiteit_klopt_niet",
    "agenda",
    "agenda_ics",
    "bedankt",
    "begrippen",
    "bewaar",
    "boom",
    "boomlaag",
    "doelgroep",
    "gedeelde_lijst",
    "ik_mis_iets",
    "kaart",
    "mijn_lijst",
    "nakijken",
    "organisatie",
    "organisatie_klopt_niet",
    "organisaties",
    "plek",
    "plek_ics",
    "plek_klopt_niet",
    "plekken",
    "punten",
    "regie",
    "route",
    "thema",
    "thema_ics",
    "themas",
    "voorziening",
    "voorziening_klopt_niet",
    "voorzieningen",
    "wijk_ics",
    "wijkboom",
    "wijzigen",
]
