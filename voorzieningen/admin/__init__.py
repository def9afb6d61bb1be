from . import controle, kaart, medewerker, voorstel, woorden

__all__ = ["controle", "kaart", "medewerker", "voorstel", "woorden"]
