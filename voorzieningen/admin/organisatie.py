"""Organisations in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.beheer import ARCHIEF, CONTROLE

from ..models import Organisatie
from ..views import organisatie as publieke_pagina
from .kaart import KaartAdmin


@admin.register(Organisatie)
class OrganisatieAdmin(KaartAdmin):
    publieke_view = publieke_pagina
    search_fields = ["naam", "kort", "telefoon", "email"]
    search_help_text = _("Zoek op naam, zin, telefoonnummer of e-mail.")
    autocomplete_fields = ["locaties", "vervangen_door", "redacteur"]
    fieldsets = [
        (
            None,
            {
                "description": _("Wie is dit, in gewone woorden? Hulp zelf is een voorziening."),
                "fields": ["naam", "soort", "kort", "beschrijving", "publicatie", "slug"],
            },
        ),
        (
            _("Contact"),
            {
                "description": _("Vul minstens een telefoonnummer in: bewoners bellen liever."),
                "fields": ["telefoon", "email", "website", "bereikbaar", "locaties"],
            },
        ),
        CONTROLE,
        ARCHIEF,
    ]
