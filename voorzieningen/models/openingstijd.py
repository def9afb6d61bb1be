"""Structured opening times of places and provisions, and deviations from them (M11)."""

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from voorzieningen.openingstijden import Slot, Uitzondering

from .locatie import Locatie
from .voorziening import Voorziening


class Weekdag(models.IntegerChoices):
    MAANDAG = 0, _("maandag")
    DINSDAG = 1, _("dinsdag")
    WOENSDAG = 2, _("woensdag")
    DONDERDAG = 3, _("donderdag")
    VRIJDAG = 4, _("vrijdag")
    ZATERDAG = 5, _("zaterdag")
    ZONDAG = 6, _("zondag")


class _VanPlekOfVoorziening(models.Model):
    """Belongs to one place or to one provision."""

    locatie = models.ForeignKey(
        Locatie, on_delete=models.CASCADE, null=True, blank=True, related_name="%(class)sen"
    )
    voorziening = models.ForeignKey(
        Voorziening, on_delete=models.CASCADE, null=True, blank=True, related_name="%(class)sen"
    )

    class Meta:
        abstract = True


def _van_een_van_beide(naam: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=naam,
        condition=Q(locatie__isnull=True, voorziening__isnull=False)
        | Q(locatie__isnull=False, voorziening__isnull=True),
        violation_error_message=_("Kies een plek of een voorziening, niet allebei."),
    )


class OpeningstijdQuerySet(models.QuerySet):
    def geldig(self, op: date | None = None) -> Self:
        """The rows that count on a day (default today)."""
        dag = op or timezone.localdate()
        return self.filter(
            Q(geldig_van__isnull=True) | Q(geldig_van__lte=dag),
            Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=dag),
        )


class Openingstijd(_VanPlekOfVoorziening):
    """Open on a weekday from one time to another; a time to before from runs past midnight."""

    weekdag = models.PositiveSmallIntegerField(_("dag"), choices=Weekdag)
    van = models.TimeField(_("van"))
    tot = models.TimeField(_("tot"), help_text=_("Vroeger dan “van”? Dan is het na middernacht."))
    geldig_van = models.DateField(_("geldt vanaf"), null=True, blank=True)
    geldig_tot = models.DateField(_("geldt tot en met"), null=True, blank=True)
    op_afspraak = models.BooleanField(
        _("alleen op afspraak"),
        default=False,
        help_text=_("Dan zegt het portaal niet “nu open” maar “op afspraak”."),
    )
    opmerking = models.CharField(_("opmerking"), max_length=120, blank=True)

    objects = OpeningstijdQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("openingstijd")
        verbose_name_plural = _("openingstijden")
        ordering = ["weekdag", "van"]
        constraints = [
            _van_een_van_beide("openingstijd_van_een"),
            models.CheckConstraint(
                name="openingstijd_van_is_niet_tot",
                condition=~Q(van=models.F("tot")),
                violation_error_message=_("“Van” en “tot” zijn gelijk."),
            ),
            models.CheckConstraint(
                name="openingstijd_geldig_op_volgorde",
                condition=Q(geldig_van__isnull=True)
                | Q(geldig_tot__isnull=True)
                | Q(geldig_tot__gte=models.F("geldig_van")),
                violation_error_message=_("“Geldt tot en met” ligt voor “geldt vanaf”."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekdag_display()} {self.van:%H:%M}–{self.tot:%H:%M}"

    def clean(self) -> None:
        if self.van is not None and self.van == self.tot:
            uitleg = _("“Van” en “tot” zijn gelijk. De hele dag? Vul 0:00 tot 23:59 in.")
            raise ValidationError({"tot": uitleg})
        if self.geldig_van and self.geldig_tot and self.geldig_tot < self.geldig_van:
            raise ValidationError({"geldig_tot": _("Deze dag ligt voor “geldt vanaf”.")})

    def als_slot(self) -> Slot:
        """This row for the calculations in ``voorzieningen.openingstijden``."""
        return Slot(
            weekdag=self.weekdag,
            van=self.van,
            tot=self.tot,
            geldig_van=self.geldig_van,
            geldig_tot=self.geldig_tot,
            op_afspraak=self.op_afspraak,
            opmerking=self.opmerking,
        )


class Afwijking(_VanPlekOfVoorziening):
    """Other times, or closed, on one day or a row of days (holiday weeks, a party)."""

    van_dag = models.DateField(_("vanaf"))
    tot_dag = models.DateField(_("tot en met"))
    gesloten = models.BooleanField(_("gesloten"), default=True)
    van = models.TimeField(_("van"), null=True, blank=True)
    tot = models.TimeField(_("tot"), null=True, blank=True)
    reden = models.CharField(_("reden"), max_length=120, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("afwijkende dag")
        verbose_name_plural = _("afwijkende dagen")
        ordering = ["van_dag"]
        constraints = [
            _van_een_van_beide("afwijking_van_een"),
            models.CheckConstraint(
                name="afwijking_dagen_op_volgorde",
                condition=Q(tot_dag__gte=models.F("van_dag")),
                violation_error_message=_("De laatste dag ligt voor de eerste."),
            ),
            models.CheckConstraint(
                name="afwijking_gesloten_of_tijden",
                condition=Q(gesloten=True, van__isnull=True, tot__isnull=True)
                | Q(gesloten=False, van__isnull=False, tot__isnull=False),
                violation_error_message=_("Kies “gesloten”, of vul “van” en “tot” in."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.van_dag:%d-%m-%Y} – {self.tot_dag:%d-%m-%Y}"

    def clean(self) -> None:
        if self.van_dag and self.tot_dag and self.tot_dag < self.van_dag:
            raise ValidationError({"tot_dag": _("Deze dag ligt voor de eerste dag.")})
        if not self.gesloten and (self.van is None or self.tot is None):
            uitleg = _("Vul “van” en “tot” in, of kies “gesloten”.")
            raise ValidationError({"van" if self.van is None else "tot": uitleg})
        if self.van is not None and self.van == self.tot:
            raise ValidationError({"tot": _("“Van” en “tot” zijn gelijk.")})

    def als_uitzondering(self) -> Uitzondering:
        """This row for the calculations in ``voorzieningen.openingstijden``."""
        return Uitzondering(
            van_dag=self.van_dag,
            tot_dag=self.tot_dag,
            gesloten=self.gesloten,
            van=self.van,
            tot=self.tot,
            reden=self.reden,
        )
