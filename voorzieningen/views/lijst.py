"""What all A–Z lists share: letters, paging and the words around them."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from sociale_basis.kern.pagina import (
    LETTERS,
    bij_letter,
    bladzijde,
    gekozen_letter,
    letters_met_inhoud,
)


def az_lijst(request: HttpRequest, rijen: QuerySet) -> dict[str, Any]:
    """Context of an A–Z list: the page asked for, and which letters have rows (4 queries)."""
    letter = gekozen_letter(request)
    return {
        "bladzijde": bladzijde(request, bij_letter(rijen, letter)),
        "letter": letter,
        "letters": LETTERS,
        "letters_met_inhoud": letters_met_inhoud(rijen),
    }
