"""The app that puts the others together: home page, demo and work commands."""

from django.apps import AppConfig


class SocialeBasisConfig(AppConfig):
    name = "sociale_basis"
    verbose_name = "Sociale Basis"

    def ready(self) -> None:
        from . import taken  # noqa: F401  (registers the timed jobs)
