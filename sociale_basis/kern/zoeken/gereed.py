"""What the app config of kern calls when everything is loaded."""

from datetime import timedelta

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from ..taken import taak
from . import checks  # noqa: F401  (registers the check)
from .herbouwen import herbouw
from .seinen import volg_woordenlijsten
from .standaard import standaardwoorden
from .tellen import ruim_op


def begin(config: AppConfig) -> None:
    """Follow the word lists, load the delivered words after a migrate, register timed jobs."""
    volg_woordenlijsten()
    post_migrate.connect(standaardwoorden, sender=config, dispatch_uid="zoeken:standaard")
    taak("zoekindex", elke=timedelta(days=1))(herbouw)
    taak("zoektermen opruimen", elke=timedelta(days=1))(ruim_op)
