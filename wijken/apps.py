"""Areas, postcodes and, later, the network of each wijk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WijkenConfig(AppConfig):
    name = "wijken"
    verbose_name = _("Wijken")

    def ready(self) -> None:
        from . import (
            aandacht,  # noqa: F401  (counts the teams that are not complete)
            bewaren,
            fotos,  # noqa: F401  (says who shows a photo)
            netwerkaandacht,  # noqa: F401  (registers what in the networks needs attention)
            netwerkblok,  # noqa: F401  (registers the network on the page of an area)
            netwerkdeel,  # noqa: F401  (registers the network in /werk/)
            werkdelen,  # noqa: F401  (registers the own card in /werk/)
            wijkblokken,  # noqa: F401  (registers the team on the page of an area)
            zoeksoorten,
            zoekteam,
        )
        from .vragen import bewaken, blok, werkdeel  # noqa: F401  (jobs, block, part of /werk/)

        zoeksoorten.registreer_alles()
        zoekteam.registreer_teamlid()
        bewaren.registreer()
