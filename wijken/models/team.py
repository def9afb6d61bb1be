"""The local team of an area: who works there, for how many hours, who is verbinder (M3, M4).

A member works in one or more areas (``Inzet``). Where somebody may work in /werk/ follows from
that: the own areas with all below them.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from sociale_basis.kern.models import (
    Archiveerbaar,
    ArchiveerbaarQuerySet,
    MetFoto,
    Tijdstempels,
    archief_heeft_reden,
)
from sociale_basis.kern.velden import TelefoonField

from .gebied import Gebied


class TeamlidQuerySet(ArchiveerbaarQuerySet["Teamlid"]):
    def zichtbaar(self) -> Self:
        """Everybody who still works here; who left is nowhere."""
        return self.niet_gearchiveerd()

    def in_gebied(self, gebied: Gebied) -> Self:
        """Who works for this very area, each once."""
        return self.filter(pk__in=Inzet.objects.filter(gebied=gebied).values("teamlid"))

    def van(self, gebruiker: Any) -> Self:
        """The rows of somebody who is logged in; none after they left."""
        return self.niet_gearchiveerd().filter(gebruiker_id=gebruiker.pk or 0)


class Teamlid(MetFoto, Archiveerbaar, Tijdstempels):
    """A professional of a local team, as residents know them."""

    class Expertise(models.TextChoices):
        JEUGD = "jeugd", _("jeugd en gezin")
        VOLWASSENEN = "volwassenen", _("volwassenen")
        ANDERS = "anders", _("iets anders")

    gebruiker = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("inlognaam"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="teamlid",
        help_text=_("Nodig om vragen te beantwoorden in /werk/."),
    )
    naam = models.CharField(
        _("naam"), max_length=80, help_text=_("Zoals bewoners deze collega kennen.")
    )
    functie = models.CharField(
        _("functie"),
        max_length=80,
        help_text=_("Zoals: preventiewerker jeugd, wijkverpleegkundige."),
    )
    expertise = models.CharField(_("werkt voor"), max_length=12, choices=Expertise)
    moederorganisatie = models.ForeignKey(
        "voorzieningen.Organisatie",
        verbose_name=_("moederorganisatie"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="teamleden",
        help_text=_("Waar deze collega in dienst is."),
    )
    gebieden = models.ManyToManyField(
        Gebied, through="Inzet", related_name="teamleden", verbose_name=_("werkt in")
    )
    over = models.CharField(
        _("waarvoor kunt u bij mij terecht?"),
        max_length=250,
        blank=True,
        help_text=_("Een of twee zinnen in gewone woorden."),
    )
    telefoon = TelefoonField(_("telefoon"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    bereikbaar = models.CharField(
        _("bereikbaar"),
        max_length=120,
        blank=True,
        help_text=_("Zoals: maandag tot en met donderdag."),
    )
    loop_binnen_bij = models.ForeignKey(
        "voorzieningen.Locatie",
        verbose_name=_("loop binnen bij"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="teamleden",
    )
    loop_binnen_wanneer = models.CharField(
        _("wanneer daar"),
        max_length=120,
        blank=True,
        help_text=_("Zoals: dinsdag van 10 tot 12 uur."),
    )

    objects = TeamlidQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("teamlid")
        verbose_name_plural = _("teamleden")
        ordering = ["naam", "pk"]
        constraints = [archief_heeft_reden("teamlid_archief_heeft_reden")]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        super().clean()
        if not (self.telefoon or self.email):
            raise ValidationError({"telefoon": _("Vul een telefoonnummer of een e-mailadres in.")})


class InzetQuerySet(models.QuerySet["Inzet"]):
    def verbinders(self) -> Self:
        return self.filter(is_verbinder=True)

    def zichtbaar(self) -> Self:
        return self.filter(teamlid__in=Teamlid.objects.zichtbaar().values("pk"))


class Inzet(models.Model):
    """The hours of one member in one area; one of the team there is verbinder."""

    teamlid = models.ForeignKey(Teamlid, on_delete=models.CASCADE, related_name="inzetten")
    gebied = models.ForeignKey(
        Gebied, verbose_name=_("gebied"), on_delete=models.PROTECT, related_name="inzetten"
    )
    uren = models.PositiveSmallIntegerField(_("uren per week"), default=16)
    is_verbinder = models.BooleanField(_("is verbinder"), default=False)
    uren_verbinder = models.PositiveSmallIntegerField(
        _("uren daarvan als verbinder"), null=True, blank=True
    )

    objects = InzetQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("inzet in een gebied")
        verbose_name_plural = _("inzet in gebieden")
        ordering = ["-is_verbinder", "teamlid__naam"]
        constraints = [
            models.UniqueConstraint(fields=["teamlid", "gebied"], name="inzet_eens_per_gebied"),
            models.UniqueConstraint(
                fields=["gebied"],
                condition=Q(is_verbinder=True),
                name="inzet_een_verbinder",
                violation_error_message=_("Dit gebied heeft al een verbinder."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.teamlid} – {self.gebied}"


class Afwezigheid(models.Model):
    """A member is away from one day to another, and who replaces them."""

    teamlid = models.ForeignKey(Teamlid, on_delete=models.CASCADE, related_name="afwezigheden")
    van = models.DateField(_("vanaf"))
    tot = models.DateField(_("tot en met"))
    vervanger = models.ForeignKey(
        Teamlid,
        verbose_name=_("vervanger"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="vervangt",
    )

    class Meta:
        verbose_name = _("afwezigheid")
        verbose_name_plural = _("afwezigheid")
        ordering = ["van"]
        constraints = [
            models.CheckConstraint(
                name="afwezigheid_op_volgorde",
                condition=Q(tot__gte=models.F("van")),
                violation_error_message=_("De laatste dag ligt voor de eerste."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.van:%d-%m-%Y} – {self.tot:%d-%m-%Y}"

    def geldt(self, op: date | None = None) -> bool:
        return self.van <= (op or timezone.localdate()) <= self.tot


def werkgebieden(gebruiker: Any) -> frozenset[int]:
    """Keys of the areas where somebody works in /werk/: the own ones with all below."""
    return _met_onder(Inzet.objects.filter(teamlid__in=Teamlid.objects.van(gebruiker)))


def verbindt(gebruiker: Any) -> frozenset[int]:
    """Keys of the areas of which somebody is verbinder, with all below."""
    eigen = Inzet.objects.filter(teamlid__in=Teamlid.objects.van(gebruiker))
    return _met_onder(eigen.verbinders())


def _met_onder(inzetten: Iterable[Inzet]) -> frozenset[int]:
    binnen = {inzet.gebied_id for inzet in inzetten}
    if not binnen:
        return frozenset()
    ouders = list(Gebied.objects.order_by().values_list("pk", "ouder_id", "cbs_ouder_id"))
    for _ronde in Gebied.Soort.values:  # at most as deep as there are levels
        binnen |= {pk for pk, *boven in ouders if binnen.intersection(boven)}
    return frozenset(binnen)
