"""The page of an aanspreekpersoon, and what its address says when they are not here (H6)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from sociale_basis.kern.models import Verwijdering
from wijken.gezichten import gebied_bij
from wijken.models import Gebied

from ..kring import Kring, kring_van
from ..models import Aanspreekpersoon


@never_cache
def aanspreekpersoon(request: HttpRequest, slug: str) -> HttpResponse:
    """Who this is and what people come for. Kept by no cache and no search engine, so that a
    name that is taken back is taken back everywhere."""
    rijen = Aanspreekpersoon.objects.zichtbaar().voor_kaartjes()
    persoon = rijen.filter(slug=slug).first()
    antwoord = toon(request, persoon) if persoon else _niet_hier(request, slug)
    antwoord["X-Robots-Tag"] = "noindex, noarchive"
    return antwoord


def voorbeeld(request: HttpRequest, pk: int) -> HttpResponse:
    """The same page of anybody, visible or not: for staff only."""
    return toon(request, Aanspreekpersoon.objects.voor_kaartjes().get(pk=pk))


aanspreekpersoon.voorbeeld = voorbeeld  # type: ignore[attr-defined]


def toon(request: HttpRequest, persoon: Aanspreekpersoon) -> HttpResponse:
    gebieden = list(persoon.gebieden.zichtbaar().met_keten())
    context = {
        "persoon": persoon,
        "gebieden": gebieden,
        "gebied": gebieden[0] if gebieden else None,
        "themas": persoon.themas.zichtbaar(),
        "anderen": _anderen(gebieden, persoon) if persoon.is_vol else (),
    }
    return render(request, "vrijwilligers/aanspreekpersoon.html", context)


def _anderen(gebieden: list[Gebied], persoon: Aanspreekpersoon) -> list[Aanspreekpersoon]:
    """Who else is there for the same area: full is a fine answer, and never the last one (V9)."""
    kring = kring_van(gebieden[0]) if gebieden else Kring()
    rond = dict.fromkeys([*kring.hier, *kring.binnen, *kring.boven])
    return [rij for rij in rond if rij != persoon and rij.is_bereikbaar][:3]


def _niet_hier(request: HttpRequest, slug: str) -> HttpResponse:
    """Stopped: 410. Paused or not (yet) public: 404. Neither says who it was."""
    weg = Aanspreekpersoon.objects.filter(slug=slug).first()
    gestopt = weg.is_gearchiveerd if weg else _is_gewist(slug)
    if not weg and not gestopt:
        raise Http404
    context = {"gestopt": gestopt, "gebied": gebied_bij(weg) if weg else None}
    status = 410 if gestopt else 404
    return render(request, "vrijwilligers/niet_hier.html", context, status=status)


def _is_gewist(slug: str) -> bool:
    return Verwijdering.objects.openbaar().van(Aanspreekpersoon).filter(slug=slug).exists()
