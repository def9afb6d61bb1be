"""Organisations: the A–Z list and the page of one."""

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sociale_basis.kern.pagina import bladzijde, toont

from ..gegevens import jsonld_organisatie
from ..models import Locatie, Organisatie, Voorziening
from .lijst import az_lijst


def organisaties(request: HttpRequest) -> HttpResponse:
    """Every organisation, from A to Z."""
    rijen = Organisatie.objects.zichtbaar()
    return render(request, "voorzieningen/organisaties.html", az_lijst(request, rijen))


def _met_plekken(rijen: QuerySet[Organisatie]) -> QuerySet[Organisatie]:
    return rijen.prefetch_related(
        Prefetch("locaties", Locatie.objects.zichtbaar().voor_links(), to_attr="plekken")
    )


@toont(Organisatie, _met_plekken)
def organisatie(request: HttpRequest, organisatie: Organisatie) -> HttpResponse:
    """Who they are, how to reach them, and all that they are responsible for or carry out."""
    aanbod = Voorziening.objects.zichtbaar().van_organisatie(organisatie).algemeen_eerst()
    context = {
        "organisatie": organisatie,
        "bladzijde": bladzijde(request, aanbod.voor_kaartjes()),
        "jsonld": jsonld_organisatie(request, organisatie),
    }
    return render(request, "voorzieningen/organisatie.html", context)
