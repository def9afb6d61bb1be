"""What a place and a provision share about their opening times (M11)."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from voorzieningen import openingstijden
from voorzieningen.openingstijden import Dag, Slot, Stand, Uitzondering

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from .openingstijd import Afwijking, Openingstijd


class MetOpeningstijden(models.Model):
    """Has rows in ``openingstijden`` and ``afwijkingen``; reads them only with ``.all()``.

    Prefetch both (``prefetch_related(*Model.TIJDEN)``) and no method here makes a query. Moments
    are parameters, default now; one without time zone is Dutch time.
    """

    class Feestdagen(models.TextChoices):
        DICHT = "dicht", _("dicht")
        OPEN = "open", _("gewoon open")

    TIJDEN = ("openingstijden", "afwijkingen")
    leest_eenmaal = False  # set on what is only shown: its rows are read on first use, then kept

    feestdagen = models.CharField(
        _("op feestdagen"),
        max_length=8,
        choices=Feestdagen,
        default=Feestdagen.DICHT,
        help_text=_("Nieuwjaar, Pasen, Koningsdag, Hemelvaart, Pinksteren en Kerst."),
    )

    if TYPE_CHECKING:
        openingstijden: RelatedManager[Openingstijd]
        afwijkingen: RelatedManager[Afwijking]

    class Meta:
        abstract = True

    def slots(self) -> list[Slot]:
        self._lees()
        return [rij.als_slot() for rij in self.openingstijden.all()]

    def uitzonderingen(self) -> list[Uitzondering]:
        self._lees()
        return [rij.als_uitzondering() for rij in self.afwijkingen.all()]

    def _lees(self) -> None:
        if self.leest_eenmaal:
            models.prefetch_related_objects([self], *self.TIJDEN)

    @property
    def feestdagen_gesloten(self) -> bool:
        return self.feestdagen == self.Feestdagen.DICHT

    @property
    def heeft_tijden(self) -> bool:
        """Whether times are known that are not over; without, a provision shows no line."""
        return openingstijden.is_bekend(self.slots(), self.uitzonderingen())

    def stand(self, op: datetime | None = None) -> Stand:
        return openingstijden.stand(*self._rooster(), op=op)

    def week(self, op: datetime | None = None) -> list[Dag]:
        return openingstijden.week(*self._rooster(), op=op)

    def bijzondere_dagen(self, op: datetime | None = None) -> list[str]:
        """Deviations and closed holidays of the coming 30 days, a sentence each."""
        return openingstijden.bijzonder(*self._rooster(), op=op)

    def tijden_in_woorden(self, op: datetime | None = None) -> str:
        """One sentence for cards and print; periods that are over are left out."""
        return openingstijden.zin(openingstijden.nog_geldig(self.slots(), op))

    def osm_tekst(self) -> str:
        return openingstijden.osm(*self._rooster())

    def schema_org(self) -> list[dict[str, Any]]:
        """For ``openingHoursSpecification`` (place) or ``hoursAvailable`` (service)."""
        return openingstijden.schema_org(self.slots())

    def schema_org_bijzonder(self) -> list[dict[str, Any]]:
        """For ``specialOpeningHoursSpecification`` of a place that has times of its own."""
        if not self.heeft_tijden:
            return []
        return openingstijden.schema_org_bijzonder(self.uitzonderingen(), self.feestdagen_gesloten)

    def _rooster(self) -> tuple[list[Slot], list[Uitzondering], bool]:
        return self.slots(), self.uitzonderingen(), self.feestdagen_gesloten
