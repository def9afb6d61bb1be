"""/werk/netwerk/: the verbinder keeps the network, the team looks, a partner says how it goes.

Who may do what: the team of an area sees its network with all contacts; its verbinder changes
it; a partner with a login changes own contact and capacity and nothing else. Somebody of another
wijk gets a 404, a colleague who may only look a 403.
"""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sociale_basis.kern.tegelijk import in_een_keer
from sociale_basis.kern.werkplek import in_werkplek

from ..forms.netwerk import Eigenform, Partnerform, Wegform
from ..models import Gebied, Netwerkpartner, verbindt, werkgebieden
from ..netwerk import standen


@in_werkplek
def begin(request: HttpRequest) -> HttpResponse:
    """The networks of the own areas; a partner finds here what is about themselves."""
    gebieden = _gebieden(request)
    eigen = list(Netwerkpartner.objects.van(request.user).met_namen())
    if len(gebieden) == 1 and not eigen:
        return redirect("wijken:werk_netwerk_gebied", gebieden[0].slug)
    rijen = Netwerkpartner.objects.niet_gearchiveerd().filter(gebied__in=gebieden).met_namen()
    aantallen = {stand.gebied: len(stand.partners) for stand in standen(rijen)}
    context = {
        "eigen": eigen,
        "gebieden": [(gebied, aantallen.get(gebied, 0)) for gebied in gebieden],
    }
    return render(request, "wijken/netwerk/werk/begin.html", context)


@in_werkplek
def gebied(request: HttpRequest, slug: str) -> HttpResponse:
    """One network with all contacts, the ones that are not public too."""
    gebied = _gebied(request, slug)
    rijen = Netwerkpartner.objects.niet_gearchiveerd()
    boven = rijen.in_gebied(gebied).exclude(gebied=gebied).zichtbaar()
    context = {
        "gebied": gebied,
        "partners": rijen.filter(gebied=gebied).met_namen(),
        "boven": boven.met_namen(),
        "mag_wijzigen": gebied.pk in verbindt(request.user),
    }
    return render(request, "wijken/netwerk/werk/gebied.html", context)


@in_werkplek
def nieuw(request: HttpRequest, slug: str) -> HttpResponse:
    gebied = _gebied(request, slug)
    _alleen_verbinder(request, gebied.pk)
    partner = Netwerkpartner(gebied=gebied)
    return _formulier(request, Partnerform, partner, _("Voeg een partner toe"))


@in_werkplek
@in_een_keer
def wijzig(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole form for the verbinder, the short one for the partner itself."""
    partner = _partner(request, pk)
    if partner.gebied_id in verbindt(request.user):
        return _formulier(request, Partnerform, partner, partner.naam)
    if partner.gebruiker_id == request.user.pk:
        return _formulier(request, Eigenform, partner, partner.naam)
    raise PermissionDenied


@in_werkplek
@require_POST
@transaction.atomic
def andere_ring(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a partner to the other ring; sending it twice moves it once."""
    partner = _partner(request, pk)
    _alleen_verbinder(request, partner.gebied_id)
    ring = request.POST.get("ring")
    if ring in Netwerkpartner.Ring.values and ring != partner.ring:
        partner.ring = ring
        partner.save(update_fields=["ring", "gewijzigd_op"])
        plek = {"naam": partner.naam, "ring": partner.get_ring_display()}
        messages.success(request, _("%(naam)s staat nu in de %(ring)s.") % plek)
    return redirect("wijken:werk_netwerk_gebied", partner.gebied.slug)


@in_werkplek
@in_een_keer
def haal_weg(request: HttpRequest, pk: int) -> HttpResponse:
    """Archive with a reason: the partner leaves every page at once."""
    partner = _partner(request, pk)
    _alleen_verbinder(request, partner.gebied_id)
    form = Wegform(request.POST or None)
    if request.method == "POST" and form.is_valid():
        partner.archiveer(form.cleaned_data["reden"])
        messages.success(request, _("%s staat niet meer in het netwerk.") % partner.naam)
        return redirect("wijken:werk_netwerk_gebied", partner.gebied.slug)
    context = {"formulier": form, "partner": partner, "gebied": partner.gebied}
    return render(request, "wijken/netwerk/werk/weg.html", context)


def _gebieden(request: HttpRequest) -> list[Gebied]:
    """Own areas that have a network: no buurten."""
    rijen = Gebied.objects.zichtbaar().filter(pk__in=werkgebieden(request.user))
    return list(rijen.exclude(soort=Gebied.Soort.BUURT))


def _gebied(request: HttpRequest, slug: str) -> Gebied:
    eigen = Gebied.objects.zichtbaar().filter(pk__in=werkgebieden(request.user))
    return get_object_or_404(eigen, slug=slug)


def _partner(request: HttpRequest, pk: int) -> Netwerkpartner:
    """A partner that this person may see with contacts; locked while something is saved."""
    if request.method == "POST":
        Netwerkpartner.objects.select_for_update().filter(pk=pk).values("pk").first()
    return get_object_or_404(Netwerkpartner.objects.met_contact_voor(request.user), pk=pk)


def _alleen_verbinder(request: HttpRequest, gebied: int) -> None:
    if gebied not in verbindt(request.user):
        raise PermissionDenied


def _formulier(
    request: HttpRequest,
    soort: type[Partnerform | Eigenform],
    partner: Netwerkpartner,
    titel: str,
) -> HttpResponse:
    terug = _terug(request, partner)
    form: forms.ModelForm = soort(request.POST or None, instance=partner)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("%s is bewaard.") % partner.naam)
        return redirect(terug)
    context: dict[str, Any] = {
        "formulier": form,
        "partner": partner,
        "gebied": partner.gebied,
        "titel": titel,
        "terug": terug,
        "is_verbinder": soort is Partnerform,
    }
    return render(request, "wijken/netwerk/werk/formulier.html", context)


def _terug(request: HttpRequest, partner: Netwerkpartner) -> str:
    """The list of the area for who works there, the own page for a partner."""
    if partner.gebied_id in werkgebieden(request.user):
        return reverse("wijken:werk_netwerk_gebied", args=[partner.gebied.slug])
    return reverse("wijken:werk_netwerk")
