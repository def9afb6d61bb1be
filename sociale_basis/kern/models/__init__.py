from .basis import (
    Archiveerbaar,
    ArchiveerbaarQuerySet,
    Controleerbaar,
    ControleerbaarQuerySet,
    Tijdstempels,
    archief_heeft_reden,
)
from .foto import Foto, MetFoto
from .logregel import Logregel
from .mail import Mail
from .oude_slug import MetSlug, OudeSlug
from .punt import Punt, PuntQuerySet, punt_is_heel
from .taakrun import Taakrun
from .tekst import Tekst
from .verwijdering import Verwijdering
from .zoeken import Document, Documentpunt, Facet, Posting, Term, Vorm, Zoekstand
from .zoekwoorden import Crisiswoord, Samenstellingsdeel, Synoniem, Zoekterm

__all__ = [
    "Archiveerbaar",
    "ArchiveerbaarQuerySet",
    "Controleerbaar",
    "ControleerbaarQuerySet",
    "Crisiswoord",
    "Document",
    "Documentpunt",
    "Facet",
    "Foto",
    "Logregel",
    "Mail",
    "MetFoto",
    "MetSlug",
    "OudeSlug",
    "Posting",
    "Punt",
    "PuntQuerySet",
    "Samenstellingsdeel",
    "Synoniem",
    "Taakrun",
    "Tekst",
    "Term",
    "Tijdstempels",
    "Verwijdering",
    "Vorm",
    "Zoekstand",
    "Zoekterm",
    "archief_heeft_reden",
    "punt_is_heel",
]
