"""The app that puts the others together: home page, demo and work commands."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class SocialeBasisConfig(AppConfig):
    name = "sociale_basis"
    verbose_name = "Sociale Basis"

    def ready(self) -> None:
        from . import taken  # noqa: F401  (registers the timed jobs)
        from .standaardteksten import na_migratie
        from .toegang import seinen  # noqa: F401  (writes the log)

        post_migrate.connect(na_migratie, sender=apps.get_app_config("kern"))
