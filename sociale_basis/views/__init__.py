from .foto import foto
from .fouten import fout_400, fout_403, fout_404, fout_500
from .gezond import gezond
from .hulp_bij_schrijven import leesbaarheid
from .machines import robots, security_txt, sitemap
from .tekst import tekst
from .voorpagina import voorpagina
from .zoeken import voorstellen, zoeken, zoekpunten

__all__ = [
    "foto",
    "fout_400",
    "fout_403",
    "fout_404",
    "fout_500",
    "gezond",
    "leesbaarheid",
    "robots",
    "security_txt",
    "sitemap",
    "tekst",
    "voorpagina",
    "voorstellen",
    "zoeken",
    "zoekpunten",
]
