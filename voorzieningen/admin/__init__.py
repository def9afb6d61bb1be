from . import (
    boom,
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
    "boom",
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
