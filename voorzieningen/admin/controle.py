"""Who was asked to check what, when, and what came of it (L1)."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.beheer import AlleenKijken

from ..models import Controlepunt, Controleverzoek


class ControlepuntInline(AlleenKijken, admin.TabularInline):
    model = Controlepunt
    fields = ("ding", "uitkomst", "klaar_op")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return (
            super()
            .get_queryset(request)
            .select_related("voorziening", "organisatie", "locatie", "activiteit")
        )

    @admin.display(description=_("wat"))
    def ding(self, punt: Controlepunt) -> str:
        return str(punt.ding)


@admin.register(Controleverzoek)
class ControleverzoekAdmin(AlleenKijken, admin.ModelAdmin):
    list_display = ["wie", "soort", "gevraagd_op", "gevraagd", "beantwoord"]
    list_filter = ["soort"]
    date_hierarchy = "gevraagd_op"
    search_fields = ["organisatie__naam", "email"]
    fields = ("wie", "email", "soort", "gevraagd_op")
    readonly_fields = fields
    inlines = [ControlepuntInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        klaar = Count("punten", filter=Q(punten__klaar_op__isnull=False))
        rijen = super().get_queryset(request).select_related("organisatie", "redacteur")
        return rijen.annotate(aantal=Count("punten"), klaar=klaar)

    @admin.display(description=_("aan"))
    def wie(self, verzoek: Controleverzoek) -> str:
        return str(verzoek.eigenaar)

    @admin.display(description=_("gevraagd"), ordering="aantal")
    def gevraagd(self, verzoek: Any) -> int:
        return verzoek.aantal

    @admin.display(description=_("beantwoord"), ordering="klaar")
    def beantwoord(self, verzoek: Any) -> int:
        return verzoek.klaar
