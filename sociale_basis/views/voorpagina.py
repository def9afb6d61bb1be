"""The front page: one question, themes in everyday words, the own wijk, a number to call."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from voorzieningen.models import Thema
from wijken.models import Gebied


def voorpagina(request: HttpRequest) -> HttpResponse:
    """What is it about? (H1, H10)"""
    context = {
        "themas": Thema.objects.zichtbaar().hoofdthemas(),
        "wijken": Gebied.objects.zichtbaar().wijken(),
    }
    return render(request, "voorpagina.html", context)
