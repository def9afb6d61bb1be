"""Who may see a question in /werk/, and what they may do with it.

It follows from rows that say where somebody works, not from groups: a member of a team sees the
questions of the own areas and what a colleague gave them; the team of the municipality so sees
all. Who is asked by name sees that one question, as long as they can be reached there (H6).
"""

from functools import cached_property
from typing import Any

from django.db.models import Q
from django.http import HttpRequest

from ..geadresseerden import ken_geadresseerde
from ..models import Afwezigheid, Gebied, Hulpvraag, Inzet, Teamlid, verbindt, werkgebieden
from ..models.hulpvraag import HulpvraagQuerySet


class Toegang:
    """What one person may do; each thing is looked up once."""

    def __init__(self, gebruiker: Any) -> None:
        self.gebruiker = gebruiker

    @cached_property
    def is_lid(self) -> bool:
        return Teamlid.objects.van(self.gebruiker).exists()

    @cached_property
    def gebieden(self) -> frozenset[int]:
        """The own areas with all below, and those of a colleague while replacing them."""
        if not self.is_lid:
            return frozenset()
        zelf = Teamlid.objects.van(self.gebruiker)
        weg = Afwezigheid.objects.op().filter(vervanger__in=zelf)
        voor_een_ander = Inzet.objects.filter(teamlid__in=weg.values("teamlid")).order_by()
        return werkgebieden(self.gebruiker) | set(voor_een_ander.values_list("gebied", flat=True))

    @cached_property
    def _gevraagd(self) -> list[str]:
        """Under which names this person is asked, full or not, until they stop."""
        eigen = Hulpvraag.objects.filter(gericht_aan_id=self.gebruiker.pk or 0).order_by()
        slugs = eigen.values_list("aan_slug", flat=True).distinct()
        return [slug for slug in slugs if self._is(slug)]

    def _is(self, slug: str) -> bool:
        wie = ken_geadresseerde(slug)
        return wie is not None and wie.gebruiker == self.gebruiker

    def vragen(self) -> HulpvraagQuerySet:
        """The questions that this person may see."""
        wie = self.gebruiker.pk or 0
        mag = Q(gericht_aan_id=wie, aan_slug__in=self._gevraagd)
        if self.is_lid:
            mag |= Q(team__in=self.gebieden) | Q(behandelaar_id=wie)
        return Hulpvraag.objects.filter(mag)

    def mag_zien(self, vraag: Hulpvraag) -> bool:
        return self.vragen().filter(pk=vraag.pk).exists()

    def te_doen(self) -> HulpvraagQuerySet:
        """Open, and with nobody or with this person."""
        vrij = Q(behandelaar=None) | Q(behandelaar_id=self.gebruiker.pk)
        return self.vragen().open().filter(vrij)

    def is_van_team(self, vraag: Hulpvraag) -> bool:
        """May do all there is to do; who was only asked by name may answer or pass it on."""
        eigen = vraag.behandelaar_id == self.gebruiker.pk
        return self.is_lid and (vraag.team_id in self.gebieden or eigen)

    @cached_property
    def heeft_werk(self) -> bool:
        return self.is_lid or bool(self._gevraagd)

    @cached_property
    def toezicht(self) -> frozenset[int]:
        """Areas of which this person sees whether answers come in time: the verbinder the own
        wijken, the team of the municipality all."""
        gemeente = Gebied.objects.gemeente()
        if gemeente and gemeente.pk in self.gebieden:
            return self.gebieden
        return verbindt(self.gebruiker) if self.is_lid else frozenset()


def toegang_van(request: HttpRequest) -> Toegang:
    """The access of who is logged in, kept for this request."""
    if not hasattr(request, "_vraagtoegang"):
        request._vraagtoegang = Toegang(request.user)  # type: ignore[attr-defined]
    return request._vraagtoegang  # type: ignore[attr-defined]
