from . import locatie, organisatie, voorziening, woorden

__all__ = ["locatie", "organisatie", "voorziening", "woorden"]
