"""What the frame of /werk/ needs."""

from typing import Any

from django import template
from django.template import Context

from ..werkplek import Werkdeel, heeft_link_naar_werk
from ..werkplek import werkdelen as delen_van

register = template.Library()


@register.simple_tag(takes_context=True)
def werkdelen(context: Context) -> list[Werkdeel]:
    """The parts of /werk/ that are for who looks: ``{% werkdelen as delen %}``."""
    request: Any = context.get("request")
    return delen_van(request) if request else []


@register.simple_tag(takes_context=True)
def heeft_werk(context: Context) -> bool:
    """Whether who looks works in the wijken too: ``{% heeft_werk as werkt %}``."""
    request: Any = context.get("request")
    return heeft_link_naar_werk(request) if request else False
