"""Tags of the sociale kaart: texts with glossary links, structured data, the keep button."""

import json
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from sociale_basis.kern.opmaak import alineas

from ..begrippen import Begrippenlinks
from ..models import Begrip

register = template.Library()

# What could end a script element or open a comment inside it.
ONTSNAP = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag(takes_context=True)
def met_begrippen(context: dict[str, Any], tekst: str) -> SafeString:
    """Typed text as paragraphs; each word of the glossary links once on the whole page (V4)."""
    request = context["request"]
    if not hasattr(request, "_begrippenlinks"):
        begrippen = Begrip.objects.zichtbaar().only("term", "andere_vormen", "slug")
        request._begrippenlinks = Begrippenlinks.van(
            [(begrip.vormen, begrip.get_absolute_url()) for begrip in begrippen]
        )
    return alineas(tekst, request._begrippenlinks)


@register.simple_tag
def jsonld(gegevens: dict[str, Any]) -> SafeString:
    """Structured data as a data block: no script runs, so the strict CSP allows it."""
    tekst = json.dumps(gegevens, ensure_ascii=False, default=str).translate(ONTSNAP)
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(tekst),  # noqa: S308  (every <, > and & is escaped above)
    )
