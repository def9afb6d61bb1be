from .gebied import GebiedAdmin
from .postcode import PostcodegebiedAdmin, PostcodeplaatsAdmin
from .teamlid import TeamlidAdmin

__all__ = ["GebiedAdmin", "PostcodegebiedAdmin", "PostcodeplaatsAdmin", "TeamlidAdmin"]
