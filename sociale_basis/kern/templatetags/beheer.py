"""Tags of the admin."""

from typing import Any

from django import template

from ..aandacht import aandachtspunten

register = template.Library()


@register.inclusion_tag("admin/_aandacht.html", takes_context=True)
def aandacht(context: dict[str, Any]) -> dict[str, Any]:
    """The block "Wat vraagt uw aandacht?" of the start page."""
    request = context["request"]
    return {"punten": aandachtspunten(request), "naam": request.user.get_short_name()}
