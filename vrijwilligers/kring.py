"""Which aanspreekpersonen an area has: of itself, of what is in it, or of what is above (H6)."""

from dataclasses import dataclass

from django.db.models import Q

from voorzieningen.models import Thema
from wijken.models import Gebied

from .models import Aanspreekpersoon
from .models.aanspreekpersoon_query import AanspreekpersoonQuerySet


@dataclass(frozen=True)
class Kring:
    """``hier`` is of the area itself, ``binnen`` of its parts; ``boven`` of the nearest area
    above that has somebody, and only where ``hier`` is empty."""

    hier: tuple[Aanspreekpersoon, ...] = ()
    binnen: tuple[Aanspreekpersoon, ...] = ()
    boven: tuple[Aanspreekpersoon, ...] = ()


def kring_van(gebied: Gebied) -> Kring:
    """Everybody around an area, each once, who is full last; one query beside its chain."""
    keten = [deel.pk for deel in gebied.keten()]
    rijen = Aanspreekpersoon.objects.zichtbaar().voor_kaartjes().in_gebieden(_rond(keten, gebied))
    per_gebied: dict[int, list[Aanspreekpersoon]] = {}
    for rij in rijen.per_gebied():
        per_gebied.setdefault(rij.gebied_nummer, []).append(rij)
    hier = _eens(per_gebied.pop(gebied.pk, []))
    boven = [per_gebied.pop(pk, []) for pk in keten[1:]]
    binnen = [rij for rijen in per_gebied.values() for rij in rijen if rij not in hier]
    return Kring(hier, _eens(binnen), () if hier else _eens(next(filter(None, boven), [])))


def dichtstbij(gebied: Gebied) -> Aanspreekpersoon | None:
    """Who takes a question for this area, or for the nearest above it; one query."""
    keten = [deel.pk for deel in gebied.keten()]
    rijen = Aanspreekpersoon.objects.bereikbaar().in_gebieden(keten).per_gebied()
    rijen = rijen.voor_kaartjes()
    return min(rijen, key=lambda rij: keten.index(rij.gebied_nummer), default=None)


def bij_naam(gebied: Gebied, thema: Thema | None = None) -> tuple[Aanspreekpersoon, ...]:
    """Those of the nearest area that has somebody; before them who knows of the theme, of this
    area or of one above. One query."""
    keten = [deel.pk for deel in gebied.keten()]
    rijen = Aanspreekpersoon.objects.zichtbaar().in_gebieden(keten).per_gebied()
    alle = sorted(rijen.kent(thema), key=lambda rij: keten.index(rij.gebied_nummer))
    dichtbij = [rij for rij in alle if rij.gebied_nummer == alle[0].gebied_nummer]
    return _eens([*(rij for rij in alle if rij.kent_thema), *dichtbij])


def _rond(keten: list[int], gebied: Gebied) -> AanspreekpersoonQuerySet:
    """The area, those above it and those in it."""
    keuze = Q(pk__in=keten) | Q(ouder=gebied) | Q(ouder__ouder=gebied)
    rond = keuze | Q(ouder__ouder__ouder=gebied) | Q(cbs_ouder=gebied)
    return Gebied.objects.filter(rond).order_by().values("pk")


def _eens(rijen: list[Aanspreekpersoon]) -> tuple[Aanspreekpersoon, ...]:
    """Each once, who takes a question first."""
    uniek = list({rij.pk: rij for rij in rijen}.values())
    return tuple(sorted(uniek, key=lambda rij: rij.is_vol))
