"""Themes, target groups, languages and the glossary in the admin."""

from django.contrib import admin

from sociale_basis.kern.beheer import ARCHIEF, ArchiefAdmin

from ..models import Begrip, Doelgroep, Taal, Thema


@admin.register(Thema)
class ThemaAdmin(ArchiefAdmin):
    list_display = ["naam", "ouder", "vraag", "volgorde"]
    list_editable = ["volgorde"]
    list_select_related = ["ouder"]
    search_fields = ["naam", "woorden"]
    autocomplete_fields = ["ouder", "vervangen_door"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "naam",
                    "vraag",
                    "uitleg",
                    "woorden",
                    "icoon",
                    "ouder",
                    "volgorde",
                    "slug",
                ]
            },
        ),
        ARCHIEF,
    ]


@admin.register(Doelgroep)
class DoelgroepAdmin(ArchiefAdmin):
    list_display = ["naam", "omschrijving", "volgorde"]
    search_fields = ["naam", "woorden"]
    autocomplete_fields = ["vervangen_door"]
    fieldsets = [
        (None, {"fields": ["naam", "omschrijving", "woorden", "volgorde", "slug"]}),
        ARCHIEF,
    ]


@admin.register(Begrip)
class BegripAdmin(ArchiefAdmin):
    list_display = ["term", "andere_vormen"]
    search_fields = ["term", "andere_vormen"]
    autocomplete_fields = ["vervangen_door"]
    fieldsets = [(None, {"fields": ["term", "andere_vormen", "uitleg", "slug"]}), ARCHIEF]


@admin.register(Taal)
class TaalAdmin(admin.ModelAdmin):
    search_fields = ["naam"]
