"""Provisions: the A–Z list and the page of one."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sociale_basis.kern.pagina import toont

from ..agendablokken import bij
from ..boom.plek import plek_van
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


@toont(Voorziening, lambda rijen: rijen.select_related("laag"))
def voorziening(request: HttpRequest, voorziening: Voorziening) -> HttpResponse:
    """What it is, for whom, how to begin, what it costs, who is responsible, what comes
    before and after it, and who has regie (H2-H4).

    Functions are called by the template, once, and not at all while it has kept what they give.
    """
    voorziening.leest_eenmaal = True
    verbanden = cache(lambda: verbanden_van(voorziening))
    context = {
        "voorziening": voorziening,
        "verbanden": verbanden,
        "agenda": cache(lambda: bij(voorziening=voorziening)),
        "boomplek": cache(lambda: plek_van(voorziening)),
        "stand": cache(voorziening.stand),
        "bewaard": voorziening.pk in MijnLijst(request),
        "jsonld": cache(lambda: jsonld_voorziening(request, voorziening, verbanden())),
    }
    return render(request, "voorzieningen/voorziening.html", context)
