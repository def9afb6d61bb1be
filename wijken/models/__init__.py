from .afwezigheid import Afwezigheid
from .gebied import Gebied
from .netwerk import Netwerkpartner
from .postcode import Postcodegebied, Postcodeplaats
from .team import Inzet, Teamlid
from .werkgebied import redactiegebieden, verbindt, werkgebieden

__all__ = [
    "Afwezigheid",
    "Gebied",
    "Inzet",
    "Netwerkpartner",
    "Postcodegebied",
    "Postcodeplaats",
    "Teamlid",
    "redactiegebieden",
    "verbindt",
    "werkgebieden",
]
