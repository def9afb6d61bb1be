"""What all apps need and that knows none of them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from simple_history.signals import pre_create_historical_record


class KernConfig(AppConfig):
    name = "sociale_basis.kern"
    label = "kern"
    verbose_name = _("Woorden, teksten en mail")

    def ready(self) -> None:
        from . import (
            checks,  # noqa: F401  (registers the checks)
            foto,  # noqa: F401  (registers the job that removes loose photos)
            post,  # noqa: F401  (registers the jobs of mail and clean-up)
        )
        from .geschiedenis.moment import stempel
        from .zoeken import gereed

        pre_create_historical_record.connect(stempel)

        gereed.begin(self)
