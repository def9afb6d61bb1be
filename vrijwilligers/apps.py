"""Volunteers: aanspreekpersonen, vacancies and initiatives."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VrijwilligersConfig(AppConfig):
    name = "vrijwilligers"
    verbose_name = _("Vrijwilligers")

    def ready(self) -> None:
        from . import (
            aandacht,  # noqa: F401  (registers what needs attention)
            bewaren,
            taken,  # noqa: F401  (registers the timed jobs)
            uitgangen,  # noqa: F401  (registers where aanspreekpersonen show up)
            werk,  # noqa: F401  (registers the part of /werk/)
            zoeksoorten,
        )

        bewaren.registreer()
        zoeksoorten.registreer_alles()
