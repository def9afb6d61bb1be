from . import kaart, medewerker, voorstel, woorden

__all__ = ["kaart", "medewerker", "voorstel", "woorden"]
