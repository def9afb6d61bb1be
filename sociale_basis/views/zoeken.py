"""Searching: everyday words in, the right help out, and never a dead end (H1, H10, M2)."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from sociale_basis.kern.pagina import PER_PAGINA
from sociale_basis.kern.zoeken.tellen import tel
from sociale_basis.kern.zoeken.voorstellen import stel_voor
from sociale_basis.zoekpagina.bladeren import Bladzijde
from sociale_basis.zoekpagina.filters import groepen
from sociale_basis.zoekpagina.kaartjes import kaartjes
from sociale_basis.zoekpagina.keuze import Zoekkeuze
from sociale_basis.zoekpagina.punten import punten_van
from voorzieningen.models import Thema


@require_safe
@never_cache
def zoeken(request: HttpRequest) -> HttpResponse:
    """The search page; only the results for a request of htmx."""
    keuze = Zoekkeuze.uit(request.GET)
    context = _leeg(keuze) if keuze.is_leeg else _gevonden(keuze)
    deel = request.headers.get("HX-Target") == "resultaten"
    sjabloon = "zoeken/_resultaten.html" if deel else "zoeken/zoeken.html"
    return render(request, sjabloon, context)


def _leeg(keuze: Zoekkeuze) -> dict[str, Any]:
    return {"keuze": keuze, "themas": Thema.objects.zichtbaar().hoofdthemas()}


def _gevonden(keuze: Zoekkeuze) -> dict[str, Any]:
    """What was found, the choices beside it and, when nothing fits, where to go instead."""
    resultaat = keuze.zoek()
    if keuze.telt:
        tel(resultaat)
    past = resultaat.is_antwoord or bool(resultaat.totaal and not resultaat.herkend.vraag.strip())
    context: dict[str, Any] = {
        "past": past,
        "keuze": keuze,
        "resultaat": resultaat,
        "kaartjes": kaartjes(resultaat),
        "groepen": groepen(resultaat, keuze.facetten),
        "bladzijde": Bladzijde(keuze.pagina, resultaat.totaal, PER_PAGINA),
        "gebied": resultaat.herkend.gegevens.get("gebied"),
    }
    if not past:
        context["themas"] = Thema.objects.zichtbaar().hoofdthemas()
    return context


@require_safe
def voorstellen(request: HttpRequest) -> HttpResponse:
    """What a visitor may be typing, as options of a list."""
    begin = request.GET.get("q", "").replace("\x00", " ")[:60]
    context = {"voorstellen": stel_voor(begin)}
    return render(request, "zoeken/_voorstellen.html", context)


@require_safe
def zoekpunten(request: HttpRequest) -> HttpResponse:
    """The places of the results as GeoJSON, at most 2,000 markers."""
    return JsonResponse(punten_van(Zoekkeuze.uit(request.GET)))
