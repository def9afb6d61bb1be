from .gebied import GebiedAdmin
from .hulpvraag import HulpvraagAdmin, VraagcijferAdmin
from .postcode import PostcodegebiedAdmin, PostcodeplaatsAdmin

__all__ = [
    "GebiedAdmin",
    "HulpvraagAdmin",
    "PostcodegebiedAdmin",
    "PostcodeplaatsAdmin",
    "VraagcijferAdmin",
]
