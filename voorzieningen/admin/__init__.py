from . import (
    boom,
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
    "boom",
    "controle",
    "locatie",
    "medewerker",
    "organisatie",
    "uitwisseling",
    "voorstel",
    "voorziening",
    "woorden",
]
