"""What a wijk should have, and where it is not met (M3, M4): for staff.

The norm is a setting: which expertise, for how many hours together, and the hours of a verbinder.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from .models import Gebied, Inzet, Teamlid


@dataclass(frozen=True)
class Wijkstand:
    """One wijk: what it lacks, in words, and who works there."""

    wijk: Gebied
    tekort: tuple[str, ...]
    inzetten: tuple[Inzet, ...]


def wijkstanden(gebieden: frozenset[int] | None = None) -> list[Wijkstand]:
    """Every wijk (or only these), those that lack something first; two queries."""
    wijken = Gebied.objects.zichtbaar().wijken()
    if gebieden is not None:
        wijken = wijken.filter(pk__in=gebieden)
    per_wijk: dict[int, list[Inzet]] = defaultdict(list)
    for inzet in Inzet.objects.zichtbaar().filter(gebied__in=wijken.order_by()).met_lid():
        per_wijk[inzet.gebied_id].append(inzet)
    standen = [_stand(wijk, per_wijk[wijk.pk]) for wijk in wijken]
    return sorted(standen, key=lambda stand: not stand.tekort)


def _stand(wijk: Gebied, inzetten: list[Inzet]) -> Wijkstand:
    return Wijkstand(wijk, tuple(_tekort(wijk, inzetten)), tuple(inzetten))


def _tekort(wijk: Gebied, inzetten: list[Inzet]) -> Iterable[str]:
    """Where the team is still to come nothing is lacking but a new day, if that has passed."""
    if wijk.is_gepland:
        return [_("De begindag is voorbij. Is het team er al?")] if wijk.fase_is_te_laat else []
    per_expertise = (_tekort_aan(soort, inzetten) for soort in settings.TEAM_EXPERTISES)
    return [zin for zin in (*per_expertise, _tekort_aan_verbinder(inzetten)) if zin]


def _tekort_aan(expertise: str, inzetten: list[Inzet]) -> str:
    """Hours of everybody with this expertise together: two people may share a place."""
    uren = sum(inzet.uren for inzet in inzetten if inzet.teamlid.expertise == expertise)
    woorden = {
        "wie": dict(Teamlid.Expertise.choices).get(expertise, expertise),
        "uren": uren,
        "norm": settings.TEAM_UREN,
    }
    if not uren:
        return _("Niemand voor %(wie)s.") % woorden
    zin = _("Voor %(wie)s is er %(uren)d van de %(norm)d uur.")
    return zin % woorden if uren < settings.TEAM_UREN else ""


def _tekort_aan_verbinder(inzetten: list[Inzet]) -> str:
    norm = settings.VERBINDER_UREN
    verbinder = next((inzet for inzet in inzetten if inzet.is_verbinder), None)
    if not norm or (verbinder and (verbinder.uren_verbinder or 0) >= norm):
        return ""
    if verbinder is None:
        return _("Er is geen verbinder.")
    woorden = {"uren": verbinder.uren_verbinder or 0, "norm": norm}
    return _("De verbinder heeft %(uren)d van de %(norm)d uur.") % woorden
