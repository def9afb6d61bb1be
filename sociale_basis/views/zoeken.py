"""Searching: everyday words in, the right help out, and never a dead end (H1, H10, M2)."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from sociale_basis.kern.pagina import PER_PAGINA
from sociale_basis.kern.zoeken.tellen import tel
from sociale_basis.kern.zoeken.voorstellen import stel_voor
from sociale_basis.kern.zoeken.zoek import Resultaat
from sociale_basis.zoekpagina.bladeren import Bladzijde
from sociale_basis.zoekpagina.filters import gekozen, groepen
from sociale_basis.zoekpagina.kaartjes import kaartjes
from sociale_basis.zoekpagina.keuze import Zoekkeuze
from sociale_basis.zoekpagina.punten import punten_van
from sociale_basis.zoekpagina.route import route_url
from voorzieningen.models import Thema

TYPEND = "X-Typend"  # zoeken.js sends it with a search that somebody is still typing


@require_safe
@never_cache
@vary_on_headers("HX-Target", TYPEND)
def zoeken(request: HttpRequest) -> HttpResponse:
    """The search page; only the results for a request of htmx.

    While somebody types, nothing is counted and no step is added to the browser's history.
    """
    keuze = Zoekkeuze.uit(request.GET)
    typend = TYPEND in request.headers
    context = _leeg(keuze) if keuze.is_leeg else _gevonden(keuze, request.GET, telt=not typend)
    deel = request.headers.get("HX-Target") == "resultaten"
    sjabloon = "zoeken/_resultaten.html" if deel else "zoeken/zoeken.html"
    antwoord = render(request, sjabloon, context)
    if typend:
        antwoord["HX-Replace-Url"] = request.get_full_path()
    return antwoord


def _leeg(keuze: Zoekkeuze) -> dict[str, Any]:
    return {"keuze": keuze, "themas": Thema.objects.zichtbaar().hoofdthemas()}


def _gevonden(keuze: Zoekkeuze, get: QueryDict, *, telt: bool) -> dict[str, Any]:
    """What was found, the choices beside it and, when nothing fits, where to go instead."""
    keuze, resultaat = _zoek(keuze)
    past = resultaat.is_antwoord or bool(resultaat.totaal and not resultaat.herkend.vraag.strip())
    if telt and keuze.telt and (not past or resultaat.bedoelde):
        tel(resultaat)
    alle_groepen = groepen(resultaat, keuze.facetten)
    gevonden = kaartjes(resultaat)
    context: dict[str, Any] = {
        "past": past,
        "keuze": keuze,
        "melding": keuze.melding_bij(resultaat),
        "resultaat": resultaat,
        "kaartjes": gevonden,
        "route_url": route_url(keuze, resultaat, gevonden) if past else "",
        "groepen": alle_groepen,
        "gekozen": gekozen(alle_groepen, keuze.los, get),
        "bladzijde": Bladzijde(keuze.pagina, resultaat.totaal, PER_PAGINA),
        **resultaat.herkend.gegevens,
    }
    if not past:
        context["themas"] = Thema.objects.zichtbaar().hoofdthemas()
    return context


def _zoek(keuze: Zoekkeuze) -> tuple[Zoekkeuze, Resultaat]:
    """The page asked for, or the last one where it is past the end."""
    resultaat = keuze.zoek()
    laatste = Bladzijde(keuze.pagina, resultaat.totaal, PER_PAGINA).num_pages
    if keuze.pagina > laatste:
        keuze = replace(keuze, pagina=laatste)
        resultaat = keuze.zoek()
    return keuze, resultaat


@require_safe
@never_cache
def voorstellen(request: HttpRequest) -> HttpResponse:
    """What a visitor may be typing, as options of a list."""
    begin = request.GET.get("q", "").replace("\x00", " ")[:60]
    context = {"voorstellen": stel_voor(begin)}
    return render(request, "zoeken/_voorstellen.html", context)


@require_safe
@never_cache
def zoekpunten(request: HttpRequest) -> HttpResponse:
    """The places of the results as GeoJSON, at most 2,000 markers."""
    return JsonResponse(punten_van(Zoekkeuze.uit(request.GET)))
