"""Themes and target groups: everyday words in, provisions out (M2, M22)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sociale_basis.kern.pagina import bladzijde, toont
from wijken.models import Gebied

from ..models import Doelgroep, Thema, Voorziening
from ..models.voorziening import VoorzieningQuerySet
from .lijst import gekozen_wijk


def themas(request: HttpRequest) -> HttpResponse:
    """All themes in two levels, and the target groups."""
    context = {
        "themas": Thema.objects.zichtbaar().hoofdthemas().met_subthemas(),
        "doelgroepen": Doelgroep.objects.zichtbaar(),
    }
    return render(request, "voorzieningen/themas.html", context)


def _aanbod(request: HttpRequest, rijen: VoorzieningQuerySet) -> dict[str, object]:
    """The provisions, those for the chosen wijk only, general and collective ones first."""
    wijk = gekozen_wijk(request)
    if wijk:
        rijen = rijen.voor_gebied(wijk)
    return {
        "bladzijde": bladzijde(request, rijen.algemeen_eerst().voor_kaartjes()),
        "wijk": wijk,
        "wijken": Gebied.objects.zichtbaar().wijken().only("naam", "slug"),
    }


@toont(Thema, lambda rijen: rijen.select_related("ouder"))
def thema(request: HttpRequest, thema: Thema) -> HttpResponse:
    """What helps with this; a main theme covers its subthemes."""
    rijen = Voorziening.objects.zichtbaar().met_thema(thema)
    context = {"thema": thema, "subthemas": thema.subthemas.zichtbaar()} | _aanbod(request, rijen)
    return render(request, "voorzieningen/thema.html", context)


@toont(Doelgroep)
def doelgroep(request: HttpRequest, doelgroep: Doelgroep) -> HttpResponse:
    """What is there for these people."""
    rijen = Voorziening.objects.zichtbaar().filter(doelgroepen=doelgroep)
    context = {"doelgroep": doelgroep} | _aanbod(request, rijen)
    return render(request, "voorzieningen/doelgroep.html", context)
