"""The local team of an area: who works there, for how many hours, who is verbinder (M3, M4).

A member works in one or more areas (``Inzet``). Who leaves is archived: the hours and the login
go at once, and with them everything that shows this person; the history stays.
"""

from collections.abc import Iterable
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as tekst
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
        """Everybody who works in some area now; who left is nowhere."""
        werkt_ergens = Inzet.objects.order_by().filter(teamlid=OuterRef("pk"))
        return self.niet_gearchiveerd().filter(Exists(werkt_ergens))

    def verdwenen(self) -> Self:
        """Nobody: people have no page of their own, and who left is not spoken of."""
        return self.none()

    def in_gebied(self, gebied: Gebied) -> Self:
        """Who works for this very area, each once."""
        return self.in_gebieden([gebied.pk])

    def in_gebieden(self, nummers: Iterable[int]) -> Self:
        """Who works for one of these areas, each once."""
        inzetten = Inzet.objects.order_by().filter(gebied__in=nummers)
        return self.filter(pk__in=inzetten.values("teamlid"))

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
        return self.naam or tekst("oud-collega")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Who left has no login and no hours any more."""
        if self.is_gearchiveerd:
            self.gebruiker = None
        super().save(*args, **kwargs)
        if self.is_gearchiveerd:
            self.laat_los()

    def laat_los(self) -> None:
        """End the work in every area; a verbinder makes room for the next one."""
        for inzet in self.inzetten.all():
            inzet.delete()

    def clean(self) -> None:
        super().clean()
        gaat_weg = self.archiefreden or self.is_gearchiveerd
        if not (self.telefoon or self.email or gaat_weg):
            raise ValidationError({"telefoon": _("Vul een telefoonnummer of een e-mailadres in.")})
        if self.loop_binnen_bij and self.loop_binnen_bij.vertrouwelijk:
            melding = tekst("Dit adres is vertrouwelijk. Kies een andere plek.")
            raise ValidationError({"loop_binnen_bij": melding})


class InzetQuerySet(models.QuerySet["Inzet"]):
    def verbinders(self) -> Self:
        return self.filter(is_verbinder=True)

    def zichtbaar(self) -> Self:
        return self.filter(teamlid__gearchiveerd_op__isnull=True)

    def met_lid(self) -> Self:
        return self.select_related("teamlid")


class Inzet(models.Model):
    """The hours of one member in one area; one of the team there is verbinder."""

    teamlid = models.ForeignKey(Teamlid, on_delete=models.CASCADE, related_name="inzetten")
    gebied = models.ForeignKey(
        Gebied, verbose_name=_("gebied"), on_delete=models.PROTECT, related_name="inzetten"
    )
    uren = models.PositiveSmallIntegerField(
        _("uren per week"), default=16, validators=[MinValueValidator(1), MaxValueValidator(40)]
    )
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

    def clean(self) -> None:
        super().clean()
        fouten = {
            "is_verbinder": self._fout_in_verbinder(),
            "uren_verbinder": self._fout_in_uren(),
        }
        gevonden = {veld: fout for veld, fout in fouten.items() if fout}
        if gevonden:
            raise ValidationError(gevonden)

    def _fout_in_verbinder(self) -> str:
        """Says who it is: "there is one already" leaves staff searching."""
        if not (self.is_verbinder and self.gebied_id):
            return ""
        andere = Inzet.objects.verbinders().filter(gebied=self.gebied_id).exclude(pk=self.pk)
        nu = andere.select_related("teamlid").first()
        woorden = {"naam": nu and nu.teamlid, "gebied": self.gebied}
        melding = tekst("%(naam)s is al verbinder van %(gebied)s. Haal het vinkje daar eerst weg.")
        return melding % woorden if nu else ""

    def _fout_in_uren(self) -> str:
        if self.uren_verbinder is None:
            return ""
        if not self.is_verbinder:
            return tekst("Alleen een verbinder heeft uren als verbinder.")
        te_veel = self.uren is not None and self.uren_verbinder > self.uren
        return tekst("Dit zijn meer uren dan alle uren samen.") if te_veel else ""
