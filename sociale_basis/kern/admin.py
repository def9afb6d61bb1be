"""Texts, old addresses and timed jobs in the admin."""

from django.contrib import admin
from django.http import HttpRequest

from . import admin_logboek, admin_mail, admin_woorden  # noqa: F401  (registers them)
from .beheer import AlleenKijken, GeschiedenisAdmin
from .models import OudeSlug, Taakrun, Tekst


@admin.register(Tekst)
class TekstAdmin(GeschiedenisAdmin):
    list_display = ["titel", "sleutel", "gewijzigd_op"]

    def get_readonly_fields(self, request: HttpRequest, obj: Tekst | None = None) -> list[str]:
        """The key of a text that exists stays: a page finds its text by it."""
        return ["sleutel"] if obj else []


@admin.register(OudeSlug)
class OudeSlugAdmin(AlleenKijken, admin.ModelAdmin):
    list_display = ["slug", "soort", "object_id"]


@admin.register(Taakrun)
class TaakrunAdmin(AlleenKijken, admin.ModelAdmin):
    list_display = ["naam", "begonnen_op", "gelukt_op", "fout"]
