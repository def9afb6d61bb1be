"""/werk/profiel/: a member of a team keeps the own card true, and says when they are away (M3).

Whatever is asked, the row is that of who is logged in: no address names another one.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sociale_basis.kern.tegelijk import in_een_keer, met_versie
from sociale_basis.kern.werkplek import in_werkplek

from ..forms.profiel import Afwezigheidsformulier, Profielformulier
from ..models import Teamlid


@in_werkplek
@in_een_keer
def profiel(request: HttpRequest) -> HttpResponse:
    """The own card, to look at and to change; locked while it is saved."""
    eigen = Teamlid.objects.van(request.user)
    if request.method != "POST":
        return _toon(request, get_object_or_404(met_versie(eigen)))
    eigen.select_for_update().values("pk").first()
    lid = get_object_or_404(eigen)
    formulier = Profielformulier(request.POST, request.FILES, instance=lid)
    if formulier.is_valid():
        formulier.save()
        messages.success(request, _("Opgeslagen. Zo staat het nu op de website."))
        return redirect("wijken:profiel")
    return _toon(request, Teamlid.objects.get(pk=lid.pk), formulier=formulier)


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
    """The page of a row as it is stored; a form that was not sent is fresh."""
    context = {
        "lid": lid,
        "inzetten": lid.inzetten.select_related("gebied"),
        "weg": lid.afwezigheden.niet_voorbij().select_related("vervanger"),
        "formulier": formulieren.get("formulier") or Profielformulier(instance=lid),
        "afwezig": formulieren.get("afwezig") or Afwezigheidsformulier(lid=lid),
    }
    return render(request, "werk/profiel.html", context)
