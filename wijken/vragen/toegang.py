"""Who may see a question in /werk/, and what they may do with it.

It follows from rows that say where somebody works, not from groups: a member of a team sees the
questions of the own areas and what a colleague gave them; the team of the municipality so sees
all. Who is asked by name sees that one question, as long as they can be reached there (H6).
"""

from functools import cached_property
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest

from ..geadresseerden import namen_van
from ..models import Hulpvraag, werkbereik
from ..models.hulpvraag import HulpvraagQuerySet


class Toegang:
    """What one person may do; each thing is looked up once."""

    def __init__(self, gebruiker: Any) -> None:
        self.gebruiker = gebruiker

    @property
    def is_lid(self) -> bool:
        return werkbereik(self.gebruiker).is_lid

    @property
    def gebieden(self) -> frozenset[int]:
        """The own areas with all below, and those of a colleague while replacing them."""
        bereik = werkbereik(self.gebruiker)
        return bereik.gebieden | bereik.vervangt

    @cached_property
    def _gevraagd(self) -> list[str]:
        """Under which names this person is asked, full or not, until they stop."""
        return namen_van(self.gebruiker)

    def vragen(self) -> HulpvraagQuerySet:
        """The questions that this person may see."""
        wie = self.gebruiker.pk or 0
        mag = Q(gericht_aan_id=wie, aan_slug__in=self._gevraagd)
        if self.is_lid:
            mag |= Q(team__in=self.gebieden) | Q(behandelaar_id=wie)
        return Hulpvraag.objects.filter(mag)

    def mag_zien(self, vraag: Hulpvraag) -> bool:
        return self.vragen().filter(pk=vraag.pk).exists()

    @property
    def te_doen(self) -> Q:
        """Open, and with nobody or with this person."""
        vrij = Q(behandelaar=None) | Q(behandelaar_id=self.gebruiker.pk)
        return Q(stand__in=Hulpvraag.OPEN) & vrij

    def is_van_team(self, vraag: Hulpvraag) -> bool:
        """May do all there is to do; who was only asked by name may answer or pass it on."""
        eigen = vraag.behandelaar_id == self.gebruiker.pk
        return self.is_lid and (vraag.team_id in self.gebieden or eigen)

    @cached_property
    def aantallen(self) -> dict[str, int]:
        """How many questions there are, and how many of them are to be done."""
        alle = self.vragen().order_by()
        return alle.aggregate(alle=Count("pk"), te_doen=Count("pk", filter=self.te_doen))

    @cached_property
    def heeft_werk(self) -> bool:
        return self.is_lid or bool(self._gevraagd and self.aantallen["alle"])

    @cached_property
    def toezicht(self) -> frozenset[int]:
        """Areas of which this person sees whether answers come in time: the verbinder the own
        wijken, the team of the municipality all."""
        bereik = werkbereik(self.gebruiker)
        if bereik.gemeente and bereik.gemeente.pk in self.gebieden:
            return self.gebieden
        return bereik.verbindt


def toegang_van(request: HttpRequest) -> Toegang:
    """The access of who is logged in, kept for this request.

    The municipality, read on the way, is kept for the header of the page.
    """
    if not hasattr(request, "_vraagtoegang"):
        request._vraagtoegang = Toegang(request.user)  # type: ignore[attr-defined]
        request.gemeente = werkbereik(request.user).gemeente  # type: ignore[attr-defined]
    return request._vraagtoegang  # type: ignore[attr-defined]
