"""The network of an area, and who signed the intentieovereenkomst (M6, V9, V13, M18)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sociale_basis.kern.pagina import toont

from ..models import Gebied, Netwerkpartner
from ..netwerk import borden, netwerk_van, netwerken_onder, standen, tekeningen


@toont(Gebied)
def netwerk(request: HttpRequest, gebied: Gebied) -> HttpResponse:
    """The rings as a drawing and in words; of a larger area also the networks below it."""
    kring = netwerk_van(gebied)
    context = {
        "gebied": gebied,
        "keten": gebied.keten()[::-1],
        "netwerk": kring,
        "borden": borden(kring),
        "tekeningen": tekeningen(kring),
        "netwerken": netwerken_onder(gebied),
    }
    return render(request, "wijken/netwerk/netwerk.html", context)


def intentieovereenkomst(request: HttpRequest) -> HttpResponse:
    """Who signed, per area, and how many partners there are (M18)."""
    alle = standen(Netwerkpartner.objects.zichtbaar().met_namen())
    context = {
        "standen": [stand for stand in alle if stand.tekenden],
        "aantal": sum(len(stand.tekenden) for stand in alle),
    }
    return render(request, "wijken/netwerk/intentieovereenkomst.html", context)
