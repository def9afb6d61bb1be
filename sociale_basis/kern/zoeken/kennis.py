"""All that staff teach the search engine, read once and kept until a word list changes."""

from dataclasses import dataclass

from django.db import transaction

from ..models.zoeken import Zoekstand, nieuw_stempel
from ..models.zoekwoorden import Crisiswoord, Samenstellingsdeel, Synoniem
from .analyse import Analyse
from .crisis import Crisiszin, Crisiszinnen
from .samenstellingen import Splitser
from .synoniemen import Regel, Synoniemen


@dataclass(frozen=True)
class Kennis:
    """Compound parts, everyday words and crisis sentences of one state of the tables."""

    stempel: int
    analyse: Analyse
    synoniemen: Synoniemen
    crisis: Crisiszinnen


_laatste: Kennis | None = None


def kennis(stand: Zoekstand | None = None) -> Kennis:
    """The word lists as they are now; one query, or none when the state is at hand."""
    global _laatste
    stand = stand or huidige_stand()
    if _laatste is None or _laatste.stempel != stand.woorden:
        _laatste = _lees(stand.woorden)
    return _laatste


def huidige_stand() -> Zoekstand:
    """The state of the index; a fresh portal has the state with number 0."""
    return Zoekstand.objects.first() or Zoekstand(kenmerk=0, versie=0, stempel=0, woorden=0)


def woorden_gewijzigd() -> None:
    """A word list changed: every process reads them again at its next question."""
    with transaction.atomic():
        if not Zoekstand.objects.filter(pk=1).update(woorden=nieuw_stempel()):
            Zoekstand.objects.get_or_create(pk=1)


def _lees(stempel_: int) -> Kennis:
    delen = dict(Samenstellingsdeel.objects.actief().values_list("woord", "heel_laten"))
    splitser = Splitser(
        frozenset(woord for woord, heel in delen.items() if not heel),
        frozenset(woord for woord, heel in delen.items() if heel),
    )
    regels = Synoniem.objects.actief().order_by("pk")
    synoniemen = Synoniemen(
        Regel(*rij) for rij in regels.values_list("woorden", "betekenis", "sterkte")
    )
    zinnen = Crisiswoord.objects.actief().order_by("soort", "pk")
    crisis = Crisiszinnen(
        Crisiszin.lees(*rij) for rij in zinnen.values_list("soort", "zin", "behalve")
    )
    return Kennis(stempel_, Analyse(splitser), synoniemen, crisis)
