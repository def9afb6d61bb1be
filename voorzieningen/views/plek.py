"""Places: the A–Z list and the page of one (M11)."""

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sociale_basis.kern.pagina import bladzijde, toont

from ..agendablokken import bij
from ..gegevens import jsonld_plek
from ..models import Locatie, Organisatie, Voorziening
from .lijst import az_lijst


def plekken(request: HttpRequest) -> HttpResponse:
    """Every place from A to Z; with ?ontmoeten=1 only those where anybody may drop in."""
    rijen = Locatie.objects.zichtbaar()
    ontmoeten = request.GET.get("ontmoeten") == "1"
    if ontmoeten:
        rijen = rijen.ontmoetingsplekken()
    context = az_lijst(request, rijen.voor_kaartjes()) | {"ontmoeten": ontmoeten}
    return render(request, "voorzieningen/plekken.html", context)


def _met_alles(rijen: QuerySet[Locatie]) -> QuerySet[Locatie]:
    return (
        rijen.select_related("gebied")
        .defer("gebied__grens")
        .prefetch_related(
            Prefetch("beheerstichting", Organisatie.objects.zichtbaar().voor_links()),
            Prefetch("organisaties", Organisatie.objects.zichtbaar().voor_links()),
            "ruimtes",
            "openingstijden",
            "afwijkingen",
        )
    )


@toont(Locatie, _met_alles)
def plek(request: HttpRequest, plek: Locatie) -> HttpResponse:
    """Where it is, when it is open, how accessible it is and what there is to do."""
    aanbod = Voorziening.objects.zichtbaar().filter(locaties=plek).algemeen_eerst()
    context = {
        "plek": plek,
        "stand": plek.stand(),
        "wijk": plek.gebied.wijk() if plek.gebied else None,
        "agenda": bij(locatie=plek),
        "bladzijde": bladzijde(request, aanbod.voor_kaartjes()),
        "jsonld": jsonld_plek(request, plek),
    }
    return render(request, "voorzieningen/plek.html", context)
