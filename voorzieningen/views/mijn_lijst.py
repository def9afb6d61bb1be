"""Keep provisions, print them, share them: the basic tool of a volunteer (H10)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ..mijn_lijst import COOKIE, MijnLijst, lees_nummers, voorzieningen_op_volgorde
from ..models import Voorziening


@never_cache
def mijn_lijst(request: HttpRequest) -> HttpResponse:
    """The visitor's own list, with a link to share it."""
    lijst = MijnLijst(request)
    gevonden = voorzieningen_op_volgorde(lijst.nummers)
    deel_pad = f"{reverse('voorzieningen:gedeelde_lijst')}?v={lijst.code}"
    context = {
        "voorzieningen": gevonden,
        "verdwenen": len(lijst.nummers) - len(gevonden),
        "deel_url": request.build_absolute_uri(deel_pad),
    }
    return render(request, "voorzieningen/mijn_lijst.html", context)


def gedeelde_lijst(request: HttpRequest) -> HttpResponse:
    """The list in a link that somebody shared (?v=12.7.31); made to be printed."""
    nummers = lees_nummers(request.GET.get("v", ""))
    gevonden = voorzieningen_op_volgorde(nummers)
    context = {
        "voorzieningen": gevonden,
        "verdwenen": len(nummers) - len(gevonden),
        "deel_url": request.build_absolute_uri(),
    }
    return render(request, "voorzieningen/gedeelde_lijst.html", context)


@require_POST
def bewaar(request: HttpRequest) -> HttpResponse:
    """Put a provision on the list (or, with weg=1, take it off) and go back; leeg=1 empties it."""
    if request.POST.get("leeg"):
        response = redirect("voorzieningen:mijn_lijst")
        response.delete_cookie(COOKIE, samesite="Lax")
        return response
    nummers = lees_nummers(request.POST.get("voorziening", ""))
    gekozen = get_object_or_404(Voorziening.objects.zichtbaar(), pk__in=nummers[:1])
    lijst = MijnLijst(request)
    if request.POST.get("weg"):
        lijst.haal_weg(gekozen.pk)
    else:
        lijst.bewaar(gekozen.pk)
    response = redirect(_terug(request))
    lijst.schrijf(response)
    return response


def _terug(request: HttpRequest) -> str:
    """The page that the visitor came from, if it is one of ours."""
    terug = request.POST.get("terug", "")
    eigen = url_has_allowed_host_and_scheme(terug, allowed_hosts=None)
    return terug if terug and eigen else reverse("voorzieningen:mijn_lijst")
