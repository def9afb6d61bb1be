"""Addresses that keep working: a page that gets a new slug redirects from the old one."""

from typing import Any, Self

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

SLUG_LENGTE = 80


class OudeSlug(models.Model):
    """A slug that a page once had; the page's kind and slug together are unique."""

    soort = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    slug = models.SlugField(max_length=SLUG_LENGTE)
    object_id = models.PositiveBigIntegerField()
    object = GenericForeignKey("soort", "object_id")

    class Meta:
        verbose_name = _("oud adres")
        verbose_name_plural = _("oude adressen")
        constraints = [models.UniqueConstraint(fields=["soort", "slug"], name="oude_slug_uniek")]

    def __str__(self) -> str:
        return self.slug


def sorteernaam(naam: str) -> str:
    """'Één Loket' → 'eenloket': letters and digits only, so every database sorts alike."""
    return slugify(naam).replace("-", "")


def _voorgoed_weg(soort: ContentType, basis: str) -> set[str]:
    """Addresses of what was deleted for good: they tell so for ever."""
    weg = apps.get_model("kern", "Verwijdering")._default_manager
    return set(weg.filter(soort=soort, slug__startswith=basis).values_list("slug", flat=True))


class MetSlug(models.Model):
    """A page address and a place in A–Z lists, both made from a name.

    The address is kept when the name changes; an address that is changed is remembered.
    Subclasses name the field with the name in ``slug_bron``.
    """

    slug_bron = "naam"
    _slug_in_database = ""

    slug = models.SlugField(
        _("adres van de pagina"),
        max_length=SLUG_LENGTE,
        unique=True,
        blank=True,
        help_text=_("Leeg laten mag. Verandert u het adres? Het oude blijft werken."),
    )

    sorteernaam = models.CharField(max_length=160, editable=False, db_index=True)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.vul_naamvelden()
        super().save(*args, **kwargs)
        self._onthoud_oude_slug()

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        instance = super().from_db(*args, **kwargs)
        instance._slug_in_database = instance.__dict__.get("slug", "")
        return instance

    def vul_naamvelden(self) -> None:
        """What follows from the name; also for rows that are made in bulk."""
        self.sorteernaam = sorteernaam(str(getattr(self, self.slug_bron)))[:160]
        if not self.slug:
            self.slug = self._vrije_slug()

    def _vrije_slug(self) -> str:
        """A slug that no page of this kind has or had."""
        basis = slugify(str(getattr(self, self.slug_bron)))[: SLUG_LENGTE - 5] or "pagina"
        soort = ContentType.objects.get_for_model(type(self))
        bezet = set(
            type(self)
            ._default_manager.filter(slug__startswith=basis)
            .values_list("slug", flat=True)
        )
        bezet |= set(
            OudeSlug.objects.filter(soort=soort, slug__startswith=basis)
            .exclude(object_id=self.pk or 0)
            .values_list("slug", flat=True)
        )
        bezet |= _voorgoed_weg(soort, basis)
        slug, nummer = basis, 1
        while slug in bezet:
            nummer += 1
            slug = f"{basis}-{nummer}"
        return slug

    def _onthoud_oude_slug(self) -> None:
        oud = self._slug_in_database
        self._slug_in_database = self.slug
        if not oud or oud == self.slug:
            return
        soort = ContentType.objects.get_for_model(type(self))
        OudeSlug.objects.filter(soort=soort, slug=self.slug).delete()
        OudeSlug.objects.update_or_create(soort=soort, slug=oud, defaults={"object_id": self.pk})
