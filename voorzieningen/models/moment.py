"""The coming times of activities, worked out and kept: what the agenda reads.

Kept, so that a page of a week is one query with a limit, however many activities there are:
filters, paging, counts per day and "the next one" are SQL. ``agenda.momenten`` keeps the rows:
at every save of an activity or of one of its days, and once a day for the days that come in
sight. Nothing else writes here.
"""

from datetime import date, datetime, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..agenda.keren import AMSTERDAM, Stand
from ..agenda.woorden import dag_voluit, moment, tijden
from ..openingstijden.woorden import tijd
from .activiteit import Activiteit


class MomentQuerySet(models.QuerySet["Moment"]):
    """Days and moments are parameters, default now."""

    def zichtbaar(self) -> Self:
        """Of activities that the public may see."""
        openbaar = Activiteit.objects.zichtbaar().order_by().values("pk")
        return self.filter(activiteit__in=openbaar)

    def van(self, activiteiten: Any) -> Self:
        """Of some activities; narrow these with ``zichtbaar()``."""
        return self.filter(activiteit__in=activiteiten.order_by().values("pk"))

    def vanaf(self, dag: date | None = None) -> Self:
        return self.filter(dag__gte=dag or timezone.localdate())

    def tussen(self, van: date, tot: date) -> Self:
        return self.filter(dag__range=(van, tot))

    def komend(self, op: datetime | None = None) -> Self:
        """Not over: without an end it counts until the end of its day."""
        nu = op or timezone.now()
        nog = Q(einde__gt=nu) | Q(einde__isnull=True, dag__gte=nu.astimezone(AMSTERDAM).date())
        return self.filter(nog)

    def gaat_door(self) -> Self:
        return self.filter(stand=Stand.GAAT_DOOR)

    def voor_lijst(self) -> Self:
        """With what a list shows of the activity and its place, in the same query."""
        activiteit = (
            f"activiteit__{veld}" for veld in (*Activiteit.KAARTJE, "begin_dag", "herhaling")
        )
        plek = (f"activiteit__locatie__{veld}" for veld in ("naam", "slug", "plaats"))
        zelf = (veld.attname for veld in Moment._meta.concrete_fields)
        return self.select_related("activiteit__locatie").only(*zelf, *activiteit, *plek)


class Moment(models.Model):
    """One time of one activity, or where one would have been (called off, moved away)."""

    activiteit = models.ForeignKey(Activiteit, on_delete=models.CASCADE, related_name="momenten")
    gepland = models.DateField(_("gepland"))
    dag = models.DateField(_("dag"))
    begin = models.DateTimeField(_("begin"))
    einde = models.DateTimeField(_("einde"), null=True)
    stand = models.CharField(_("stand"), max_length=10, choices=Stand)
    waar = models.CharField(_("andere plek"), max_length=150, blank=True)
    reden = models.CharField(_("reden"), max_length=150, blank=True)
    naar = models.DateTimeField(_("verzet naar"), null=True)

    objects = MomentQuerySet.as_manager()

    class Meta:
        verbose_name = _("moment")
        verbose_name_plural = _("momenten")
        ordering = ["begin", "pk"]
        indexes = [models.Index(fields=["dag", "begin"], name="moment_dag_begin")]
        constraints = [
            models.UniqueConstraint(
                fields=["activiteit", "gepland", "stand"], name="moment_een_per_stand"
            )
        ]

    def __str__(self) -> str:
        return f"{self.activiteit_id}: {self.begin:%d-%m-%Y %H:%M}"

    @property
    def is_afgelast(self) -> bool:
        return self.stand == Stand.AFGELAST

    @property
    def is_verzet(self) -> bool:
        return self.stand == Stand.VERZET

    @property
    def van_andere_dag(self) -> str:
        """The day on which it would have been; '' when it is on its own day."""
        if self.stand != Stand.GAAT_DOOR or self.gepland == self.dag:
            return ""
        return dag_voluit(self.gepland, self.dag)

    @property
    def naar_tekst(self) -> str:
        return moment(self.naar) if self.naar else ""

    @property
    def tekst(self) -> str:
        """ "morgen om 10.00 uur"."""
        return moment(self.begin)

    @property
    def begin_lokaal(self) -> datetime:
        return self.begin.astimezone(AMSTERDAM)

    @property
    def einde_lokaal(self) -> datetime | None:
        return self.einde.astimezone(AMSTERDAM) if self.einde else None

    @property
    def dag_tekst(self) -> str:
        return dag_voluit(self.dag, timezone.localdate())

    @property
    def tijden_tekst(self) -> str:
        """ "van 10.00 tot 12.00 uur", by the clock on the wall."""
        einde = self.einde_lokaal
        return tijden(self.begin_lokaal.time(), einde.time() if einde else None)

    @property
    def klok(self) -> str:
        """ "10.00 – 12.00", "10.00" without an end."""
        einde = f" – {tijd(self.einde_lokaal.time())}" if self.einde_lokaal else ""
        return f"{tijd(self.begin_lokaal.time())}{einde}"

    @property
    def is_bezig(self) -> bool:
        einde = self.einde or self.begin + timedelta(hours=1)
        return self.stand == Stand.GAAT_DOOR and self.begin <= timezone.now() < einde
