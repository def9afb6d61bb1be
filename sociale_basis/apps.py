"""The app that puts the others together: home page, demo and work commands."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class SocialeBasisConfig(AppConfig):
    name = "sociale_basis"
    verbose_name = "Sociale Basis"

    def ready(self) -> None:
        from . import bewaartermijnen, taken  # noqa: F401  (taken registers the timed jobs)
        from .rollen import na_migratie as geef_rechten
        from .standaardteksten import na_migratie
        from .toegang import doorgaan, seinen  # noqa: F401  (keep what was typed; write the log)

        bewaartermijnen.registreer()
        post_migrate.connect(geef_rechten)
        post_migrate.connect(na_migratie, sender=apps.get_app_config("kern"))
