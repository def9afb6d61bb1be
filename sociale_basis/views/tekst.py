"""Pages whose text staff edit: privacy, accessibility, about."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from sociale_basis.kern.models import Tekst


def tekst(request: HttpRequest, sleutel: str) -> HttpResponse:
    """One editable text."""
    return render(request, "tekst.html", {"tekst": get_object_or_404(Tekst, sleutel=sleutel)})
