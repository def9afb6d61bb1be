"""What the frame of /werk/ needs."""

from typing import Any

from django import template
from django.template import Context

from ..werkplek import Werkdeel
from ..werkplek import werkdelen as delen_van

register = template.Library()


@register.simple_tag(takes_context=True)
def werkdelen(context: Context) -> list[Werkdeel]:
    """The parts of /werk/ that are for who looks: ``{% werkdelen as delen %}``."""
    request: Any = context.get("request")
    return delen_van(request) if request else []
