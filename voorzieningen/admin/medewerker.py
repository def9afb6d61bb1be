"""Where colleagues and organisations may work: beside their login, for the beheerder."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wijken.models import Gebied

from ..models import Medewerker


@admin.register(Medewerker)
class MedewerkerAdmin(admin.ModelAdmin):
    list_display = ["__str__", "wijken", "organisatie"]
    search_fields = ["gebruiker__username", "gebruiker__last_name", "organisatie__naam"]
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

    class Media:
        css = {"all": ["beheer/voorstel.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rijen = super().get_queryset(request).select_related("gebruiker", "organisatie")
        return rijen.prefetch_related("gebieden")

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The wijken to tick: there are not that many."""
        wijken = Gebied.objects.zichtbaar().exclude(soort=Gebied.Soort.BUURT)
        extra = {"queryset": wijken, "widget": forms.CheckboxSelectMultiple}
        return super().formfield_for_manytomany(db_field, request, **extra | kwargs)

    @admin.display(description=_("eigen wijken"))
    def wijken(self, medewerker: Medewerker) -> str:
        return ", ".join(gebied.naam for gebied in medewerker.gebieden.all())
