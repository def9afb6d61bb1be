"""Who gets a question: the team of the wijk, or else of the area above it.

A team counts when at least one member can log in: nobody else can answer here. Who is away is
not mailed; who replaces them is.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Afwezigheid, Gebied, Inzet, Teamlid


def leden(gebied: Gebied) -> QuerySet[Teamlid]:
    """The members of the team of this very area that can log in."""
    werkt = Teamlid.objects.zichtbaar().filter(gebruiker__is_active=True)
    return werkt.in_gebied(gebied).select_related("gebruiker")


def team_voor(gebied: Gebied) -> Gebied:
    """The nearest area, this one or above, with a team; else the highest, the municipality."""
    keten = gebied.keten()
    return next((plek for plek in keten if leden(plek).exists()), keten[-1])


def team_boven(gebied: Gebied) -> Gebied:
    """The highest team: of the municipality, or while that has none the highest that there is."""
    return next((plek for plek in reversed(gebied.keten()) if leden(plek).exists()), gebied)


def teams() -> dict[Gebied, list[Teamlid]]:
    """All areas to which a question can be given, each with who can log in; one query."""
    rijen = Inzet.objects.zichtbaar().filter(
        teamlid__gebruiker__is_active=True, gebied__gearchiveerd_op__isnull=True
    )
    per_gebied: dict[Gebied, list[Teamlid]] = {}
    volgorde = ("gebied__volgorde", "gebied__naam", "teamlid__naam", "teamlid__pk")
    rijen = rijen.select_related("gebied", "teamlid__gebruiker").defer("gebied__grens")
    for inzet in rijen.order_by(*volgorde):
        per_gebied.setdefault(inzet.gebied, []).append(inzet.teamlid)
    return per_gebied


def verbinders(gebied: Gebied) -> QuerySet[Teamlid]:
    """The verbinder of this very area, who can log in."""
    inzetten = Inzet.objects.verbinders().filter(gebied=gebied)
    return leden(gebied).filter(pk__in=inzetten.values("teamlid"))


def aanwezigen(leden: Iterable[Teamlid], op: date | None = None) -> list[Teamlid]:
    """Who is at work; for who is away their replacement, if that is somebody else at work."""
    leden = list(leden)
    op = op or timezone.localdate()
    weg = {
        rij.teamlid_id: rij.vervanger
        for rij in Afwezigheid.objects.filter(van__lte=op, tot__gte=op).select_related(
            "vervanger__gebruiker"
        )
    }
    aanwezig = [lid for lid in leden if lid.pk not in weg]
    vervangers = [weg.get(lid.pk) for lid in leden]
    aanwezig += [lid for lid in vervangers if lid and lid.pk not in weg and lid.gebruiker]
    return list({lid.pk: lid for lid in aanwezig}.values())


def naam_van(gebruiker: Any) -> str:
    """A colleague as residents know them; never a login name."""
    lid = Teamlid.objects.van(gebruiker).first()
    return lid.naam if lid else gebruiker.get_full_name() or _("Een collega")
