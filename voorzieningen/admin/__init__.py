from . import kaart, uitwisseling, woorden

__all__ = ["kaart", "uitwisseling", "woorden"]
