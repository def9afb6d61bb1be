"""Choices that several models share."""

from functools import lru_cache
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class JaNeeOnbekend(models.TextChoices):
    """A real "nee" is information; "onbekend" is none and is shown as such."""

    JA = "ja", _("ja")
    NEE = "nee", _("nee")
    ONBEKEND = "onbekend", _("onbekend")


def ja_nee_veld(naam: Any) -> models.CharField:
    """A question that may be unanswered; ``naam`` is its label."""
    return models.CharField(
        naam, max_length=8, choices=JaNeeOnbekend, default=JaNeeOnbekend.ONBEKEND
    )


class Publicatie(models.TextChoices):
    CONCEPT = "concept", _("concept")
    GEPUBLICEERD = "gepubliceerd", _("gepubliceerd")


@lru_cache(maxsize=128)
def woord(keuzes: type[models.TextChoices], waarde: str) -> str:
    """The label of a choice with a capital, as cards show it twenty times a page."""
    return capfirst(str(keuzes(waarde).label))
