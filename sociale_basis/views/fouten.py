"""Error pages that help: what happened, what to do now, and whom to call."""

from django.core.exceptions import DisallowedHost
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseServerError,
)
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext as _


def fout_400(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Our own page, except for a foreign host name: with that no link can be made."""
    if isinstance(exception, DisallowedHost):
        tekst = _("Dit adres hoort niet bij dit portaal.")
        return HttpResponseBadRequest(tekst, content_type="text/plain; charset=utf-8")
    return render(request, "400.html", status=400)


def fout_403(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def fout_404(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def fout_500(request: HttpRequest) -> HttpResponse:
    """Rendered without context and without database: that may be what is broken."""
    return HttpResponseServerError(loader.render_to_string("500.html"))
