from .gebied import GebiedAdmin
from .postcode import PostcodegebiedAdmin, PostcodeplaatsAdmin

__all__ = ["GebiedAdmin", "PostcodegebiedAdmin", "PostcodeplaatsAdmin"]
