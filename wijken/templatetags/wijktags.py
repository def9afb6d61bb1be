"""Tags of the pages of areas: their blocks, and who can help at the end of a dead end (H6, H10)."""

from typing import Any

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from ..blokken import blokken_van
from ..gezichten import gebied_bij, gebied_van, gezicht_bij
from ..models import Gebied

register = template.Library()


@register.simple_tag(takes_context=True)
def wijkblokken(context: dict[str, Any], gebied: Gebied) -> SafeString:
    """Every block that has something to show for an area, in order."""
    return format_html_join(
        "\n", "{}", ((blok,) for blok in blokken_van(gebied, context["portaal"]))
    )


@register.inclusion_tag("wijken/_wie_helpt.html", takes_context=True)
def wie_helpt(
    context: Any,
    waar: Any = None,
    contact: Any = None,
    rustig: bool = False,
    zonder_gezicht: bool = False,
) -> dict[str, Any]:
    """The aanspreekpersoon of an area with a button, beside a number to call.

    ``waar``: an area, or an entry that lies in one; without it the address of the page tells.
    ``contact``: whom to call where no area is known. ``rustig``: something else on the page
    stands out. ``zonder_gezicht``: the page has named people already. Two queries at most, once
    the area is known.
    """
    gebied = gebied_bij(waar) or gebied_van(getattr(context, "request", None))
    is_gemeente = gebied is None or gebied.soort == Gebied.Soort.GEMEENTE
    return {
        "gebied": gebied,
        "gezicht": None if zonder_gezicht else gezicht_bij(gebied),
        "punt": (gebied.contactpunt() if gebied else None) or contact,
        "rustig": rustig,
        "kies_wijk": is_gemeente,
    }
