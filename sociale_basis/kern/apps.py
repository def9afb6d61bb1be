"""What all apps need and that knows none of them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KernConfig(AppConfig):
    name = "sociale_basis.kern"
    label = "kern"
    verbose_name = _("Kern")

    def ready(self) -> None:
        from . import (
            checks,  # noqa: F401  (registers the checks)
            post,  # noqa: F401  (registers the jobs of mail and clean-up)
        )
        from .zoeken import gereed

        gereed.begin(self)
