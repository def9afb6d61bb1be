"""Pages for machines: sitemap, robots.txt, security.txt."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap as sitemap_view
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from voorzieningen.models import (
    Activiteit,
    Boomlaag,
    Doelgroep,
    Locatie,
    Organisatie,
    Thema,
    Voorziening,
)
from wijken.models import Gebied

VASTE_PAGINAS = (
    "voorpagina",
    "voorzieningen:voorzieningen",
    "voorzieningen:organisaties",
    "voorzieningen:plekken",
    "voorzieningen:agenda",
    "voorzieningen:themas",
    "voorzieningen:begrippen",
    "voorzieningen:kaart",
    "voorzieningen:boom",
    "voorzieningen:route",
    "voorzieningen:regie",
    "wijken:wijken",
    "over",
    "toegankelijkheid",
    "privacy",
)


class Zichtbaar(Sitemap):
    """Every visible row of a kind."""

    def __init__(self, model: Any) -> None:
        self.model = model

    def items(self) -> QuerySet:
        return self.model.objects.zichtbaar().only("slug", "gewijzigd_op").order_by("pk")

    def lastmod(self, item: Any) -> datetime:
        return item.gewijzigd_op


class VastePaginas(Sitemap):
    def items(self) -> tuple[str, ...]:
        return VASTE_PAGINAS

    def location(self, item: str) -> str:
        return reverse(item)


def sitemap(request: HttpRequest) -> HttpResponse:
    """All public pages, straight from ``zichtbaar()``."""
    soorten = (Voorziening, Organisatie, Locatie, Thema, Doelgroep, Gebied, Boomlaag, Activiteit)
    delen: dict[str, Any] = {str(model._meta.model_name): Zichtbaar(model) for model in soorten}
    return sitemap_view(request, {"vast": VastePaginas(), **delen})


def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be found, except what is only useful to one visitor."""
    kaart = request.build_absolute_uri(reverse("sitemap"))
    regels = ["User-agent: *", "Disallow: /beheer/", "Disallow: /lijst/", "Disallow: /mijn-lijst/"]
    regels += ["Disallow: /nakijken/", "Disallow: /werk/"]
    return HttpResponse("\n".join([*regels, f"Sitemap: {kaart}", ""]), content_type="text/plain")


def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a leak (RFC 9116); expires half a year from now, so never forgotten."""
    verloopt = (datetime.now(UTC) + timedelta(days=183)).replace(
        microsecond=0, hour=0, minute=0, second=0
    )
    regels = [
        f"Contact: mailto:{settings.BEVEILIGING_EMAIL}",
        f"Expires: {verloopt.isoformat()}",
        "Preferred-Languages: nl, en",
        f"Canonical: {request.build_absolute_uri()}",
        "",
    ]
    return HttpResponse("\n".join(regels), content_type="text/plain; charset=utf-8")
