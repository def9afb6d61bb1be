"""Organisations in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.beheer import ARCHIEF, CONTROLE

from ..models import Organisatie
from .kaart import KaartAdmin


@admin.register(Organisatie)
class OrganisatieAdmin(KaartAdmin):
    search_fields = ["naam", "kort"]
    autocomplete_fields = ["locaties", "vervangen_door", "redacteur"]
    fieldsets = [
        (None, {"fields": ["naam", "soort", "kort", "beschrijving", "publicatie", "slug"]}),
        (
            _("Contact"),
            {"fields": ["telefoon", "email", "website", "bereikbaar", "locaties"]},
        ),
        CONTROLE,
        ARCHIEF,
    ]
