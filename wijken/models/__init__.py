from .gebied import Gebied
from .netwerk import Netwerkpartner
from .postcode import Postcodegebied, Postcodeplaats
from .team import Afwezigheid, Inzet, Teamlid, verbindt, werkgebieden

__all__ = [
    "Afwezigheid",
    "Gebied",
    "Inzet",
    "Netwerkpartner",
    "Postcodegebied",
    "Postcodeplaats",
    "Teamlid",
    "verbindt",
    "werkgebieden",
]
