"""The history of an entry as people know it: what a save changed, and how it was before.

simple-history keeps a record per row. Here the rows of one save are one version, with the lists
(themes, wijken) and the rows inside the form (opening times) as they were then.
"""

from .moment import een_moment
from .stand import Onderdeel, Stand, Tijdlijn
from .terugzetten import zet_terug
from .verschil import Wijziging, wijzigingen

__all__ = [
    "Onderdeel",
    "Stand",
    "Tijdlijn",
    "Wijziging",
    "een_moment",
    "wijzigingen",
    "zet_terug",
]
