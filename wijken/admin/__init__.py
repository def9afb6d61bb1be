from .gebied import GebiedAdmin
from .hulpvraag import HulpvraagAdmin, VraagcijferAdmin
from .postcode import PostcodegebiedAdmin, PostcodeplaatsAdmin
from .teamlid import TeamlidAdmin

__all__ = [
    "GebiedAdmin",
    "HulpvraagAdmin",
    "PostcodegebiedAdmin",
    "PostcodeplaatsAdmin",
    "TeamlidAdmin",
    "VraagcijferAdmin",
]
