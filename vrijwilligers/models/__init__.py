from .aanspreekpersoon import Aanspreekpersoon, profiel_van

__all__ = ["Aanspreekpersoon", "profiel_van"]
