"""From postcode to buurt, from the database alone."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.velden import PostcodeField

from .gebied import Gebied


class Postcodegebied(models.Model):
    """A postcode and its buurt; per house number only where a postcode spans buurten."""

    postcode = PostcodeField(_("postcode"))
    huisnummer = models.PositiveIntegerField(_("huisnummer"), null=True, blank=True)
    buurt = models.ForeignKey(Gebied, on_delete=models.PROTECT, related_name="postcodes")

    class Meta:
        verbose_name = _("postcode")
        verbose_name_plural = _("postcodes")
        ordering = ["postcode", "huisnummer"]
        constraints = [
            models.UniqueConstraint(fields=["postcode", "huisnummer"], name="postcode_nummer"),
            models.UniqueConstraint(
                fields=["postcode"], condition=Q(huisnummer__isnull=True), name="postcode_heel"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.postcode} {self.huisnummer or ''}".strip()


class Postcodeplaats(models.Model):
    """Which place a four-digit postcode belongs to, to name a place outside the municipality."""

    pc4 = models.CharField(_("postcode (4 cijfers)"), max_length=4, unique=True)
    plaats = models.CharField(_("plaats"), max_length=80)

    class Meta:
        verbose_name = _("plaats bij postcode")
        verbose_name_plural = _("plaatsen bij postcode")
        ordering = ["pc4"]

    def __str__(self) -> str:
        return f"{self.pc4} {self.plaats}"
