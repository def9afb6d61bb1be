"""Where somebody who is logged in works: it follows from their place in a team alone (M3, V7)."""

from typing import Any

from django.db.models import QuerySet

from .gebied import Gebied
from .team import Inzet, Teamlid


def werkgebieden(gebruiker: Any) -> frozenset[int]:
    """Keys of the areas where somebody works in /werk/: the own ones with all below."""
    return met_onderliggende(_van(gebruiker).values_list("gebied", flat=True))


def verbindt(gebruiker: Any) -> frozenset[int]:
    """Keys of the areas of which somebody is verbinder, with all below."""
    return met_onderliggende(_van(gebruiker).verbinders().values_list("gebied", flat=True))


def redactiegebieden(gebruiker: Any) -> frozenset[int]:
    """Keys of the areas that a wijkredacteur keeps, with all below; none for anybody else."""
    medewerker = getattr(gebruiker, "medewerker", None)
    if medewerker is None:
        return frozenset()
    return met_onderliggende(medewerker.gebieden.order_by().values_list("pk", flat=True))


def met_onderliggende(nummers: Any) -> frozenset[int]:
    """These areas and all below them in either layout; one query more, none for none."""
    binnen = set(nummers)
    if not binnen:
        return frozenset()
    ouders = list(Gebied.objects.order_by().values_list("pk", "ouder_id", "cbs_ouder_id"))
    for _ronde in Gebied.Soort.values:  # at most as deep as there are levels
        binnen |= {pk for pk, *boven in ouders if binnen.intersection(boven)}
    return frozenset(binnen)


def _van(gebruiker: Any) -> Any:
    inzetten: QuerySet[Inzet] = Inzet.objects.filter(teamlid__in=Teamlid.objects.van(gebruiker))
    return inzetten.order_by()
