"""A form of /beheer/ or /werk/ sent after the session ended: kept until its writer is back.

What was typed waits in the session of the browser it came from, past the checks against forged
forms. After logging in a page shows it, and one click sends it to where it was going. It is shown
to nobody else than who was logged in before.
"""

import re
from typing import Any

from django.contrib.admin import site
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from sociale_basis.kern.werkplek import behoedt_getypt

from .sessieduur import van_wie
from .wacht import GETYPT
from .wie import begin_van

FORMULIER = re.compile(r"/(?:add|\d+/change)/$|^/werk/")
GROOTST = 200_000  # characters
NOOIT = {"csrfmiddlewaretoken"}


def bewaar(request: HttpRequest) -> bool:
    """Keep the form; False when it is none, or too big, or nobody knows whose it is."""
    wie = van_wie(request)
    velden = [
        [naam, waarde]
        for naam, waarden in request.POST.lists()
        if naam not in NOOIT and "password" not in naam
        for waarde in waarden
    ]
    past = sum(len(naam) + len(waarde) for naam, waarde in velden) <= GROOTST
    if not (wie and past and velden and FORMULIER.search(request.path)):
        return False
    request.session[GETYPT] = {"wie": wie, "pad": request.get_full_path(), "velden": velden}
    return True


def vergeet(request: HttpRequest) -> None:
    """The form was sent after all, or thrown away."""
    request.session.pop(GETYPT, None)


@behoedt_getypt
def behoed(request: HttpRequest, binnen: bool) -> str:
    """For every form: forget what waited, or keep this one and say where its writer finds it."""
    if binnen:
        vergeet(request)
        return ""
    return reverse("admin:doorgaan") if bewaar(request) else ""


@never_cache
def doorgaan(request: HttpRequest) -> HttpResponse:
    """What was typed, to send again or to throw away; only for its writer."""
    getypt: dict[str, Any] | None = request.session.get(GETYPT)
    if request.method == "POST" or getypt is None or getypt["wie"] != request.user.pk:
        vergeet(request)
        return redirect(begin_van(request.user))
    context = {
        **site.each_context(request),
        "title": _("Wat u typte, is er nog"),
        "pad": getypt["pad"],
        "velden": getypt["velden"],
        "leesbaar": [waarde for _naam, waarde in getypt["velden"] if len(waarde) > 15],
    }
    return render(request, "toegang/doorgaan.html", context)
