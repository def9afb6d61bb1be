from .basis import (
    Archiveerbaar,
    ArchiveerbaarQuerySet,
    Controleerbaar,
    ControleerbaarQuerySet,
    Tijdstempels,
    archief_heeft_reden,
)
from .oude_slug import MetSlug, OudeSlug
from .punt import Punt, PuntQuerySet, punt_is_heel
from .taakrun import Taakrun
from .tekst import Tekst

__all__ = [
    "Archiveerbaar",
    "ArchiveerbaarQuerySet",
    "Controleerbaar",
    "ControleerbaarQuerySet",
    "MetSlug",
    "OudeSlug",
    "Punt",
    "PuntQuerySet",
    "Taakrun",
    "Tekst",
    "Tijdstempels",
    "archief_heeft_reden",
    "punt_is_heel",
]
