"""Mail that waits to be sent: ``kern/post.py`` writes it, ``manage.py werk`` sends it."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# The pause before the next attempt, after the first, second … one: four days in all.
PAUZES = tuple(timedelta(minutes=minuten) for minuten in (1, 5, 15, 60, 240, 720, *[1440] * 3))
LANG = timedelta(hours=1)


class MailQuerySet(models.QuerySet["Mail"]):
    def wachtend(self) -> Self:
        return self.filter(stand=Mail.Stand.WACHT)

    def mislukt(self) -> Self:
        """Given up: staff see it and may try again."""
        return self.filter(stand=Mail.Stand.MISLUKT)

    def aan_de_beurt(self, nu: datetime | None = None) -> Self:
        """What may be tried now, longest waiting first."""
        return (
            self.wachtend()
            .filter(volgende_poging__lte=nu or timezone.now())
            .order_by("volgende_poging", "pk")
        )

    def loopt_achter(self, nu: datetime | None = None) -> bool:
        """Something waits for over an hour, and in that hour nothing went out at all."""
        grens = (nu or timezone.now()) - LANG
        verstuurd = self.filter(stand=Mail.Stand.VERSTUURD, klaar_op__gte=grens)
        return self.wachtend().filter(wacht_sinds__lt=grens).exists() and not verstuurd.exists()

    def probeer_opnieuw(self) -> int:
        """Put what was given up back in the queue; returns how many."""
        nu = timezone.now()
        return self.mislukt().update(
            stand=Mail.Stand.WACHT, pogingen=0, klaar_op=None, volgende_poging=nu, wacht_sinds=nu
        )


class Mail(models.Model):
    """One mail to one address, as it will be sent."""

    class Stand(models.TextChoices):
        WACHT = "wacht", _("wacht op versturen")
        VERSTUURD = "verstuurd", _("verstuurd")
        MISLUKT = "mislukt", _("niet gelukt")

    aan = models.EmailField(_("aan"))
    onderwerp = models.CharField(_("onderwerp"), max_length=200)
    tekst = models.TextField(_("tekst"))
    html = models.TextField(_("opgemaakte tekst"))

    stand = models.CharField(_("stand"), max_length=10, choices=Stand, default=Stand.WACHT)
    wacht_sinds = models.DateTimeField(_("wacht sinds"), default=timezone.now)
    volgende_poging = models.DateTimeField(_("volgende poging"), default=timezone.now)
    pogingen = models.PositiveSmallIntegerField(_("pogingen"), default=0)
    klaar_op = models.DateTimeField(_("klaar op"), null=True)
    fout = models.TextField(_("wat er misging"), blank=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        verbose_name = _("e-mail")
        verbose_name_plural = _("e-mails")
        ordering = ["-wacht_sinds", "-pk"]
        indexes = [models.Index(fields=["stand", "volgende_poging"], name="mail_wachtrij")]

    def __str__(self) -> str:
        return self.onderwerp

    def claim(self) -> bool:
        """Begin an attempt; True for exactly one of the processes that ask.

        The next attempt is planned before this one begins, so a process that is killed halfway
        loses nothing (at worst the mail goes out twice).
        """
        pauze = PAUZES[min(self.pogingen, len(PAUZES) - 1)]
        rij = Mail.objects.wachtend().filter(pk=self.pk, pogingen=self.pogingen)
        gelukt = rij.update(pogingen=F("pogingen") + 1, volgende_poging=timezone.now() + pauze)
        self.pogingen += gelukt
        return gelukt == 1

    def is_verstuurd(self) -> None:
        self._zet(stand=self.Stand.VERSTUURD, klaar_op=timezone.now(), fout="")

    def is_mislukt(self, fout: str, *, definitief: bool = False) -> None:
        """Wait for the next attempt, or give up where there is none left."""
        self._zet(fout=fout)
        if definitief or self.pogingen >= len(PAUZES):
            self._zet(stand=self.Stand.MISLUKT, klaar_op=timezone.now())

    def _zet(self, **velden: object) -> None:
        Mail.objects.filter(pk=self.pk).update(**velden)
