"""The addresses of the portal and one page that breaks, to see what a visitor then gets."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from sociale_basis.urls import *  # noqa: F403
from sociale_basis.urls import urlpatterns as gewone_urls


def kapot(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("broken on purpose")


urlpatterns = [*gewone_urls, path("kapot/", kapot)]
