"""The own profile: texts, one tap for full or a pause, and stopping (H6, V9, V7).

Behind a login in /werk/, or behind a signed link in a mail. A GET changes nothing.
"""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from sociale_basis.kern.begrenzen import te_vaak
from sociale_basis.kern.ondertekend import LinkFout, Verlopen, achter_link
from sociale_basis.kern.tegelijk import in_een_keer
from sociale_basis.kern.werkplek import in_werkplek

from ..forms import Profielformulier
from ..models import Aanspreekpersoon, profiel_van
from ..models.aanspreekpersoon_query import Stand
from ..post import persoon_van

KEER, SECONDEN = 200, 3600
INGELOGD, MET_LINK = "werk/basis.html", "base.html"


class Pauze(forms.Form):
    """When somebody thinks to be back; nothing is fine too."""

    terug_op = forms.DateField(required=False)


@in_werkplek
@in_een_keer
def profiel(request: HttpRequest) -> HttpResponse:
    """/werk/mijn-aanspreekprofiel/"""
    persoon = profiel_van(request.user)
    if persoon is None:
        raise Http404
    return _profiel(request, persoon, INGELOGD)


@achter_link
@in_een_keer
def profiel_met_link(request: HttpRequest, code: str) -> HttpResponse:
    """The same without a login; whoever has the link may do this and no more."""
    if te_vaak(request, "aanspreekprofiel", keer=KEER, seconden=SECONDEN):
        return _geen_link(request, "te_vaak", 429)
    try:
        persoon = persoon_van(code)
    except Verlopen:
        return _geen_link(request, "verlopen", 410)
    except LinkFout:
        return _geen_link(request, "ongeldig", 404)
    return _profiel(request, persoon, MET_LINK) if persoon else _geen_link(request, "weg", 410)


def _geen_link(request: HttpRequest, waarom: str, status: int) -> HttpResponse:
    return render(request, "vrijwilligers/geen_link.html", {"waarom": waarom}, status=status)


def _profiel(request: HttpRequest, persoon: Aanspreekpersoon, basis: str) -> HttpResponse:
    if request.method == "POST":
        return _doe(request, _vergrendeld(persoon), basis)
    if "stoppen" in request.GET:
        return _toon(request, "stoppen", persoon, basis)
    formulier = Profielformulier(instance=persoon)
    return _toon(request, "profiel", persoon, basis, formulier=formulier)


def _vergrendeld(persoon: Aanspreekpersoon) -> Aanspreekpersoon:
    """As it is now; another window waits until this one is done."""
    Aanspreekpersoon.objects.select_for_update().filter(pk=persoon.pk).values("pk").first()
    return get_object_or_404(Aanspreekpersoon.objects.niet_gearchiveerd(), pk=persoon.pk)


def _doe(request: HttpRequest, persoon: Aanspreekpersoon, basis: str) -> HttpResponse:
    """One button, one thing."""
    doe = request.POST.get("doe", "")
    if doe in Stand.values:
        return _zet_stand(request, persoon, Stand(doe))
    if doe == "toestemming":
        persoon.geef_toestemming()
        messages.success(request, _("Dank u wel. We vragen het over een jaar opnieuw."))
        return redirect(request.path)
    if doe == "stop":
        persoon.stop()
        return _toon(request, "gestopt", persoon, MET_LINK)
    return _bewaar(request, persoon, basis)


def _zet_stand(request: HttpRequest, persoon: Aanspreekpersoon, stand: Stand) -> HttpResponse:
    pauze = Pauze(request.POST)
    terug_op = pauze.cleaned_data["terug_op"] if pauze.is_valid() else None
    persoon.zet_stand(stand, terug_op)
    melding = {
        Stand.ACTIEF: _("Fijn dat u er bent. Mensen kunnen u weer vragen stellen."),
        Stand.VOL: _("Het is goed zo. Op uw pagina staat dat u nu geen nieuwe vragen neemt."),
        Stand.PAUZE: _("Rust goed uit. U bent nu nergens op de website te vinden."),
    }
    messages.success(request, melding[stand])
    return redirect(request.path)


def _bewaar(request: HttpRequest, persoon: Aanspreekpersoon, basis: str) -> HttpResponse:
    formulier = Profielformulier(request.POST, request.FILES, instance=persoon)
    if formulier.is_valid():
        formulier.save()
        messages.success(request, _("Bewaard. Zo staat het nu op uw pagina."))
        return redirect(request.path)
    nu = Aanspreekpersoon.objects.get(pk=persoon.pk)  # as it is, not as it was typed
    return _toon(request, "profiel", nu, basis, formulier=formulier)


def _toon(
    request: HttpRequest, sjabloon: str, persoon: Aanspreekpersoon, basis: str, **erbij: Any
) -> HttpResponse:
    context = {"persoon": persoon, "basis": basis, "in_werk": basis == INGELOGD, **erbij}
    return render(request, f"vrijwilligers/{sjabloon}.html", context)
