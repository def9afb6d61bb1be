from .gebied import Gebied
from .hulpvraag import Bericht, Gebeurtenis, Hulpvraag
from .postcode import Postcodegebied, Postcodeplaats
from .team import Afwezigheid, Inzet, Teamlid, verbindt, werkgebieden
from .vraagcijfer import Vraagcijfer

__all__ = [
    "Afwezigheid",
    "Bericht",
    "Gebeurtenis",
    "Gebied",
    "Hulpvraag",
    "Inzet",
    "Postcodegebied",
    "Postcodeplaats",
    "Teamlid",
    "Vraagcijfer",
    "verbindt",
    "werkgebieden",
]
