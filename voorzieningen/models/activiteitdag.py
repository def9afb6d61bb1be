"""One day on which an activity is not as planned: cancelled, or on another day, time or place."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ..agenda import momenten
from ..agenda.keren import Anders
from .activiteit import Activiteit


class ActiviteitDag(models.Model):
    """Cancelled or moved. Another place is written in words: often it is no place on the kaart
    ("in het bos, we verzamelen bij de poort")."""

    activiteit = models.ForeignKey(Activiteit, on_delete=models.CASCADE, related_name="dagen")
    dag = models.DateField(
        _("op deze dag"), help_text=_("De dag waarop het normaal gesproken zou zijn.")
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
        ]

    def __str__(self) -> str:
        return f"{self.dag:%d-%m-%Y}"

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
        if self.van is not None and self.van == self.tot:
            raise ValidationError({"tot": _("“Van” en “tot” zijn gelijk.")})
        if self._is_nooit():
            raise ValidationError({"dag": _("Op deze dag is deze activiteit niet.")})

    def _is_nooit(self) -> bool:
        """A coming day on which nothing is planned; days that are over are left alone."""
        if not self.dag or self.dag < timezone.localdate() or not self.activiteit.begin_dag:
            return False
        return not self.activiteit.als_herhaling().valt_op(self.dag)

    def als_anders(self) -> Anders:
        return Anders(
            self.dag, self.afgelast, self.nieuwe_dag, self.van, self.tot, self.waar, self.reden
        )
