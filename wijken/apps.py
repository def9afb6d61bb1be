"""Areas, postcodes and, later, the network of each wijk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WijkenConfig(AppConfig):
    name = "wijken"
    verbose_name = _("Wijken")

    def ready(self) -> None:
        from . import bewaren, netwerkblok, zoeksoorten  # noqa: F401  (netwerkblok registers)

        zoeksoorten.registreer_alles()
        bewaren.registreer()
