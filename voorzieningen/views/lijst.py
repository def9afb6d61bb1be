"""What all A–Z lists share: letters, paging and the words around them."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from sociale_basis.kern.pagina import (
    LETTERS,
    bij_letter,
    bladzijde,
    gekozen_letter,
    letters_met_inhoud,
)
from wijken.models import Gebied


def gekozen_wijk(request: HttpRequest) -> Gebied | None:
    """The area in ?wijk=, None for all of them; 404 for one that does not exist."""
    slug = request.GET.get("wijk")
    rijen = Gebied.objects.zichtbaar()
    return get_object_or_404(rijen, slug=slug) if slug else None


def az_lijst(request: HttpRequest, rijen: QuerySet) -> dict[str, Any]:
    """Context of an A–Z list: the page asked for, and which letters have rows (4 queries)."""
    letter = gekozen_letter(request)
    return {
        "bladzijde": bladzijde(request, bij_letter(rijen, letter)),
        "letter": letter,
        "letters": LETTERS,
        "letters_met_inhoud": letters_met_inhoud(rijen),
    }
