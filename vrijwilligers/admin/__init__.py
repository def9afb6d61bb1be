from . import aanspreekpersoon

__all__ = ["aanspreekpersoon"]
