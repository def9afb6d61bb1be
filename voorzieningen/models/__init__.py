from .begrip import Begrip
from .controle import Controlepunt, Controleverzoek
from .doelgroep import Doelgroep
from .dubbel import Dubbel
from .herkomst import Herkomst
from .importbestand import Importbestand
from .locatie import Locatie, Ruimte
from .medewerker import Medewerker
from .openingstijd import Afwijking, Openingstijd
from .organisatie import Organisatie
from .thema import Thema
from .voorstel import Voorstel
from .voorziening import Taal, Voorziening

__all__ = [
    "Afwijking",
    "Begrip",
    "Controlepunt",
    "Controleverzoek",
    "Doelgroep",
    "Dubbel",
    "Herkomst",
    "Importbestand",
    "Locatie",
    "Medewerker",
    "Openingstijd",
    "Organisatie",
    "Ruimte",
    "Taal",
    "Thema",
    "Voorstel",
    "Voorziening",
]
