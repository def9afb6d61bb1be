from . import (
    activiteit,
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
    "activiteit",
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
