from .begrip import Begrip
from .boomlaag import Boomlaag
from .doelgroep import Doelgroep
from .locatie import Locatie, Ruimte
from .openingstijd import Afwijking, Openingstijd
from .organisatie import Organisatie
from .regieafspraak import Regieafspraak, Voorwaarde
from .stap import Stap
from .thema import Thema
from .voorziening import Taal, Voorziening

__all__ = [
    "Afwijking",
    "Begrip",
    "Boomlaag",
    "Doelgroep",
    "Locatie",
    "Openingstijd",
    "Organisatie",
    "Regieafspraak",
    "Ruimte",
    "Stap",
    "Taal",
    "Thema",
    "Voorwaarde",
    "Voorziening",
]
