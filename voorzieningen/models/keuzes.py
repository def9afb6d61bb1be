"""Choices that several models share."""

from functools import lru_cache

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class JaNeeOnbekend(models.TextChoices):
    """A real "nee" is information; "onbekend" is none and is shown as such."""

    JA = "ja", _("ja")
    NEE = "nee", _("nee")
    ONBEKEND = "onbekend", _("onbekend")


class Publicatie(models.TextChoices):
    CONCEPT = "concept", _("concept")
    GEPUBLICEERD = "gepubliceerd", _("gepubliceerd")


@lru_cache(maxsize=128)
def woord(keuzes: type[models.TextChoices], waarde: str) -> str:
    """The label of a choice with a capital, as cards show it twenty times a page."""
    return capfirst(str(keuzes(waarde).label))
