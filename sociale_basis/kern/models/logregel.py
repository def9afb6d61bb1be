"""The log of what matters for security: who logged in, got rights, took data out."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

WAT_LENGTE = 500


class AlleenToevoegen(Exception):
    """A line of the log is never changed and never taken out before its term."""


class LogregelQuerySet(models.QuerySet["Logregel"]):
    """Shuts the ways out that code might take by accident; ``kern.bewaren`` has its own."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise AlleenToevoegen

    def delete(self) -> NoReturn:
        raise AlleenToevoegen


class Logregel(models.Model):
    """One event; written by ``kern.logboek.leg_vast`` and only read after that.

    ``wie`` is the name as it was then: it outlives the account. No view permission of Django's
    own: a group that may look at everything of an app does not see this by accident.
    """

    class Soort(models.TextChoices):
        INGELOGD = "ingelogd", _("ingelogd")
        UITGELOGD = "uitgelogd", _("uitgelogd")
        MISLUKT = "mislukt", _("inloggen mislukt")
        GESLOTEN = "gesloten", _("te vaak geprobeerd")
        WACHTWOORD = "wachtwoord", _("wachtwoord")
        TWEEDE_FACTOR = "tweede_factor", _("inloggen met code")
        GEBRUIKER = "gebruiker", _("gebruiker")
        RECHTEN = "rechten", _("rechten")
        EXPORT = "export", _("export")
        IMPORT = "import", _("import")
        VERWIJDERD = "verwijderd", _("voorgoed verwijderd")

    op = models.DateTimeField(_("wanneer"), default=timezone.now, db_index=True)
    soort = models.CharField(_("soort"), max_length=15, choices=Soort)
    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gebruiker"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    wie = models.CharField(_("wie"), max_length=150, blank=True)
    ip = models.GenericIPAddressField(_("vanaf adres"), null=True)
    wat = models.CharField(_("wat"), max_length=WAT_LENGTE, blank=True)

    objects = LogregelQuerySet.as_manager()

    class Meta:
        verbose_name = _("regel in het logboek")
        verbose_name_plural = _("logboek")
        ordering = ["-op", "-pk"]
        default_permissions = ()
        permissions = [("inzien_logboek", _("Mag het logboek inzien"))]

    def __str__(self) -> str:
        return f"{self.get_soort_display()}: {self.wie or '–'}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AlleenToevoegen
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AlleenToevoegen
