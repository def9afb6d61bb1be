"""What stays of an entry that was deleted for good: its address and why it is gone."""

from typing import Self

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from .oude_slug import SLUG_LENGTE


class VerwijderingQuerySet(models.QuerySet["Verwijdering"]):
    def openbaar(self) -> Self:
        """Of pages that the public once saw; a confidential place stays unknown."""
        return self.filter(is_openbaar=True)

    def van(self, model: type[models.Model]) -> Self:
        return self.filter(soort=ContentType.objects.get_for_model(model))


class Verwijdering(models.Model):
    """One address that answers 410 for ever (V12); an entry leaves one row per address it had."""

    soort = models.ForeignKey(ContentType, verbose_name=_("soort"), on_delete=models.CASCADE)
    slug = models.SlugField(_("oud adres"), max_length=SLUG_LENGTE)
    titel = models.CharField(_("titel"), max_length=160, blank=True)
    archiefreden = models.CharField(_("reden"), max_length=250)
    vervangen_door_id = models.PositiveBigIntegerField(_("vervangen door"), null=True)
    is_openbaar = models.BooleanField(_("stond op de website"), default=False)
    wie = models.CharField(_("wie"), max_length=150, blank=True)
    op = models.DateTimeField(_("wanneer"), default=timezone.now)

    objects = VerwijderingQuerySet.as_manager()

    class Meta:
        verbose_name = _("voorgoed verwijderde pagina")
        verbose_name_plural = _("voorgoed verwijderde pagina’s")
        ordering = ["-op", "-pk"]
        constraints = [models.UniqueConstraint(fields=["soort", "slug"], name="verwijdering_uniek")]

    def __str__(self) -> str:
        return self.titel or tekst("Deze pagina")

    @property
    def gearchiveerd_op(self) -> object:
        """The day on which it stopped, as an archived entry calls it."""
        return self.op
