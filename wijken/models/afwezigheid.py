"""When a member of a team is away, and who replaces them (M3).

Why somebody is away is nobody's business and stands nowhere.
"""

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from .team import Teamlid


class AfwezigheidQuerySet(models.QuerySet["Afwezigheid"]):
    def op(self, dag: date | None = None) -> Self:
        """What holds on a day, today unless told otherwise."""
        dag = dag or timezone.localdate()
        return self.filter(van__lte=dag, tot__gte=dag)

    def niet_voorbij(self) -> Self:
        return self.filter(tot__gte=timezone.localdate())

    def tijdens(self, van: date, tot: date) -> Self:
        """What overlaps a period, both days included."""
        return self.filter(van__lte=tot, tot__gte=van)


class Afwezigheid(models.Model):
    """A member is away from one day to another, both included."""

    teamlid = models.ForeignKey(Teamlid, on_delete=models.CASCADE, related_name="afwezigheden")
    van = models.DateField(_("eerste dag"))
    tot = models.DateField(_("laatste dag"))
    vervanger = models.ForeignKey(
        Teamlid,
        verbose_name=_("wie vervangt"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="vervangt",
    )

    objects = AfwezigheidQuerySet.as_manager()

    class Meta:
        verbose_name = _("afwezigheid")
        verbose_name_plural = _("afwezigheid")
        ordering = ["van"]
        constraints = [
            models.CheckConstraint(
                name="afwezigheid_op_volgorde",
                condition=Q(tot__gte=F("van")),
                violation_error_message=_("De laatste dag ligt voor de eerste."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.van:%d-%m-%Y} – {self.tot:%d-%m-%Y}"

    def clean(self) -> None:
        super().clean()
        if not (self.van and self.tot):
            return
        fouten = {
            "tot": self._fout_in_dagen(),
            "van": self._fout_in_overlap(),
            "vervanger": self._fout_in_vervanger(),
        }
        gevonden = {veld: fout for veld, fout in fouten.items() if fout}
        if gevonden:
            raise ValidationError(gevonden)

    def geldt(self, op: date | None = None) -> bool:
        return self.van <= (op or timezone.localdate()) <= self.tot

    def _fout_in_dagen(self) -> str:
        return tekst("De laatste dag ligt voor de eerste.") if self.tot < self.van else ""

    def _fout_in_overlap(self) -> str:
        andere = Afwezigheid.objects.filter(teamlid=self.teamlid_id).exclude(pk=self.pk)
        botst = andere.tijdens(self.van, self.tot).first()
        return tekst("Er staat al afwezigheid in deze dagen: %s.") % botst if botst else ""

    def _fout_in_vervanger(self) -> str:
        if not self.vervanger_id:
            return ""
        if self.vervanger_id == self.teamlid_id:
            return tekst("Iemand kan zichzelf niet vervangen. Kies een collega.")
        weg = Afwezigheid.objects.filter(teamlid=self.vervanger_id)
        botst = weg.tijdens(self.van, self.tot).first()
        woorden = {"naam": self.vervanger, "dagen": botst}
        return tekst("%(naam)s is er dan zelf ook niet: %(dagen)s.") % woorden if botst else ""
