"""Hints for a text while staff type it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from sociale_basis.kern.leesbaarheid import lees

LANGSTE = 20_000  # characters


@require_POST
def leesbaarheid(request: HttpRequest) -> HttpResponse:
    """The hints for the field that ?veld= names, as a piece of a page; nothing is kept."""
    tekst = request.POST.get(request.GET.get("veld", ""), "")[:LANGSTE]
    return render(request, "admin/_leesadvies.html", {"advies": lees(tekst)})
