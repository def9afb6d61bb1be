from .gebied import Gebied
from .postcode import Postcodegebied, Postcodeplaats
from .team import Afwezigheid, Inzet, Teamlid, verbindt, werkgebieden

__all__ = [
    "Afwezigheid",
    "Gebied",
    "Inzet",
    "Postcodegebied",
    "Postcodeplaats",
    "Teamlid",
    "verbindt",
    "werkgebieden",
]
