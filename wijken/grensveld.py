"""The field for a border: GeoJSON as text, with a map to draw it on where there is JavaScript."""

import json
from typing import Any

from django import forms
from django.conf import settings
from django.forms import Script
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _


class GrensWidget(forms.Textarea):
    """An empty border is an empty field, not the word "null"."""

    class Media:
        css = {"all": ["leaflet/leaflet.css", "leaflet/draw/leaflet.draw.css"]}
        js = [
            Script("leaflet/leaflet.js", defer=True),
            Script("leaflet/draw/leaflet.draw.js", defer=True),
            Script("js/beheerkaart.js", type="module"),
        ]

    def format_value(self, value: Any) -> str:
        if value in (None, "", "null"):
            return ""
        return value if isinstance(value, str) else json.dumps(value)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        veld = super().render(name, value, attrs, renderer)
        context = {
            "veld": (attrs or {}).get("id", f"id_{name}"),
            "tegels": settings.KAART_TEGELS,
            "bron": settings.KAART_BRONVERMELDING,
            "woorden": _woorden(),
        }
        return mark_safe(veld + render_to_string("admin/wijken/_grenskaart.html", context))  # noqa: S308


def _woorden() -> dict[str, str]:
    """The words of Leaflet.draw that staff see, by their place in its list."""
    return {
        "draw.toolbar.buttons.polygon": _("Teken een vlak"),
        "draw.toolbar.actions.title": _("Stop met tekenen"),
        "draw.toolbar.actions.text": _("Stop"),
        "draw.toolbar.finish.title": _("Maak het vlak af"),
        "draw.toolbar.finish.text": _("Klaar"),
        "draw.toolbar.undo.title": _("Haal het laatste punt weg"),
        "draw.toolbar.undo.text": _("Punt terug"),
        "draw.handlers.polygon.tooltip.start": _("Klik om te beginnen."),
        "draw.handlers.polygon.tooltip.cont": _("Klik op het volgende punt."),
        "draw.handlers.polygon.tooltip.end": _("Klik op het eerste punt om af te maken."),
        "draw.handlers.polyline.error": _("Een grens kruist zichzelf niet."),
        "edit.toolbar.actions.save.title": _("Bewaar in het formulier"),
        "edit.toolbar.actions.save.text": _("Klaar"),
        "edit.toolbar.actions.cancel.title": _("Stop zonder te wijzigen"),
        "edit.toolbar.actions.cancel.text": _("Stop"),
        "edit.toolbar.actions.clearAll.title": _("Haal alle vlakken weg"),
        "edit.toolbar.actions.clearAll.text": _("Alles weg"),
        "edit.toolbar.buttons.edit": _("Verander de grens"),
        "edit.toolbar.buttons.editDisabled": _("Er is nog geen grens"),
        "edit.toolbar.buttons.remove": _("Haal een vlak weg"),
        "edit.toolbar.buttons.removeDisabled": _("Er is nog geen grens"),
        "edit.handlers.edit.tooltip.text": _("Versleep de punten."),
        "edit.handlers.edit.tooltip.subtext": _("Klik op Stop om niets te wijzigen."),
        "edit.handlers.remove.tooltip.text": _("Klik op het vlak dat weg moet."),
    }
