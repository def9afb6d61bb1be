from .gebied import GebiedAdmin
from .netwerk import NetwerkpartnerAdmin
from .postcode import PostcodegebiedAdmin, PostcodeplaatsAdmin

__all__ = ["GebiedAdmin", "NetwerkpartnerAdmin", "PostcodegebiedAdmin", "PostcodeplaatsAdmin"]
