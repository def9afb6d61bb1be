from . import (
    controle,
    locatie,
    medewerker,
    organisatie,
    uitwisseling,
    voorstel,
    voorziening,
    woorden,
)

__all__ = [
    "controle",
    "locatie",
    "medewerker",
    "organisatie",
    "uitwisseling",
    "voorstel",
    "voorziening",
    "woorden",
]
