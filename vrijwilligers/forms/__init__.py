from .aanspreekpersoon import Profielformulier

__all__ = ["Profielformulier"]
