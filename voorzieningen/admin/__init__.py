from . import kaart, woorden

__all__ = ["kaart", "woorden"]
