"""/werk/: the front of it, and the way out (L5). The parts are registered by the apps."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sociale_basis.kern.werkplek import in_werkplek, werkdelen


@in_werkplek
def begin(request: HttpRequest) -> HttpResponse:
    """What there is to do; who has one part is brought there at once."""
    delen = werkdelen(request)
    if len(delen) == 1 and delen[0].url != request.path:
        return redirect(delen[0].url)
    return render(request, "werk/begin.html")


@require_POST
def uitloggen(request: HttpRequest) -> HttpResponse:
    logout(request)
    messages.success(request, _("U bent uitgelogd."))
    return redirect("voorpagina")
