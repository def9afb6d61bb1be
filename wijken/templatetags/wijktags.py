"""Tags of the pages of areas."""

from typing import Any

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from ..blokken import blokken_van
from ..models import Gebied

register = template.Library()


@register.simple_tag(takes_context=True)
def wijkblokken(context: dict[str, Any], gebied: Gebied) -> SafeString:
    """Every block that has something to show for an area, in order."""
    return format_html_join(
        "\n", "{}", ((blok,) for blok in blokken_van(gebied, context["portaal"]))
    )
