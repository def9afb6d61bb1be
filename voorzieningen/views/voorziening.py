"""Provisions: the A–Z list and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sociale_basis.kern.pagina import toont

from ..gegevens import jsonld_voorziening
from ..mijn_lijst import MijnLijst
from ..models import Voorziening
from ..verbanden import verbanden_van
from .lijst import az_lijst, gekozen_wijk


def voorzieningen(request: HttpRequest) -> HttpResponse:
    """Everything that helps, from A to Z; with ?wijk= what serves that wijk."""
    rijen = Voorziening.objects.zichtbaar().voor_kaartjes()
    wijk = gekozen_wijk(request)
    if wijk:
        rijen = rijen.voor_gebied(wijk)
    context = az_lijst(request, rijen) | {"wijk": wijk}
    return render(request, "voorzieningen/voorzieningen.html", context)


@toont(Voorziening, lambda rijen: rijen.prefetch_related(*Voorziening.TIJDEN))
def voorziening(request: HttpRequest, voorziening: Voorziening) -> HttpResponse:
    """What it is, for whom, how to begin, what it costs and who is responsible (H2)."""
    verbanden = verbanden_van(voorziening)
    context = {
        "voorziening": voorziening,
        "verbanden": verbanden,
        "stand": voorziening.stand(),
        "bewaard": voorziening.pk in MijnLijst(request),
        "jsonld": jsonld_voorziening(request, voorziening, verbanden),
    }
    return render(request, "voorzieningen/voorziening.html", context)
