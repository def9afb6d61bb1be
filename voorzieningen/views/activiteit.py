"""The page of one activity (M11)."""

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sociale_basis.kern.pagina import toont
from wijken.models import Gebied

from ..agenda.feiten import feiten_van
from ..gegevens_activiteit import jsonld_activiteit
from ..models import Activiteit, Doelgroep, Locatie, Organisatie, Thema, Voorziening


def _met_alles(rijen: QuerySet[Activiteit]) -> QuerySet[Activiteit]:
    """Only what is public of all that hangs on it: the preview of staff shows the same."""
    themas = Thema.objects.zichtbaar().select_related("ouder")
    return rijen.prefetch_related(
        Prefetch("locatie", Locatie.objects.zichtbaar().voor_links()),
        Prefetch("verantwoordelijke", Organisatie.objects.zichtbaar().voor_links()),
        Prefetch("voorziening", Voorziening.objects.zichtbaar().only("titel", "slug")),
        Prefetch("gebieden", Gebied.objects.zichtbaar().only("naam", "slug")),
        Prefetch("doelgroepen", Doelgroep.objects.zichtbaar().only("naam", "slug")),
        Prefetch("themas", themas.only("naam", "slug", "ouder__naam", "ouder__slug")),
    )


@toont(Activiteit, _met_alles)
def activiteit(request: HttpRequest, activiteit: Activiteit) -> HttpResponse:
    """When it is next and after that, where, what it costs, for whom, and who to ask."""
    feiten = feiten_van(activiteit)
    context = {
        "activiteit": activiteit,
        "feiten": feiten,
        "jsonld": jsonld_activiteit(request, activiteit, feiten.volgende),
    }
    return render(request, "voorzieningen/agenda/activiteit.html", context)
