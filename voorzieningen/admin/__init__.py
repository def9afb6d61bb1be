from . import boom, kaart, woorden

__all__ = ["boom", "kaart", "woorden"]
