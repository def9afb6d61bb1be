"""The sociale kaart: organisations, places and provisions."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VoorzieningenConfig(AppConfig):
    name = "voorzieningen"
    verbose_name = _("Sociale kaart")

    def ready(self) -> None:
        from . import (
            aandacht,
            agendablokken,  # noqa: F401  (registers what there is to do on the page of a wijk)
            antwoord,  # noqa: F401  (answers who reported something)
            bewaren,
            boomwortels,  # noqa: F401  (registers what stands at the roots of a wijk)
            herplaatsen,  # noqa: F401  (places follow borders)
            taken,  # noqa: F401  (registers the timed jobs)
            wijkblokken,  # noqa: F401  (registers blocks on the page of a wijk)
            zoeksoort_activiteit,
            zoeksoorten,
        )

        aandacht.registreer()
        zoeksoorten.registreer_alles()
        zoeksoort_activiteit.registreer_activiteiten()
        bewaren.registreer()
