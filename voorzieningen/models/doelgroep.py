"""For whom something is meant (M22: the groups of chapter 2.1 of the policy)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from sociale_basis.kern.models import (
    Archiveerbaar,
    ArchiveerbaarQuerySet,
    MetSlug,
    Tijdstempels,
    archief_heeft_reden,
)
from sociale_basis.kern.paden import pagina_pad


class DoelgroepQuerySet(ArchiveerbaarQuerySet["Doelgroep"]):
    def zichtbaar(self) -> "DoelgroepQuerySet":
        return self.niet_gearchiveerd()


class Doelgroep(MetSlug, Archiveerbaar, Tijdstempels):
    """A group of people in a word that they would use for themselves."""

    naam = models.CharField(_("naam"), max_length=80, unique=True)
    omschrijving = models.CharField(_("omschrijving"), max_length=250, blank=True)
    woorden = models.TextField(
        _("alledaagse woorden"), blank=True, help_text=_("Met komma’s ertussen.")
    )
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    objects = DoelgroepQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("doelgroep")
        verbose_name_plural = _("doelgroepen")
        ordering = ["volgorde", "naam"]
        constraints = [archief_heeft_reden("doelgroep_archief_heeft_reden")]

    def __str__(self) -> str:
        return self.naam

    def get_absolute_url(self) -> str:
        return pagina_pad("voorzieningen:doelgroep", self.slug)
