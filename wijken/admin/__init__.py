from .gebied import GebiedAdmin
from .hulpvraag import HulpvraagAdmin, VraagcijferAdmin
from .netwerk import NetwerkpartnerAdmin
from .postcode import PostcodegebiedAdmin, PostcodeplaatsAdmin

__all__ = [
    "GebiedAdmin",
    "HulpvraagAdmin",
    "NetwerkpartnerAdmin",
    "PostcodegebiedAdmin",
    "PostcodeplaatsAdmin",
    "VraagcijferAdmin",
]
