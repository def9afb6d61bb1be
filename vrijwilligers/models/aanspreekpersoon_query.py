"""Which aanspreekpersonen the public sees, an area has, and staff may change (H6, V7)."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Self

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, TextChoices, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.models import ArchiveerbaarQuerySet
from sociale_basis.kern.namenlijst import Namenlijst
from voorzieningen.models import Locatie, Taal, Thema
from voorzieningen.models.bevoegd import NIETS, Bereik

TOESTEMMING_VRAGEN = timedelta(days=365)  # after so long somebody asks again
LANGE_PAUZE = timedelta(days=61)


class Stand(TextChoices):
    ACTIEF = "actief", _("er voor vragen")
    VOL = "vol", _("zit vol")
    PAUZE = "pauze", _("op pauze")


class AanspreekpersoonQuerySet(ArchiveerbaarQuerySet[Any]):
    def zichtbaar(self) -> Self:
        """With consent, and here now. Who is full stays in sight: that is a fine answer (V9)."""
        return (
            self.niet_gearchiveerd()
            .filter(toestemming_op__isnull=False, ingetrokken_op__isnull=True)
            .exclude(stand=Stand.PAUZE)
        )

    def bereikbaar(self) -> Self:
        """Who takes a question now."""
        return self.zichtbaar().filter(stand=Stand.ACTIEF)

    def van(self, gebruiker: Any) -> Self:
        """The profile of somebody who is logged in; none after they stopped."""
        return self.niet_gearchiveerd().filter(gebruiker_id=gebruiker.pk or 0)

    def per_gebied(self) -> Self:
        """A row for each area that somebody is there for, with ``gebied_nummer``, ``_naam``."""
        return self.annotate(
            gebied_nummer=F("gebieden"),
            gebied_naam=F("gebieden__naam"),
            gebied_volgorde=F("gebieden__volgorde"),
        ).order_by("gebied_volgorde", "gebied_naam", "stand", "naam", "pk")

    def in_gebieden(self, gebieden: Iterable[int] | QuerySet) -> Self:
        return self.filter(gebieden__in=gebieden)

    def kent(self, thema: Thema | None) -> Self:
        """With ``kent_thema``: is there for this theme, or for one below it; none of no theme."""
        if thema is None:
            return self.annotate(kent_thema=Value(False))
        tussen = self.model.themas.through.objects.filter(aanspreekpersoon=OuterRef("pk"))
        return self.annotate(
            kent_thema=Exists(tussen.filter(Q(thema=thema) | Q(thema__ouder=thema)))
        )

    def voor_kaartjes(self) -> Self:
        """With ``taalnamen`` and the place to drop in, in the same query.

        A place that may not be known (any longer) is none.
        """
        plek = Locatie.objects.zichtbaar().filter(pk=OuterRef("loop_binnen_bij")).order_by()
        talen = Taal.objects.filter(aanspreekpersonen=OuterRef("pk")).order_by()
        return self.annotate(
            plek_naam=Subquery(plek.values("naam")[:1]),
            plek_slug=Subquery(plek.values("slug")[:1]),
            talenlijst=Subquery(talen.values(lijst=Namenlijst("naam"))),
        )

    # --- for staff -------------------------------------------------------------------------

    def toestemming_oud(self, op: date | None = None) -> Self:
        """Said yes more than a year ago: time to ask again."""
        grens = (op or timezone.localdate()) - TOESTEMMING_VRAGEN
        return self.niet_gearchiveerd().filter(
            toestemming_op__lt=grens, ingetrokken_op__isnull=True
        )

    def lang_op_pauze(self, op: date | None = None) -> Self:
        """Paused for more than two months: how are they?"""
        grens = (op or timezone.localdate()) - LANGE_PAUZE
        return self.niet_gearchiveerd().filter(stand=Stand.PAUZE, stand_sinds__lt=grens)

    def bewerkbaar_door(self, gebruiker: Any) -> Self:
        """All for who changes everything; else who is there for nothing but the own wijken."""
        if not gebruiker.has_perm("vrijwilligers.change_aanspreekpersoon"):
            return self.none()
        bereik = Bereik.van(gebruiker)
        rijen = self if _ziet_wie_stopte(gebruiker) else self.niet_gearchiveerd()
        if bereik.bewerkt_alles:
            return rijen
        return rijen.filter(self._alleen_in(bereik.gebieden) if bereik.gebieden else NIETS)

    def leesbaar_door(self, gebruiker: Any) -> Self:
        """What somebody may change, and what everybody sees on the website."""
        if not gebruiker.has_perm("vrijwilligers.view_aanspreekpersoon"):
            return self.none()
        alle: Any = self.model._default_manager.all()
        eigen = Q(pk__in=alle.bewerkbaar_door(gebruiker).order_by().values("pk"))
        return self.filter(eigen | Q(pk__in=alle.zichtbaar().order_by().values("pk")))

    def _alleen_in(self, gebieden: frozenset[int]) -> Q:
        tussen = self.model.gebieden.through.objects
        binnen = tussen.filter(gebied__in=gebieden).values("aanspreekpersoon")
        buiten = tussen.exclude(gebied__in=gebieden).values("aanspreekpersoon")
        return Q(pk__in=binnen) & ~Q(pk__in=buiten)


def _ziet_wie_stopte(gebruiker: Any) -> bool:
    """Who stopped is nobody's business any more, but for who must be able to mend a mistake."""
    return bool(gebruiker.has_perm("vrijwilligers.delete_aanspreekpersoon"))
