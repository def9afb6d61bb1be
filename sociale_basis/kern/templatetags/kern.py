"""Small filters and tags that every template may use."""

import re
from functools import lru_cache

from django import template
from django.templatetags.static import static
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from .. import opmaak
from ..velden import toon_postcode, toon_telefoon

register = template.Library()

register.filter("telefoon", toon_telefoon)
register.filter("postcode", toon_postcode)
register.filter("markdown", opmaak.markdown)
register.filter("alineas", opmaak.alineas)


@register.filter
def tel_uri(nummer: str) -> str:
    """'0800-0113' → 'tel:08000113', for the href of a number that can be tapped (H10)."""
    return f"tel:{re.sub(r'[^0-9+]', '', nummer)}"


@register.filter
def mailadres(adres: str) -> SafeString:
    """An address that wraps after the @ or before a full stop, where it stays readable."""
    return mark_safe(escape(adres).replace("@", "@<wbr>").replace(".", "<wbr>."))  # noqa: S308


@register.filter
def afstand(meters: float) -> str:
    """850.4 → '850 meter', 2340 → '2,3 kilometer'."""
    if meters < 1000:
        return f"{round(meters, -1):.0f} meter"
    return f"{meters / 1000:.1f} kilometer".replace(".", ",")


@register.simple_tag
@lru_cache(maxsize=128)
def icoon(naam: str) -> SafeString:
    """A drawing beside a word; it never stands alone, so screen readers skip it."""
    return format_html(
        '<svg class="icoon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("icons/iconen.svg"),
        naam,
    )
