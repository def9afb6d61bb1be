from .activiteit import Activiteit
from .activiteitdag import ActiviteitDag
from .begrip import Begrip
from .boomlaag import Boomlaag
from .controle import Controlepunt, Controleverzoek
from .doelgroep import Doelgroep
from .dubbel import Dubbel
from .herkomst import Herkomst
from .importbestand import Importbestand
from .locatie import Locatie, Ruimte
from .medewerker import Medewerker
from .moment import Moment
from .openingstijd import Afwijking, Openingstijd
from .organisatie import Organisatie
from .regieafspraak import Regieafspraak, Voorwaarde
from .stap import Stap
from .thema import Thema
from .voorstel import Voorstel
from .voorziening import Taal, Voorziening

__all__ = [
    "Activiteit",
    "ActiviteitDag",
    "Afwijking",
    "Begrip",
    "Boomlaag",
    "Controlepunt",
    "Controleverzoek",
    "Doelgroep",
    "Dubbel",
    "Herkomst",
    "Importbestand",
    "Locatie",
    "Medewerker",
    "Moment",
    "Openingstijd",
    "Organisatie",
    "Regieafspraak",
    "Ruimte",
    "Stap",
    "Taal",
    "Thema",
    "Voorstel",
    "Voorwaarde",
    "Voorziening",
]
