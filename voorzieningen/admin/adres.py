"""Look up an address while filling in a place: staff only, a few times a minute."""

from typing import Any

from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from ..adreszoeker import NietBereikbaar, zoek_adressen

PER_MINUUT = 20
_VELDEN = ("straat", "huisnummer", "postcode", "plaats")


class AdresMixin:
    """Adds the address ``adres/``, that answers with addresses to choose from."""

    def get_urls(self) -> list[Any]:
        adres = self.admin_site.admin_view(require_POST(self.adres))  # type: ignore[attr-defined]
        eigen = path("adres/", adres, name="voorzieningen_locatie_adres")
        return [eigen, *super().get_urls()]  # type: ignore[misc]

    def adres(self, request: HttpRequest) -> HttpResponse:
        """What PDOK knows about the address as typed, or why there is nothing to show."""
        magniet = not self.has_change_permission(request) and not self.has_add_permission(request)  # type: ignore[attr-defined]
        if magniet:
            raise PermissionDenied
        vraag = " ".join(" ".join(request.POST.get(veld, "") for veld in _VELDEN).split())
        context: dict[str, Any] = {"vraag": vraag, "adressen": [], "storing": False, "druk": False}
        if _te_vaak(request):
            context["druk"] = True
        else:
            _zoek(vraag, context)
        return render(request, "admin/voorzieningen/_adressen.html", context)


def adreszoekadres() -> str:
    """Where the form asks for addresses."""
    return reverse("admin:voorzieningen_locatie_adres")


def _zoek(vraag: str, context: dict[str, Any]) -> None:
    try:
        context["adressen"] = zoek_adressen(vraag)
    except NietBereikbaar:
        context["storing"] = True


def _te_vaak(request: HttpRequest) -> bool:
    """Whether this person asked more than ``PER_MINUUT`` times in a minute."""
    sleutel = f"adreszoeker-{request.user.pk}"
    cache.add(sleutel, 0, 60)
    try:
        return cache.incr(sleutel) > PER_MINUUT
    except ValueError:  # it expired in between
        return False
