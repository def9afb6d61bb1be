"""What the work process did last: `manage.py werk` writes it, `/gezond/` reads it."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Taakrun(models.Model):
    """One row per timed job: when it last began, when it last succeeded, what went wrong."""

    naam = models.CharField(_("taak"), max_length=60, unique=True)
    begonnen_op = models.DateTimeField(_("begonnen op"), null=True)
    gelukt_op = models.DateTimeField(_("gelukt op"), null=True)
    fout = models.TextField(_("fout"), blank=True)

    class Meta:
        verbose_name = _("geplande taak")
        verbose_name_plural = _("geplande taken")
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam

    def loopt_achter(self, elke: timedelta) -> bool:
        """True when the last success is more than twice the interval ago."""
        return self.gelukt_op is None or timezone.now() - self.gelukt_op > 2 * elke
