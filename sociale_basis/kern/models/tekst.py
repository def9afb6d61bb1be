"""Texts of pages that staff edit: privacy, accessibility, what the portal is."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from .basis import Tijdstempels


class Tekst(Tijdstempels):
    """One editable text in Markdown (raw HTML is shown as text, never run)."""

    sleutel = models.SlugField(
        _("sleutel"), unique=True, help_text=_("Hieraan herkent het portaal de tekst.")
    )
    titel = models.CharField(_("titel"), max_length=120)
    inhoud = models.TextField(
        _("inhoud"),
        help_text=_(
            "Gebruik Markdown: ## voor een kopje, - voor een lijst, een lege regel ertussen."
        ),
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("tekst")
        verbose_name_plural = _("teksten")
        ordering = ["titel"]

    def __str__(self) -> str:
        return self.titel
