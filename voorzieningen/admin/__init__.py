from . import controle, locatie, medewerker, organisatie, voorstel, voorziening, woorden

__all__ = [
    "controle",
    "locatie",
    "medewerker",
    "organisatie",
    "voorstel",
    "voorziening",
    "woorden",
]
