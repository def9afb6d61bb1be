"""Visitors tell what is wrong or missing: short, without account, without captcha (V5)."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from sociale_basis.kern.begrenzen import te_vaak
from sociale_basis.kern.pagina import toont

from ..forms.melding import IkMisIets, KloptNiet, Melding
from ..models import Activiteit, Locatie, Organisatie, Voorziening
from ..models.voorstel import Doel

KEER, SECONDEN = 20, 3600  # a library or a town hall has one address for all its visitors


def ik_mis_iets(request: HttpRequest) -> HttpResponse:
    """Something is not on the website; ?wat= is what somebody looked for in vain."""
    begin = {"wat": request.GET.get("wat", "")[:120]}
    formulier = IkMisIets(request.POST or None, initial=begin)
    return _neem_aan(request, formulier, lambda: formulier.bewaar(), "ik_mis_iets.html", {})


def klopt_niet(request: HttpRequest, ding: Doel) -> HttpResponse:
    """Something about this entry is wrong."""
    formulier = KloptNiet(request.POST or None)
    return _neem_aan(
        request, formulier, lambda: formulier.bewaar(ding), "klopt_niet.html", {"ding": ding}
    )


voorziening_klopt_niet = toont(Voorziening)(klopt_niet)
organisatie_klopt_niet = toont(Organisatie)(klopt_niet)
plek_klopt_niet = toont(Locatie)(klopt_niet)
activiteit_klopt_niet = toont(Activiteit)(klopt_niet)


def bedankt(request: HttpRequest) -> HttpResponse:
    """What happens next with what somebody told."""
    return render(request, "voorzieningen/bedankt.html")


def _neem_aan(
    request: HttpRequest,
    formulier: Melding,
    bewaar: Callable[[], object],
    sjabloon: str,
    context: dict[str, Any],
) -> HttpResponse:
    """Keep it and say thanks, or show the form with what was typed. A robot is thanked too."""
    status = 200
    if request.method == "POST":
        goed = formulier.is_valid()
        if goed and formulier.is_robot:
            return redirect("voorzieningen:bedankt")
        if te_vaak(request, "melden", keer=KEER, seconden=SECONDEN):
            status = 429
            formulier.add_error(None, _("U stuurde al veel berichten. Probeer het later, of bel."))
        elif goed:
            bewaar()
            return redirect("voorzieningen:bedankt")
    context |= {"formulier": formulier}
    return render(request, f"voorzieningen/{sjabloon}", context, status=status)
