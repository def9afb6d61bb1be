from .begrip import Begrip
from .doelgroep import Doelgroep
from .importbestand import Importbestand
from .locatie import Locatie, Ruimte
from .openingstijd import Afwijking, Openingstijd
from .organisatie import Organisatie
from .thema import Thema
from .voorziening import Taal, Voorziening

__all__ = [
    "Afwijking",
    "Begrip",
    "Doelgroep",
    "Importbestand",
    "Locatie",
    "Openingstijd",
    "Organisatie",
    "Ruimte",
    "Taal",
    "Thema",
    "Voorziening",
]
