"""Photos of people (H6): kept in the database, so that every web process and the backup have them.

Who shows a photo is not known here: see ``kern/foto.py``.
"""

import secrets
from collections.abc import Iterator
from typing import Any, Self
from zlib import crc32

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalChanges

KLEUREN = 6  # of gezicht--1 … in gezicht.css


def nieuwe_sleutel() -> str:
    """128 random bits: an address that cannot be guessed."""
    return secrets.token_urlsafe(16)


class FotoQuerySet(models.QuerySet["Foto"]):
    def los(self) -> Self:
        """Photos that no row points to any more; earlier versions of rows do not count."""
        rijen = self
        for model, veld in _verwijzingen():
            gebruikt = model._base_manager.exclude(**{veld: None})
            rijen = rijen.exclude(pk__in=gebruikt.values(veld))
        return rijen


class Foto(models.Model):
    """One photo as it is sent out: square, at most 400 pixels, WebP, without metadata."""

    sleutel = models.CharField(primary_key=True, max_length=22, default=nieuwe_sleutel)
    beeld = models.BinaryField()
    aangemaakt_op = models.DateTimeField(_("gemaakt op"), default=timezone.now)

    objects = FotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("foto")
        verbose_name_plural = _("foto’s")

    def __str__(self) -> str:
        return self.sleutel


def _verwijzingen() -> Iterator[tuple[Any, str]]:
    """(model, name of the field) of everything that can have a photo now."""
    relaties: list[Any] = Foto._meta.get_fields(include_hidden=True)
    for relatie in relaties:
        if relatie.auto_created and not issubclass(relatie.related_model, HistoricalChanges):
            yield relatie.related_model, relatie.field.name


class MetFoto(models.Model):
    """Somebody with a ``naam`` and perhaps a photo; without one the initials stand there.

    ``foto_id`` is the address of the photo: a page never reads the picture itself.
    """

    foto = models.OneToOneField(
        Foto,
        verbose_name=_("foto"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A photo that was replaced is gone with this save."""
        super().save(*args, **kwargs)
        Foto.objects.filter(pk=self.__dict__.pop("_oude_foto", None)).delete()

    def zet_foto(self, beeld: bytes | None) -> None:
        """Another photo (as ``kern.foto.verklein`` gives it), or none; call save() after it."""
        self._oude_foto = self.foto_id
        self.foto = Foto.objects.create(beeld=beeld) if beeld else None

    @property
    def initialen(self) -> str:
        """'Joost de Wit' → 'JW', 'Fatima' → 'F'."""
        namen = [deel for deel in str(self.naam).split() if deel[0].isupper()]  # type: ignore[attr-defined]
        return "".join(deel[0] for deel in (namen[:1] + namen[1:][-1:]))

    @property
    def gezichtskleur(self) -> int:
        """1 to ``KLEUREN``; the same person always has the same colour."""
        return crc32(str(self.naam).encode()) % KLEUREN + 1  # type: ignore[attr-defined]
