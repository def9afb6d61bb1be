"""The handbook in the admin."""

from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from .lezen import Hoofdstuk, hoofdstukken


def handleiding(request: HttpRequest) -> HttpResponse:
    """All chapters, one line each."""
    context = {"title": _("Handleiding"), "hoofdstukken": hoofdstukken()}
    return _pagina(request, "admin/handleiding.html", context)


def hoofdstuk(request: HttpRequest, slug: str) -> HttpResponse:
    """One chapter, with the way to the next."""
    alle = hoofdstukken()
    plaats = next((nummer for nummer, deel in enumerate(alle) if deel.slug == slug), None)
    if plaats is None:
        raise Http404
    volgende: Hoofdstuk | None = next(iter(alle[plaats + 1 :]), None)
    context = {"title": alle[plaats].titel, "hoofdstuk": alle[plaats], "volgende": volgende}
    return _pagina(request, "admin/handleiding_hoofdstuk.html", context)


def _pagina(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, template, admin.site.each_context(request) | context)
