"""The front page: one question, themes in everyday words, the own wijk, a number to call."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from voorzieningen.models import Thema
from wijken.models import Gebied
from wijken.uitrol import uitrol


def voorpagina(request: HttpRequest) -> HttpResponse:
    """What is it about? (H1, H10)"""
    wijken = list(Gebied.objects.zichtbaar().wijken().voor_contact())
    context = {
        "themas": Thema.objects.zichtbaar().hoofdthemas(),
        "wijken": wijken,
        "uitrol": uitrol(wijken),
    }
    return render(request, "voorpagina.html", context)
