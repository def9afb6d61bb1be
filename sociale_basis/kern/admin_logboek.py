"""The log and what was deleted for good, to read only."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from .beheer import AlleenKijken
from .models import Logregel, Verwijdering


@admin.register(Logregel)
class LogregelAdmin(AlleenKijken, admin.ModelAdmin):
    list_display = ["op", "soort", "wie", "wat", "ip"]
    list_filter = ["soort", "op"]
    search_fields = ["wie", "wat"]
    list_per_page = 100

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Its own right: a group that may look at everything else does not see this."""
        return request.user.has_perm("kern.inzien_logboek")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request) or super().has_module_permission(request)


@admin.register(Verwijdering)
class VerwijderingAdmin(AlleenKijken, admin.ModelAdmin):
    list_display = ["slug", "soort", "archiefreden", "wie", "op"]
    list_filter = ["soort"]
    list_select_related = ["soort"]
    search_fields = ["slug", "archiefreden"]
