"""Where a colleague or an organisation may work on the kaart (issue 4, roles)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijken.models import Gebied

from .organisatie import Organisatie


class Medewerker(models.Model):
    """Beside a login: the own wijken of a wijkredacteur, the organisation of its redacteur."""

    gebruiker = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("inlognaam"),
        on_delete=models.CASCADE,
        related_name="medewerker",
    )
    gebieden = models.ManyToManyField(
        Gebied,
        verbose_name=_("eigen wijken"),
        blank=True,
        related_name="+",
        help_text=_("Voor een wijkredacteur. Wat alleen hier speelt, past die zelf aan."),
    )
    organisatie = models.ForeignKey(
        Organisatie,
        verbose_name=_("organisatie"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="medewerkers",
        help_text=_("Voor een organisatie-redacteur. Die ziet alleen wat hiervan is."),
    )

    class Meta:
        verbose_name = _("werkgebied van een medewerker")
        verbose_name_plural = _("werkgebieden van medewerkers")
        ordering = ["gebruiker__username"]
        permissions = [
            ("lees_alles", _("Kan alles op de kaart zien")),
            ("bewerk_alles", _("Kan alles op de kaart direct wijzigen")),
        ]

    def __str__(self) -> str:
        return self.gebruiker.get_full_name() or self.gebruiker.get_username()
