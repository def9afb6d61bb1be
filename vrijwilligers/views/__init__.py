from .aanspreekpersoon import aanspreekpersoon
from .profiel import profiel, profiel_met_link

__all__ = ["aanspreekpersoon", "profiel", "profiel_met_link"]
