"""The boom: of the municipality, of a wijk, of one layer, and the way for one question (H5)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sociale_basis.kern.pagina import bladzijde, toont
from wijken.gezichten import gezicht_bij
from wijken.models import Gebied

from ..boom.opbouw import boom_van
from ..boom.route import route_voor
from ..boom.tekening import tekeningen
from ..models import Boomlaag, Stap, Thema, Voorziening


def boom(request: HttpRequest) -> HttpResponse:
    """The boom of the whole municipality: its roots are the wijken."""
    return _toon_boom(request, Gebied.objects.gemeente())


@toont(Gebied, lambda rijen: rijen.met_keten())
def wijkboom(request: HttpRequest, gebied: Gebied) -> HttpResponse:
    """The boom of one area; with ?thema= the way for that theme is lit up."""
    return _toon_boom(request, gebied)


def _toon_boom(request: HttpRequest, gebied: Gebied | None) -> HttpResponse:
    boom = boom_van(gebied, gekozen_thema(request)) if gebied else None
    context = {
        "boom": boom,
        "gebied": gebied,
        "tekeningen": tekeningen(boom) if boom else (),
        "deel_url": request.build_absolute_uri(),
    }
    return render(request, "voorzieningen/boom/boom.html", context)


@toont(Boomlaag, lambda rijen: rijen.met_contact())
def boomlaag(request: HttpRequest, laag: Boomlaag) -> HttpResponse:
    """One layer: what it is, where it ends, the steps, and all help that belongs to it."""
    wijk, thema = gekozen_gebied(request), gekozen_thema(request)
    hulp = Voorziening.objects.zichtbaar().in_laag(laag)
    hulp = hulp.voor_gebied(wijk) if wijk else hulp
    hulp = hulp.met_thema(thema) if thema else hulp
    stappen = list(Stap.objects.zichtbaar().filter(van_laag=laag).met_enden())
    context = {
        "laag": laag,
        "wijk": wijk,
        "thema": thema,
        "contact": laag.contact(wijk),
        "omhoog": [stap for stap in stappen if not stap.is_terug],
        "terug": [stap for stap in stappen if stap.is_terug],
        "bladzijde": bladzijde(request, hulp.algemeen_eerst().voor_kaartjes()),
        **_keuzes(),
    }
    return render(request, "voorzieningen/boom/laag.html", context)


def route(request: HttpRequest) -> HttpResponse:
    """Zo kan het gaan: the steps for one theme in one wijk, on one sheet of paper."""
    thema, gebied = gekozen_thema(request), gekozen_gebied(request)
    overal = gebied or (Gebied.objects.gemeente() if thema else None)
    context = {
        "thema": thema,
        "wijk": gebied,
        "route": route_voor(thema, overal) if thema and overal else None,
        "gezicht": gezicht_bij(overal) if thema else None,
        "deel_url": request.build_absolute_uri(),
        **_keuzes(),
    }
    return render(request, "voorzieningen/boom/route.html", context)


def _keuzes() -> dict[str, Any]:
    """What the form on these pages offers; two queries."""
    return {
        "themas": Thema.objects.zichtbaar().hoofdthemas().only("naam", "slug"),
        "wijken": Gebied.objects.zichtbaar().wijken().only("naam", "slug"),
    }


def gekozen_thema(request: HttpRequest) -> Thema | None:
    """The theme in ?thema=; one that does not exist counts as none chosen."""
    slug = request.GET.get("thema", "")
    rijen = Thema.objects.zichtbaar().select_related("ouder")
    return rijen.filter(slug=slug).first() if slug else None


def gekozen_gebied(request: HttpRequest) -> Gebied | None:
    """The area in ?wijk= with those above it; one that does not exist counts as none chosen."""
    slug = request.GET.get("wijk", "")
    return Gebied.objects.zichtbaar().met_keten().filter(slug=slug).first() if slug else None
