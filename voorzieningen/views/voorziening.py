"""Provisions: the A–Z list and the page of one."""

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sociale_basis.kern.pagina import toont
from wijken.models import Gebied

from ..gegevens import jsonld_voorziening
from ..mijn_lijst import MijnLijst
from ..models import Doelgroep, Locatie, Organisatie, Thema, Voorziening
from .lijst import az_lijst, gekozen_wijk


def voorzieningen(request: HttpRequest) -> HttpResponse:
    """Everything that helps, from A to Z; with ?wijk= what serves that wijk."""
    rijen = Voorziening.objects.zichtbaar().voor_kaartjes()
    wijk = gekozen_wijk(request)
    if wijk:
        rijen = rijen.voor_gebied(wijk)
    context = az_lijst(request, rijen) | {"wijk": wijk}
    return render(request, "voorzieningen/voorzieningen.html", context)


def _met_alles(rijen: QuerySet[Voorziening]) -> QuerySet[Voorziening]:
    """One query per related kind, each of them only what the public may see.

    ``only()`` halves the time of the page: most of it goes into naming columns.
    """
    themas = Thema.objects.zichtbaar().select_related("ouder")
    return rijen.prefetch_related(
        Prefetch("verantwoordelijke", Organisatie.objects.zichtbaar().voor_links()),
        Prefetch("themas", themas.only("naam", "slug", "ouder__naam", "ouder__slug")),
        Prefetch("doelgroepen", Doelgroep.objects.zichtbaar().only("naam", "slug")),
        Prefetch("gebieden", Gebied.objects.zichtbaar().only("naam", "slug")),
        Prefetch("uitvoerders", Organisatie.objects.zichtbaar().voor_links()),
        Prefetch("locaties", Locatie.objects.zichtbaar().voor_links(), to_attr="plekken"),
        "talen",
        "openingstijden",
        "afwijkingen",
    )


@toont(Voorziening, _met_alles)
def voorziening(request: HttpRequest, voorziening: Voorziening) -> HttpResponse:
    """What it is, for whom, how to begin, what it costs and who is responsible (H2)."""
    context = {
        "voorziening": voorziening,
        "stand": voorziening.stand(),
        "bewaard": voorziening.pk in MijnLijst(request),
        "jsonld": jsonld_voorziening(request, voorziening),
    }
    return render(request, "voorzieningen/voorziening.html", context)
