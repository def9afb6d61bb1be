"""What owners were asked to look at, and what came of it (L1)."""

from datetime import date, datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.ondertekend import lees, onderteken

from .activiteit import Activiteit
from .keuzes import Publicatie
from .locatie import Locatie
from .organisatie import Organisatie
from .voorziening import Voorziening

LINK_DAGEN = 60
DOEL_NAKIJKEN, DOEL_WIJZIGEN = "controle.nakijken", "controle.wijzigen"
Ding = Voorziening | Organisatie | Locatie | Activiteit


class ControleverzoekQuerySet(models.QuerySet["Controleverzoek"]):
    def vragen(self) -> Self:
        """Mails with a link, not those that tell a redacteur that nobody reacted."""
        return self.filter(soort=Controleverzoek.Soort.VRAAG)

    def aan(self, eigenaar: models.Model) -> Self:
        """Sent to an organisation, or to a user."""
        veld = "organisatie" if isinstance(eigenaar, Organisatie) else "redacteur"
        return self.filter(**{veld: eigenaar.pk})

    def sinds(self, moment: datetime) -> Self:
        return self.filter(gevraagd_op__gt=moment)

    def van_code(self, code: str) -> "Controleverzoek | None":
        """The one that a link is for; None if it is gone. ``LinkFout`` for a link of no use."""
        nummer = lees(DOEL_NAKIJKEN, code, dagen=LINK_DAGEN)
        return self.vragen().filter(pk=nummer).first()


class Controleverzoek(models.Model):
    """One mail to one owner about everything that is due."""

    class Soort(models.TextChoices):
        VRAAG = "vraag", _("vraag aan de eigenaar")
        ESCALATIE = "escalatie", _("bericht dat niemand reageerde")

    soort = models.CharField(_("soort"), max_length=10, choices=Soort, default=Soort.VRAAG)
    organisatie = models.ForeignKey(
        Organisatie,
        verbose_name=_("organisatie"),
        on_delete=models.CASCADE,
        null=True,
        related_name="controleverzoeken",
    )
    redacteur = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("redacteur"),
        on_delete=models.CASCADE,
        null=True,
        related_name="+",
    )
    email = models.EmailField(_("e-mail"))
    gevraagd_op = models.DateTimeField(_("gevraagd op"), default=timezone.now, db_index=True)

    objects = ControleverzoekQuerySet.as_manager()

    class Meta:
        verbose_name = _("vraag om te controleren")
        verbose_name_plural = _("vragen om te controleren")
        ordering = ["-gevraagd_op", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="controleverzoek_aan_een",
                condition=Q(organisatie__isnull=False, redacteur__isnull=True)
                | Q(organisatie__isnull=True, redacteur__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.eigenaar}, {timezone.localdate(self.gevraagd_op):%d-%m-%Y}"

    @property
    def eigenaar(self) -> models.Model:
        eigenaar = self.organisatie or self.redacteur
        assert eigenaar  # the database says so  # noqa: S101
        return eigenaar

    @property
    def pad(self) -> str:
        """The link in the mail, without the host."""
        return reverse("voorzieningen:nakijken", args=[onderteken(DOEL_NAKIJKEN, self.pk)])

    @property
    def geldig_tot(self) -> date:
        return timezone.localdate(self.gevraagd_op + timedelta(days=LINK_DAGEN))

    def is_verlopen(self) -> bool:
        return timezone.now() - self.gevraagd_op > timedelta(days=LINK_DAGEN)

    def is_vervangen(self) -> bool:
        """A later mail to the same owner asks about all that is still due."""
        vragen = Controleverzoek.objects.vragen().aan(self.eigenaar)
        return vragen.filter(gevraagd_op__gte=self.gevraagd_op, pk__gt=self.pk).exists()


class ControlepuntQuerySet(models.QuerySet["Controlepunt"]):
    def open(self) -> Self:
        return self.filter(klaar_op__isnull=True)

    def met_ding(self) -> Self:
        """With the entries and their opening times, in five queries for any number of rows."""
        tijden = [f"{ding}__{naam}" for ding in ("voorziening", "locatie") for naam in TIJDEN]
        dingen = self.select_related(
            "verzoek", "voorziening", "organisatie", "locatie", "activiteit__locatie"
        )
        return dingen.prefetch_related(*tijden)

    def van_code(self, code: str) -> "Controlepunt | None":
        """The one that a link to its form is for. ``LinkFout`` for a link of no use."""
        nummer = lees(DOEL_WIJZIGEN, code, dagen=LINK_DAGEN)
        return self.met_ding().filter(pk=nummer).first()


TIJDEN = Voorziening.TIJDEN


class Controlepunt(models.Model):
    """One entry in such a mail."""

    class Uitkomst(models.TextChoices):
        GEEN = "", _("nog niets")
        KLOPT = "klopt", _("alles klopt nog")
        VOORSTEL = "voorstel", _("wijziging voorgesteld")

    verzoek = models.ForeignKey(Controleverzoek, on_delete=models.CASCADE, related_name="punten")
    voorziening = models.ForeignKey(
        Voorziening, on_delete=models.CASCADE, null=True, related_name="controlepunten"
    )
    organisatie = models.ForeignKey(
        Organisatie, on_delete=models.CASCADE, null=True, related_name="controlepunten"
    )
    locatie = models.ForeignKey(
        Locatie, on_delete=models.CASCADE, null=True, related_name="controlepunten"
    )
    activiteit = models.ForeignKey(
        Activiteit, on_delete=models.CASCADE, null=True, related_name="controlepunten"
    )
    klaar_op = models.DateTimeField(_("klaar op"), null=True)
    uitkomst = models.CharField(
        _("uitkomst"), max_length=10, choices=Uitkomst, blank=True, default=Uitkomst.GEEN
    )

    objects = ControlepuntQuerySet.as_manager()

    class Meta:
        verbose_name = _("te controleren")
        verbose_name_plural = _("te controleren")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.ding)

    @property
    def ding(self) -> Ding:
        ding = self.voorziening or self.organisatie or self.locatie or self.activiteit
        assert ding  # made by ``voor``  # noqa: S101
        return ding

    @classmethod
    def voor(cls, verzoek: Controleverzoek, ding: Ding) -> Self:
        return cls(verzoek=verzoek, **{str(ding._meta.model_name): ding})

    @property
    def code(self) -> str:
        """For the link to the form that corrects this entry."""
        return onderteken(DOEL_WIJZIGEN, self.pk)

    @property
    def is_open(self) -> bool:
        """Nobody looked at it since the mail was sent, and the public can still see it."""
        ding = self.ding
        weg = ding.is_gearchiveerd or ding.publicatie != Publicatie.GEPUBLICEERD
        gevraagd = timezone.localdate(self.verzoek.gevraagd_op)
        return not weg and self.klaar_op is None and ding.laatst_gecontroleerd < gevraagd
