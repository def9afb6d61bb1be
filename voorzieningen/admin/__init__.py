from . import (
    controle,
    dubbel,
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
    "dubbel",
    "locatie",
    "medewerker",
    "organisatie",
    "uitwisseling",
    "voorstel",
    "voorziening",
    "woorden",
]
