"""Wijken: the list, the page of one, and the way there from a postcode (V2, M1, H6)."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from sociale_basis.kern.pagina import toont

from ..gezichten import weet_gebied
from ..kaart import grenzen_geojson
from ..models import Gebied
from ..opzoeken import zoek_postcode
from ..uitrol import uitrol
from ..wijkblokken import MET_WIJKEN


def wijken(request: HttpRequest) -> HttpResponse:
    """All wijken under their stadsdeel, with a postcode box and a map."""
    rijen = Gebied.objects.zichtbaar().wijken().met_keten()
    return render(request, "wijken/wijken.html", {"wijken": rijen, "uitrol": uitrol(rijen)})


@toont(Gebied, lambda rijen: rijen.met_keten())
def wijk(request: HttpRequest, gebied: Gebied) -> HttpResponse:
    """One area: whom to call, what is there, its buurten and its map."""
    request.gemeente = gebied.keten()[-1]  # type: ignore[attr-defined]
    context = {
        "gebied": gebied,
        "keten": gebied.keten()[:0:-1],
        "kinderen": _kinderen(gebied),
    }
    return render(request, "wijken/wijk.html", context)


def _kinderen(gebied: Gebied) -> Any:
    """The buurten of a wijk; the wijken of a larger area stand with their team."""
    if gebied.soort in MET_WIJKEN:
        return Gebied.objects.none()
    return Gebied.objects.zichtbaar().onder(gebied).only("naam", "slug")


def mijn_wijk(request: HttpRequest) -> HttpResponse:
    """From a postcode (and house number) to the wijk; every answer leads somewhere."""
    postcode = request.GET.get("postcode", "")[:20]
    huisnummer = request.GET.get("huisnummer", "")[:10]
    antwoord = zoek_postcode(postcode, huisnummer) if postcode.strip() else None
    if antwoord and antwoord.soort == "wijk" and antwoord.gebied:
        return redirect(antwoord.gebied)
    weet_gebied(request, antwoord.gebied if antwoord else None)
    context = {
        "antwoord": antwoord,
        "postcode": postcode,
        "huisnummer": huisnummer,
        "wijken": Gebied.objects.zichtbaar().wijken(),
    }
    return render(request, "wijken/mijn_wijk.html", context)


@require_safe
def grenzen(request: HttpRequest) -> HttpResponse:
    """Borders as GeoJSON: of all wijken, or with ?gebied= of one area and its parts."""
    slug = request.GET.get("gebied")
    rijen = Gebied.objects.zichtbaar()
    if slug:
        gebied = get_object_or_404(rijen, slug=slug)
        rijen = rijen.filter(pk=gebied.pk) | rijen.onder(gebied)
    else:
        rijen = rijen.wijken()
    return JsonResponse(grenzen_geojson(rijen))
