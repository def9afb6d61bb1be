from .aanspreekpersoon import Aanspreekpersoon

__all__ = ["Aanspreekpersoon"]
