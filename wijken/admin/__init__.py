from .gebied import GebiedAdmin
from .hulpvraag import HulpvraagAdmin, VraagcijferAdmin
from .netwerk import NetwerkpartnerAdmin
from .postcode import PostcodegebiedAdmin, PostcodeplaatsAdmin
from .teamlid import TeamlidAdmin

__all__ = [
    "GebiedAdmin",
    "HulpvraagAdmin",
    "NetwerkpartnerAdmin",
    "PostcodegebiedAdmin",
    "PostcodeplaatsAdmin",
    "TeamlidAdmin",
    "VraagcijferAdmin",
]
