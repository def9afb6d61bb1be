"""The glossary: the same words everywhere, explained (V4)."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from sociale_basis.kern.models import (
    Archiveerbaar,
    ArchiveerbaarQuerySet,
    MetSlug,
    Tijdstempels,
    archief_heeft_reden,
)


class BegripQuerySet(ArchiveerbaarQuerySet["Begrip"]):
    def zichtbaar(self) -> "BegripQuerySet":
        return self.niet_gearchiveerd()


class Begrip(MetSlug, Archiveerbaar, Tijdstempels):
    """A word of the field with a plain explanation; texts on pages link to it."""

    slug_bron = "term"

    term = models.CharField(_("woord"), max_length=80, unique=True)
    andere_vormen = models.CharField(
        _("andere vormen"),
        max_length=250,
        blank=True,
        help_text=_("Meervoud, afkorting, andere schrijfwijze; met komma’s ertussen."),
    )
    uitleg = models.TextField(_("uitleg"), help_text=_("Een of twee korte zinnen."))

    objects = BegripQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("begrip")
        verbose_name_plural = _("begrippen")
        ordering = ["sorteernaam", "pk"]
        constraints = [archief_heeft_reden("begrip_archief_heeft_reden")]

    def __str__(self) -> str:
        return self.term

    def get_absolute_url(self) -> str:
        return f"{reverse('voorzieningen:begrippen')}#{self.slug}"

    @property
    def vormen(self) -> list[str]:
        """Every way to write this word, the word itself first."""
        andere = (vorm.strip() for vorm in self.andere_vormen.split(","))
        return [self.term, *(vorm for vorm in andere if vorm)]
