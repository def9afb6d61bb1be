"""/werk/profiel/: a member of a team keeps the own card true, and says when they are away (M3).

Whatever is asked, the row is that of who is logged in: no address names another one.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sociale_basis.kern.werkplek import in_werkplek

from ..forms.profiel import Afwezigheidsformulier, Profielformulier
from ..models import Teamlid


@in_werkplek
def profiel(request: HttpRequest) -> HttpResponse:
    """The own card, to look at and to change."""
    lid = get_object_or_404(Teamlid.objects.van(request.user))
    formulier = Profielformulier(request.POST or None, request.FILES or None, instance=lid)
    if request.method == "POST" and formulier.is_valid():
        formulier.save()
        messages.success(request, _("Opgeslagen. Zo staat het nu op de website."))
        return redirect("wijken:profiel")
    return _toon(request, lid, formulier=formulier)


@require_POST
@in_werkplek
def meld_afwezig(request: HttpRequest) -> HttpResponse:
    """Away from one day to another; the page of the wijk says it at once."""
    lid = get_object_or_404(Teamlid.objects.van(request.user))
    formulier = Afwezigheidsformulier(request.POST, lid=lid)
    if formulier.is_valid():
        formulier.save()
        messages.success(request, _("Genoteerd. Bewoners zien het in die dagen op de website."))
        return redirect("wijken:profiel")
    return _toon(request, lid, afwezig=formulier)


@require_POST
@in_werkplek
def weer_aanwezig(request: HttpRequest, pk: int) -> HttpResponse:
    """Take out an own absence."""
    lid = get_object_or_404(Teamlid.objects.van(request.user))
    get_object_or_404(lid.afwezigheden, pk=pk).delete()
    messages.success(request, _("Die dagen zijn weggehaald. U staat weer als aanwezig."))
    return redirect("wijken:profiel")


def _toon(request: HttpRequest, lid: Teamlid, **formulieren: Any) -> HttpResponse:
    """The page; a form that was not sent is fresh, and shows what is stored."""
    bewaard = Teamlid.objects.get(pk=lid.pk)
    context = {
        "lid": bewaard,
        "inzetten": bewaard.inzetten.select_related("gebied"),
        "weg": bewaard.afwezigheden.niet_voorbij().select_related("vervanger"),
        "formulier": Profielformulier(instance=bewaard),
        "afwezig": Afwezigheidsformulier(lid=bewaard),
        **formulieren,
    }
    return render(request, "werk/profiel.html", context)
