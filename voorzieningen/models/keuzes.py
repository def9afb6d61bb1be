"""Choices that several models share."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JaNeeOnbekend(models.TextChoices):
    """A real "nee" is information; "onbekend" is none and is shown as such."""

    JA = "ja", _("ja")
    NEE = "nee", _("nee")
    ONBEKEND = "onbekend", _("onbekend")


class Publicatie(models.TextChoices):
    CONCEPT = "concept", _("concept")
    GEPUBLICEERD = "gepubliceerd", _("gepubliceerd")
