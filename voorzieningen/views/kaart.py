"""The map, always with the list beside it that says the same."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sociale_basis.kern.pagina import bladzijde
from wijken.models import Gebied

from ..kaartkeuze import Kaartkeuze
from ..models import Thema


def kaart(request: HttpRequest) -> HttpResponse:
    """Places on the map, narrowed by kind, theme, wijk or nearness to a postcode."""
    keuze = Kaartkeuze.uit(request.GET)
    context = {
        "keuze": keuze,
        "bladzijde": bladzijde(request, keuze.plekken_met_aanbod()),
        "themas": Thema.objects.zichtbaar().hoofdthemas().only("naam", "slug"),
        "wijken": Gebied.objects.zichtbaar().wijken().only("naam", "slug"),
    }
    return render(request, "voorzieningen/kaart.html", context)


@require_safe
def punten(request: HttpRequest) -> HttpResponse:
    """The markers for the same choice as GeoJSON, at most 2,000, fetched apart from the page."""
    return JsonResponse(Kaartkeuze.uit(request.GET).geojson())
