"""Who has regie when several kinds of support coincide (H4)."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Prefetch
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from sociale_basis.kern.models import (
    Archiveerbaar,
    ArchiveerbaarQuerySet,
    MetSlug,
    Tijdstempels,
    archief_heeft_reden,
)
from sociale_basis.kern.velden import TelefoonField
from wijken.models.gebied import Contactpunt

from .organisatie import Organisatie
from .thema import Thema


class VoorwaardeQuerySet(ArchiveerbaarQuerySet["Voorwaarde"]):
    def zichtbaar(self) -> Self:
        return self.niet_gearchiveerd()


class Voorwaarde(MetSlug, Archiveerbaar, Tijdstempels):
    """Something besides the themes that decides who has regie: children, safety."""

    slug_bron = "naam"

    class Gevaar(models.TextChoices):
        """What the crisis block of the search calls the danger."""

        GEEN = "", _("geen gevaar")
        DIRECT = "direct", _("direct gevaar: 112")
        GEWELD = "geweld", _("geweld: Veilig Thuis en 112")
        ZELFDODING = "zelfdoding", _("denken aan de dood: 113 en 112")

    naam = models.CharField(
        _("naam"), max_length=80, unique=True, help_text=_("“Er zijn kinderen in het gezin”.")
    )
    uitleg = models.CharField(_("uitleg"), max_length=200, blank=True)
    gevaar = models.CharField(
        _("gevaar"),
        max_length=10,
        choices=Gevaar,
        default=Gevaar.GEEN,
        blank=True,
        help_text=_("Bij gevaar staan de noodnummers boven alles."),
    )
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    objects = VoorwaardeQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("voorwaarde voor regie")
        verbose_name_plural = _("voorwaarden voor regie")
        ordering = ["volgorde", "naam"]
        constraints = [archief_heeft_reden("voorwaarde_archief_heeft_reden")]

    def __str__(self) -> str:
        return self.naam


class RegieafspraakQuerySet(ArchiveerbaarQuerySet["Regieafspraak"]):
    def zichtbaar(self) -> Self:
        """In use, and all that it depends on too: else it would apply where it was not meant."""
        return (
            self.niet_gearchiveerd()
            .filter(organisatie__in=Organisatie.objects.zichtbaar().order_by().values("pk"))
            .exclude(pk__in=self._buiten("themas", Thema.objects.zichtbaar()))
            .exclude(pk__in=self._buiten("voorwaarden", Voorwaarde.objects.zichtbaar()))
        )

    @staticmethod
    def _buiten(veld: str, rijen: models.QuerySet) -> models.QuerySet:
        """Agreements that name something outside these rows."""
        tussen = getattr(Regieafspraak, veld).through.objects
        naam = rijen.model._meta.model_name
        gevonden = tussen.exclude(**{f"{naam}__in": rijen.order_by().values("pk")})
        return gevonden.values("regieafspraak_id")

    def vangnet(self) -> Self:
        """In use and without anything that it asks for: it holds when nothing else does."""
        return self.niet_gearchiveerd().filter(themas__isnull=True, voorwaarden__isnull=True)

    def over(self, themas: Iterable[Thema]) -> Self:
        """Agreements that name one of these themes, or the main theme above it."""
        nummers = {nummer for thema in themas for nummer in (thema.pk, thema.ouder_id) if nummer}
        tussen = Regieafspraak.themas.through.objects.filter(thema__in=nummers)
        return self.filter(pk__in=tussen.values("regieafspraak_id"))

    def met_alles(self) -> Self:
        """With what a choice and an answer need, in three queries."""
        themas = Prefetch("themas", Thema.objects.only("naam", "slug", "ouder"))
        voorwaarden = Prefetch("voorwaarden", Voorwaarde.objects.only("naam", "slug", "gevaar"))
        return (
            self.select_related("organisatie")
            .prefetch_related(themas)
            .prefetch_related(voorwaarden)
        )


class Regieafspraak(MetSlug, Archiveerbaar, Tijdstempels):
    """For a combination of themes and conditions: who has regie, why, and what the others do.

    Without themes it holds for all themes; without conditions too it is the fallback.
    """

    naam = models.CharField(
        _("naam"), max_length=120, unique=True, help_text=_("“Geldzorgen in een gezin”.")
    )
    themas = models.ManyToManyField(
        Thema,
        verbose_name=_("onderwerpen"),
        blank=True,
        related_name="regieafspraken",
        help_text=_("Geldt als dit allemaal speelt. Een hoofdonderwerp telt ook wat eronder valt."),
    )
    voorwaarden = models.ManyToManyField(
        Voorwaarde,
        verbose_name=_("voorwaarden"),
        blank=True,
        related_name="regieafspraken",
        help_text=_("Alles leeg? Dan is dit het vangnet: als er geen andere afspraak past."),
    )
    organisatie = models.ForeignKey(
        Organisatie,
        verbose_name=_("wie heeft de regie"),
        on_delete=models.PROTECT,
        related_name="regieafspraken",
    )
    functie = models.CharField(
        _("functie"), max_length=120, help_text=_("Een functie, geen persoon: “gezinscoach”.")
    )
    telefoon = TelefoonField(
        _("telefoon"), blank=True, help_text=_("Leeg: het nummer van de organisatie.")
    )
    email = models.EmailField(_("e-mail"), blank=True)
    bereikbaar = models.CharField(_("bereikbaar"), max_length=200, blank=True)
    waarom = models.TextField(_("waarom deze"), help_text=_("Een of twee korte zinnen."))
    anderen = models.TextField(_("wat doen de anderen"), help_text=_("Een of twee korte zinnen."))

    objects = RegieafspraakQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[themas, voorwaarden])

    class Meta:
        verbose_name = _("regieafspraak")
        verbose_name_plural = _("regieafspraken")
        ordering = ["sorteernaam", "pk"]
        constraints = [archief_heeft_reden("regieafspraak_archief_heeft_reden")]

    def __str__(self) -> str:
        return self.naam

    @property
    def contact(self) -> Contactpunt:
        """Whom to call: the function, with its own number or else the organisation's."""
        wie, functie = self.organisatie, capfirst(self.functie)
        if self.telefoon:
            return Contactpunt(functie, self.telefoon, self.email, self.bereikbaar)
        return Contactpunt(functie, wie.telefoon, wie.email, wie.bereikbaar)
