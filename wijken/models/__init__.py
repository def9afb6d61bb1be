from .afwezigheid import Afwezigheid
from .gebied import Gebied
from .hulpvraag import Bericht, Gebeurtenis, Hulpvraag
from .netwerk import Netwerkpartner
from .postcode import Postcodegebied, Postcodeplaats
from .team import Inzet, Teamlid
from .vraagcijfer import Vraagcijfer
from .werkgebied import (
    redactiebereik,
    redactiegebieden,
    verbindt,
    werkbereik,
    werkgebieden,
)

__all__ = [
    "Afwezigheid",
    "Bericht",
    "Gebeurtenis",
    "Gebied",
    "Hulpvraag",
    "Inzet",
    "Netwerkpartner",
    "Postcodegebied",
    "Postcodeplaats",
    "Teamlid",
    "Vraagcijfer",
    "redactiebereik",
    "redactiegebieden",
    "verbindt",
    "werkbereik",
    "werkgebieden",
]
