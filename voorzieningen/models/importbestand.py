"""A file between preview and confirmation: kept here, so that nobody can swap it in between."""

import uuid
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from voorzieningen.uitwisseling.verschil import Wens

BEWAREN = timedelta(hours=2)


class ImportbestandQuerySet(models.QuerySet["Importbestand"]):
    def geldig(self, op: datetime | None = None) -> Self:
        """Files whose preview may still be confirmed; ``op`` is a moment, default now."""
        return self.filter(aangemaakt_op__gt=(op or timezone.now()) - BEWAREN)

    def verlopen(self, op: datetime | None = None) -> Self:
        return self.filter(aangemaakt_op__lte=(op or timezone.now()) - BEWAREN)

    def van(self, gebruiker: Any) -> Self:
        return self.filter(door=gebruiker)


class Importbestand(models.Model):
    """What somebody uploaded and asked for. Nobody else sees it, and it is gone after two hours.

    The file may hold confidential addresses: it has no history and no place in the admin's lists.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("van"), on_delete=models.CASCADE, related_name="+"
    )
    naam = models.CharField(_("naam van het bestand"), max_length=200)
    inhoud = models.BinaryField(_("inhoud"))
    volledig = models.BooleanField(_("wat er niet in staat, gaat weg"), default=False)
    reden = models.CharField(_("reden"), max_length=250, blank=True)
    aangemaakt_op = models.DateTimeField(_("gemaakt op"), auto_now_add=True, db_index=True)

    objects = ImportbestandQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("exporteren en importeren")

    def __str__(self) -> str:
        return self.naam

    @property
    def verloopt_op(self) -> datetime:
        return self.aangemaakt_op + BEWAREN

    def wens(self, *, toch: bool = False) -> "Wens":
        """What was asked beside the file."""
        from voorzieningen.uitwisseling.verschil import Wens

        return Wens(volledig=self.volledig, reden=self.reden, toch=toch)
