"""Texts, old addresses and timed jobs in the admin."""

from django.contrib import admin
from django.http import HttpRequest
from simple_history.admin import SimpleHistoryAdmin

from .models import OudeSlug, Taakrun, Tekst


@admin.register(Tekst)
class TekstAdmin(SimpleHistoryAdmin):
    list_display = ["titel", "sleutel", "gewijzigd_op"]


class AlleenLezen(admin.ModelAdmin):
    """Kept by the portal itself; staff look."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(OudeSlug)
class OudeSlugAdmin(AlleenLezen):
    list_display = ["slug", "soort", "object_id"]


@admin.register(Taakrun)
class TaakrunAdmin(AlleenLezen):
    list_display = ["naam", "begonnen_op", "gelukt_op", "fout"]

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False
