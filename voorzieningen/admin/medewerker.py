"""Where colleagues and organisations may work: beside their login, for the beheerder."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ..models import Medewerker


@admin.register(Medewerker)
class MedewerkerAdmin(admin.ModelAdmin):
    list_display = ["__str__", "wijken", "organisatie"]
    search_fields = ["gebruiker__username", "gebruiker__last_name", "organisatie__naam"]
    autocomplete_fields = ["gebruiker", "gebieden", "organisatie"]
    fieldsets = [
        (
            None,
            {
                "fields": ["gebruiker", "gebieden", "organisatie"],
                "description": _(
                    "Geef de gebruiker eerst de groep wijkredacteur of organisatie-redacteur. "
                    "Hier kiest u daarna de wijken, of de organisatie."
                ),
            },
        )
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rijen = super().get_queryset(request).select_related("gebruiker", "organisatie")
        return rijen.prefetch_related("gebieden")

    @admin.display(description=_("eigen wijken"))
    def wijken(self, medewerker: Medewerker) -> str:
        return ", ".join(gebied.naam for gebied in medewerker.gebieden.all())
