"""The addresses of the portal, and an empty page to measure against."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from sociale_basis import urls
from sociale_basis.context import VANGNET


class LeegPortaal:
    """What the frame of a page shows, without asking the database."""

    naam = gemeente = "Leeg"
    contact = VANGNET
    canoniek = "http://testserver/leeg/"
    mijn_lijst_aantal = 0


def leeg(request: HttpRequest) -> HttpResponse:
    return render(request, "base.html", {"portaal": LeegPortaal()})


urlpatterns = [path("leeg/", leeg), *urls.urlpatterns]
handler404 = urls.handler404
handler500 = urls.handler500
