"""Themes in two levels, in the words of residents (M2, H10)."""

from typing import Self

from django.core.exceptions import ValidationError
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


class ThemaQuerySet(ArchiveerbaarQuerySet["Thema"]):
    def zichtbaar(self) -> Self:
        """In use, and so is the theme above."""
        return self.niet_gearchiveerd().filter(
            models.Q(ouder__isnull=True) | models.Q(ouder__gearchiveerd_op__isnull=True)
        )

    def hoofdthemas(self) -> Self:
        return self.filter(ouder__isnull=True)

    def met_subthemas(self) -> Self:
        """Main themes with their visible subthemes, in two queries."""
        return self.prefetch_related(models.Prefetch("subthemas", Thema.objects.zichtbaar()))


class Thema(MetSlug, Archiveerbaar, Tijdstempels):
    """What a question is about; a main theme holds subthemes, and no deeper."""

    naam = models.CharField(_("naam"), max_length=80, unique=True)
    vraag = models.CharField(
        _("zo zegt een bewoner het"),
        max_length=120,
        blank=True,
        help_text=_("Een korte zin in de ik-vorm: “Ik kom niet rond met mijn geld”."),
    )
    uitleg = models.TextField(_("uitleg"), blank=True, help_text=_("Een paar korte zinnen."))
    woorden = models.TextField(
        _("alledaagse woorden"),
        blank=True,
        help_text=_("Woorden die bewoners gebruiken, met komma’s ertussen."),
    )
    icoon = models.CharField(_("icoon"), max_length=30, blank=True)
    ouder = models.ForeignKey(
        "self",
        verbose_name=_("valt onder"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="subthemas",
    )
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    objects = ThemaQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("thema")
        verbose_name_plural = _("thema’s")
        ordering = ["volgorde", "naam"]
        constraints = [archief_heeft_reden("thema_archief_heeft_reden")]

    def __str__(self) -> str:
        return self.naam

    def get_absolute_url(self) -> str:
        return pagina_pad("voorzieningen:thema", self.slug)

    def clean(self) -> None:
        super().clean()
        if self._heeft_themas_in_gebruik():
            uitleg = _("Er vallen nog thema’s onder. Archiveer of verplaats die eerst.")
            raise ValidationError({"archiefreden": uitleg})
        if self.ouder is None:
            return
        if self.ouder.ouder_id or self.ouder_id == self.pk:
            raise ValidationError({"ouder": _("Kies een hoofdthema: er zijn maar twee lagen.")})
        if self.pk and self.subthemas.exists():
            raise ValidationError(
                {"ouder": _("Dit thema heeft zelf thema’s onder zich en blijft een hoofdthema.")}
            )

    def _heeft_themas_in_gebruik(self) -> bool:
        """On its way to the archive, while subthemes would disappear with it unseen."""
        weg = self.pk and self.archiefreden and not self.is_gearchiveerd
        return bool(weg) and self.subthemas.niet_gearchiveerd().exists()

    @property
    def tegeltekst(self) -> str:
        """The sentence of a resident where there is one, the name otherwise."""
        return self.vraag or self.naam
