"""Days on which an activity is not as planned: cancelled, on another day, time or place, or a
whole period in which it is not held, such as a holiday."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ..agenda import momenten
from ..agenda.herhaling import Ritme
from ..agenda.keren import Anders
from .activiteit import Activiteit

LANGSTE_PERIODE = timedelta(days=366)


class ActiviteitDag(models.Model):
    """Cancelled or moved. Another place is written in words: often it is no place on the kaart
    ("in het bos, we verzamelen bij de poort"). With ``tot_en_met`` it is not held from ``dag``
    on: those days are not in the agenda at all. A row for one day goes before that."""

    activiteit = models.ForeignKey(Activiteit, on_delete=models.CASCADE, related_name="dagen")
    dag = models.DateField(
        _("op deze dag"), help_text=_("De dag waarop het normaal gesproken zou zijn.")
    )
    tot_en_met = models.DateField(
        _("tot en met"),
        null=True,
        blank=True,
        help_text=_("Alleen als het een tijd niet doorgaat, zoals in een vakantie."),
    )
    afgelast = models.BooleanField(_("afgelast"), default=False)
    nieuwe_dag = models.DateField(_("andere dag"), null=True, blank=True)
    van = models.TimeField(_("andere begintijd"), null=True, blank=True)
    tot = models.TimeField(_("andere eindtijd"), null=True, blank=True)
    waar = models.CharField(_("andere plek"), max_length=150, blank=True)
    reden = models.CharField(
        _("reden"), max_length=150, blank=True, help_text=_("Bezoekers lezen dit in de agenda.")
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("afgelaste of verzette dag")
        verbose_name_plural = _("afgelaste en verzette dagen")
        ordering = ["dag"]
        constraints = [
            models.UniqueConstraint(fields=["activiteit", "dag"], name="activiteitdag_een_per_dag"),
            models.CheckConstraint(
                name="activiteitdag_afgelast_of_anders",
                condition=Q(
                    afgelast=True,
                    nieuwe_dag__isnull=True,
                    van__isnull=True,
                    tot__isnull=True,
                    waar="",
                )
                | Q(afgelast=False)
                & (
                    Q(nieuwe_dag__isnull=False)
                    | Q(van__isnull=False)
                    | Q(tot__isnull=False)
                    | ~Q(waar="")
                ),
                violation_error_message=_(
                    "Kies “afgelast”, of vul in welke dag, tijd of plek het wordt. Niet allebei."
                ),
            ),
            models.CheckConstraint(
                name="activiteitdag_periode_afgelast",
                condition=Q(tot_en_met__isnull=True)
                | Q(afgelast=True, tot_en_met__gte=models.F("dag")),
                violation_error_message=_("“Tot en met” ligt voor de eerste dag."),
            ),
        ]

    def __str__(self) -> str:
        dagen = filter(None, (self.dag, self.tot_en_met))
        return " – ".join(f"{dag:%d-%m-%Y}" for dag in dagen)

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            self._meld()

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            weg = super().delete(*args, **kwargs)
            self._meld()
        return weg

    def _meld(self) -> None:
        """The activity counts as changed: calendar programs look at the time of its change."""
        nu = timezone.now()
        if Activiteit.objects.filter(pk=self.activiteit_id).update(gewijzigd_op=nu):
            momenten.ververs(Activiteit.objects.get(pk=self.activiteit_id))

    def clean(self) -> None:
        """Who fills in a last day means that it is called off."""
        if self.tot_en_met and not self._zegt_iets_anders():
            self.afgelast = True
        if self.van is not None and self.van == self.tot:
            raise ValidationError({"tot": _("“Van” en “tot” zijn gelijk.")})
        if fout := self._fout_in_periode():
            raise ValidationError({"tot_en_met": fout})
        if self._is_nooit():
            raise ValidationError({"dag": _("Op deze dag is deze activiteit niet.")})

    def _zegt_iets_anders(self) -> bool:
        return any((self.nieuwe_dag, self.van, self.tot, self.waar))

    def _fout_in_periode(self) -> Any:
        if not (self.dag and self.tot_en_met):
            return ""
        if self.tot_en_met < self.dag:
            return _("Deze dag ligt voor de eerste dag.")
        if self._zegt_iets_anders():
            return _("Dan gaat het niet door. Maak de andere dag, tijd of plek leeg.")
        if self.tot_en_met - self.dag > LANGSTE_PERIODE:
            return _("Dit is langer dan een jaar. Klopt het jaar?")
        if self.activiteit.herhaling == Ritme.EEN_KEER:
            return _("Deze activiteit is maar één keer. Laat dit leeg.")
        return ""

    def _is_nooit(self) -> bool:
        """Coming days on which nothing is planned; days that are over are left alone."""
        laatste = self.tot_en_met or self.dag
        if not self.dag or laatste < timezone.localdate() or not self.activiteit.begin_dag:
            return False
        return not self.activiteit.als_herhaling().dagen(self.dag, laatste)

    def als_anders(self) -> Anders:
        return Anders(
            *(self.dag, self.afgelast, self.nieuwe_dag, self.van, self.tot, self.waar, self.reden),
            self.tot_en_met,
        )
