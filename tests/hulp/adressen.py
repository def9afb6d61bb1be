"""Every address of the portal with examples from the demo, for the site-wide guards.

``paginas()`` walks the URL patterns, so a new page is visited without anyone remembering.
A pattern with an argument needs an example in ``VOORBEELDEN``; what is not a page for people
stands in ``GEEN_PAGINA``; states worth a look of their own go into ``TOESTANDEN`` or
``BIJZONDER``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps
from django.db.models import QuerySet
from django.urls import URLPattern, URLResolver, get_resolver

BUITEN_BESCHOUWING = ("beheer/", "werk/")  # behind a login

# Routes that give a part of a page, for a script to put in its place.
DELEN = {"zoeken/voorstellen/"}

# Routes that answer with something else than a page, and with which status to a plain GET.
GEEN_PAGINA = {
    "agenda/agenda.ics": 200,
    ".well-known/security.txt": 200,
    "foto/<slug:sleutel>.webp": 404,
    "gezond/": 200,
    "kaart/grenzen.json": 200,
    "kaart/punten.json": 200,
    "zoeken/punten.json": 200,
    "zoeken/voorstellen/": 200,
    "mijn-lijst/bewaar/": 405,
    "robots.txt": 200,
    "sitemap.xml": 200,
}


# The same, with an argument: tests of their own visit them.
BESTANDEN = {
    "agenda/wijk/<slug:slug>.ics",
    "agenda/thema/<slug:slug>.ics",
    "agenda/plek/<slug:slug>.ics",
    "agenda/activiteit/<slug:slug>.ics",
}


def _slug(model: str, soort: str, rijen: QuerySet) -> str:
    gevonden = rijen.order_by("pk").first()
    assert gevonden, f"the demo has no {soort} {model}"
    return gevonden.slug


def _eerste(model: str, **filters: object) -> Callable[[], str]:
    """The slug of the first visible object, in the order of its primary key."""
    return lambda: _slug(model, f"visible {filters}", _manager(model).zichtbaar().filter(**filters))


def _manager(model: str) -> Any:
    return apps.get_model(model)._default_manager


def _controleverzoek() -> Any:
    """A mail to an owner of the demo with two entries, made on first use."""
    verzoek, nieuw = _manager("voorzieningen.Controleverzoek").get_or_create(
        organisatie=_manager("voorzieningen.Organisatie").zichtbaar().earliest("pk"),
        defaults={"email": "info@voorbeeld.nl"},
    )
    if nieuw:
        for model in ("Voorziening", "Locatie"):
            ding = _manager(f"voorzieningen.{model}").zichtbaar().lang_niet_gecontroleerd().first()
            if ding:
                verzoek.punten.create(**{model.lower(): ding})
    return verzoek


def _nakijken() -> str:
    return _controleverzoek().pad.split("/")[2]


def _profiellink() -> str:
    from vrijwilligers.post import profielpad

    return profielpad(_manager("vrijwilligers.Aanspreekpersoon").bereikbaar().earliest("pk"))


# Per route with an argument: what to fill in, read from the demo.
VOORBEELDEN: dict[str, Callable[[], str]] = {
    "aanspreekpersoon/<slug:slug>/": _eerste("vrijwilligers.Aanspreekpersoon", stand="actief"),
    "aanspreekprofiel/<str:code>/": lambda: _profiellink().split("/")[2],
    "activiteit/<slug:slug>/": _eerste("voorzieningen.Activiteit"),
    "activiteit/<slug:slug>/klopt-niet/": _eerste("voorzieningen.Activiteit"),
    "boom/laag/<slug:slug>/": _eerste("voorzieningen.Boomlaag"),
    "wijk/<slug:slug>/boom/": _eerste("wijken.Gebied", soort="wijk"),
    "wijk/<slug:slug>/netwerk/": _eerste("wijken.Gebied", soort="wijk"),
    "doelgroep/<slug:slug>/": _eerste("voorzieningen.Doelgroep"),
    "organisatie/<slug:slug>/": _eerste("voorzieningen.Organisatie"),
    "organisatie/<slug:slug>/klopt-niet/": _eerste("voorzieningen.Organisatie"),
    "plek/<slug:slug>/klopt-niet/": _eerste("voorzieningen.Locatie"),
    "voorziening/<slug:slug>/klopt-niet/": _eerste("voorzieningen.Voorziening"),
    "nakijken/<str:code>/": _nakijken,
    "nakijken/wijzigen/<str:code>/": lambda: _controleverzoek().punten.earliest("pk").code,
    "plek/<slug:slug>/": _eerste("voorzieningen.Locatie"),
    "thema/<slug:slug>/": _eerste("voorzieningen.Thema"),
    "voorziening/<slug:slug>/": _eerste("voorzieningen.Voorziening"),
    "wijk/<slug:slug>/": _eerste("wijken.Gebied", soort="wijk"),
}

# Empty, full and odd states of a page: address → status.
TOESTANDEN = {
    "/agenda/?wijk=volkel": 200,
    "/agenda/?dag=2020-01-01&van=morgen": 200,
    "/agenda/?postcode=5408AA&afstand=3&kosten=gratis&thema=koffie-en-inloop": 200,
    "/agenda/?postcode=5408AA&doelgroep=mensen-met-dementie&toegang=aanmelden": 200,
    "/agenda/?wijk=bestaat-niet&postcode=geen": 200,
    "/activiteit/zitdansen/": 200,
    "/plek/huiskamer-flatwijk/": 200,
    "/voorziening/zwanentafel-volkel/": 200,
    "/bestaat-niet/": 404,
    "/voorziening/bestaat-niet/": 404,
    "/voorzieningen/?page=2": 200,
    "/voorzieningen/?letter=x": 200,
    "/kaart/?thema=bestaat-niet": 200,
    "/kaart/?postcode=geen": 200,
    "/mijn-wijk/?postcode=9999ZZ": 200,
    "/mijn-wijk/?postcode=geen": 200,
    "/mijn-wijk/?postcode=5401": 200,
    "/lijst/?v=": 200,
    "/nakijken/geen-goede-code/": 404,
    "/nakijken/wijzigen/geen-goede-code/": 404,
    "/ik-mis-iets/?wat=wandelgroep": 200,
    "/zoeken/?q=ik+kan+mijn+rekeningen+niet+betalen": 200,
    "/zoeken/?q=paspoort+verlengen": 200,
    "/zoeken/?q=ik+wil+niet+meer+leven": 200,
    "/zoeken/?q=koffie+in+volkel&kosten=gratis&weergave=kaart": 200,
    "/lijst/?v=1.2.3": 200,
    "/wijk/volkel/bestaat-niet/": 404,
    "/aanspreekprofiel/geen-goede-code/": 404,
    "/zoeken/?q=iemand+die+turks+spreekt": 200,
    "/boom/?thema=geld-en-formulieren": 200,
    "/wijk/volkel/boom/?thema=hoe-ik-me-voel": 200,
    "/boom/route/?thema=geld-en-formulieren&wijk=volkel": 200,
    "/boom/laag/eigen-kring-en-buurt/?wijk=volkel&thema=wonen": 200,
    "/regie/?thema=geld-en-formulieren&thema=hoe-ik-me-voel&thema=wonen": 200,
    "/wijk/maashorst/netwerk/": 200,
    "/wijk/kom-volkel/netwerk/": 200,
    "/wijk/bestaat-niet/netwerk/": 404,
    "/regie/?thema=wonen&als=er-is-nu-gevaar": 200,
}


def _verlopen() -> QuerySet:
    return _manager("voorzieningen.Voorziening").zichtbaar().lang_niet_gecontroleerd()


def _gearchiveerd() -> QuerySet:
    return _manager("voorzieningen.Voorziening").verdwenen()


def _op_pauze() -> str:
    return str(_manager("vrijwilligers.Aanspreekpersoon").filter(stand="pauze").earliest("pk").slug)


# Objects in a state of their own: name → route, status, what to fill in.
VOORZIENING = "/voorziening/<slug:slug>/"
AANSPREEKPERSOON = "/aanspreekpersoon/<slug:slug>/"
BIJZONDER: dict[str, tuple[str, int, Callable[[], str]]] = {
    "full": (AANSPREEKPERSOON, 200, _eerste("vrijwilligers.Aanspreekpersoon", stand="vol")),
    "paused": (AANSPREEKPERSOON, 404, _op_pauze),
    "long unchecked": (VOORZIENING, 200, lambda: _slug("Voorziening", "unchecked", _verlopen())),
    "archived": (VOORZIENING, 410, lambda: _slug("Voorziening", "archived", _gearchiveerd())),
    "buurt": ("/wijk/<slug:slug>/", 200, _eerste("wijken.Gebied", soort="buurt")),
    "municipality": ("/wijk/<slug:slug>/", 200, _eerste("wijken.Gebied", soort="gemeente")),
}


@dataclass(frozen=True)
class Geval:
    """One address to visit: how tests call it, its route, and what it should answer."""

    naam: str
    route: str
    status: int = 200
    voorbeeld: Callable[[], str] | None = None

    def adres(self) -> str:
        """The address, with the argument filled in from the demo (needs the database)."""
        if "<" not in self.route:
            return self.route
        voorbeeld = self.voorbeeld or VOORBEELDEN.get(self.route[1:])
        if voorbeeld is None:
            pytest.fail(
                f"The URL pattern {self.route!r} has an argument: add an example for it to "
                "VOORBEELDEN in tests/hulp/adressen.py."
            )
        begin, rest = self.route.split("<", 1)
        return begin + voorbeeld() + rest.split(">", 1)[1]

    def __str__(self) -> str:
        return self.naam


def routes(resolver: URLResolver | None = None, begin: str = "") -> Iterator[str]:
    """Every route as written in the URL patterns, without a slash in front."""
    for patroon in (resolver or get_resolver()).url_patterns:
        route = f"{begin}{patroon.pattern}"
        if route.startswith(BUITEN_BESCHOUWING):
            continue
        if isinstance(patroon, URLPattern):
            yield route
        else:
            yield from routes(patroon, route)


def paginas() -> list[Geval]:
    """Every page, and every state of a page, that a visitor can look at."""
    geen = GEEN_PAGINA.keys() | BESTANDEN
    gewoon = [Geval(f"/{route}", f"/{route}") for route in routes() if route not in geen]
    toestanden = [Geval(adres, adres, status) for adres, status in TOESTANDEN.items()]
    bijzonder = [
        Geval(f"{route} {naam}", route, status, voorbeeld)
        for naam, (route, status, voorbeeld) in BIJZONDER.items()
    ]
    return gewoon + toestanden + bijzonder


def zonder_argument() -> list[str]:
    """Addresses of the pages that need nothing from the database."""
    return [f"/{route}" for route in routes() if "<" not in route and route not in GEEN_PAGINA]
