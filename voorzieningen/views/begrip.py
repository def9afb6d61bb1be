"""The glossary (V4)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ..models import Begrip


def begrippen(request: HttpRequest) -> HttpResponse:
    """Every word with its explanation on one page, so that links can point at a word."""
    per_letter: dict[str, list[Begrip]] = {}
    for begrip in Begrip.objects.zichtbaar():
        per_letter.setdefault(begrip.sorteernaam[:1].upper(), []).append(begrip)
    return render(request, "voorzieningen/begrippen.html", {"per_letter": per_letter})
