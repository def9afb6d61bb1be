"""Guards over the whole site: each page that has a URL is visited, today's and tomorrow's.

``tests/hulp/adressen.py`` finds the addresses. What stands here holds on every page.
"""

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.hulp.adressen import DELEN, GEEN_PAGINA, Geval, paginas, routes, zonder_argument
from tests.hulp.html import Lezer, html_fouten
from tests.hulp.verslag import niets_in

KB = 1000
MAX_HTML, MAX_GZIP, MAX_QUERIES = 60 * KB, 15 * KB, 12
elke_pagina = pytest.mark.parametrize("geval", paginas(), ids=str)


@dataclass
class Bezoek:
    """What one visit gave: address, status, headers, text, what was read, number of queries."""

    adres: str
    status: int
    headers: dict[str, str]
    html: str
    lezer: Lezer
    queries: int


Bezoeker = Callable[[Geval], Bezoek]


@pytest.fixture(scope="module")
def bezoek(demo: None) -> Bezoeker:
    """Visit a page of the demo as a resident; a second time it is remembered."""
    onthouden: dict[Geval, Bezoek] = {}

    def ga(geval: Geval) -> Bezoek:
        if geval not in onthouden:
            onthouden[geval] = _bezoek(geval.adres())
        return onthouden[geval]

    return ga


def _bezoek(adres: str) -> Bezoek:
    client = Client()
    client.get(adres)  # what Django itself remembers (content types) does not count
    for opslag in caches.all():
        opslag.clear()  # what a page keeps for a minute does count
    with CaptureQueriesContext(connection) as queries:
        antwoord = client.get(adres)
    html = antwoord.content.decode()
    return Bezoek(
        adres, antwoord.status_code, dict(antwoord.headers), html, Lezer(html), len(queries)
    )


# --- every page, without a browser ---------------------------------------------------------


@elke_pagina
def test_every_page_answers_as_a_page(bezoek: Bezoeker, geval: Geval) -> None:
    pagina = bezoek(geval)
    assert pagina.status == geval.status
    assert pagina.headers["Content-Type"].startswith("text/html"), (
        f"{geval} is not a page: add its route to GEEN_PAGINA in tests/hulp/adressen.py"
    )


@elke_pagina
def test_every_page_says_what_it_is(bezoek: Bezoeker, geval: Geval) -> None:
    lezer = bezoek(geval).lezer
    assert lezer.h1 == 1
    assert lezer.taal == "nl"
    assert lezer.titel
    assert lezer.beschrijving
    assert not lezer.dubbele_ids()


@elke_pagina
def test_one_thing_at_most_stands_out_on_a_page(bezoek: Bezoeker, geval: Geval) -> None:
    assert bezoek(geval).html.count("paneel--nadruk") <= 1


@elke_pagina
def test_every_page_is_strict_about_scripts_and_styles(bezoek: Bezoeker, geval: Geval) -> None:
    pagina = bezoek(geval)
    beleid = pagina.headers["Content-Security-Policy"]
    assert "default-src 'self'" in beleid
    assert "unsafe" not in beleid
    assert pagina.lezer.inline == []


@elke_pagina
def test_every_page_is_light(bezoek: Bezoeker, geval: Geval) -> None:
    pagina = bezoek(geval)
    inhoud = pagina.html.encode()
    assert len(inhoud) < MAX_HTML
    assert len(gzip.compress(inhoud)) < MAX_GZIP
    assert pagina.queries <= MAX_QUERIES


def test_every_page_is_valid_html(bezoek: Bezoeker) -> None:
    niets_in(html_fouten({str(geval): bezoek(geval).html for geval in paginas()}))


def test_no_two_pages_have_the_same_title(bezoek: Bezoeker) -> None:
    per_titel: dict[str, list[str]] = {}
    for geval in paginas():
        if "?" not in geval.route and geval.status == 200 and not geval.voorbeeld:
            per_titel.setdefault(bezoek(geval).lezer.titel, []).append(str(geval))
    niets_in(f"{titel}: {wie}" for titel, wie in per_titel.items() if len(wie) > 1)


@pytest.fixture(scope="module")
def achter_links(bezoek: Bezoeker) -> dict[str, tuple[list[str], int, bytes]]:
    """Every address that a page links to: the pages with the link, the status, what it holds."""
    waar: dict[str, list[str]] = {}
    for geval in paginas():
        for link in _interne_links(bezoek(geval)):
            waar.setdefault(link, []).append(str(geval))
    client = Client()
    return {link: (op, *_haal(client, link)) for link, op in waar.items()}


def _haal(client: Client, adres: str) -> tuple[int, bytes]:
    antwoord = client.get(adres)
    is_pagina = antwoord.headers.get("Content-Type", "").startswith("text/html")
    return antwoord.status_code, antwoord.content if is_pagina else b""


def test_every_link_on_every_page_leads_somewhere(achter_links) -> None:
    niets_in(f"{n} {link} on {op[:3]}" for link, (op, n, _) in achter_links.items() if n >= 400)


def test_every_page_behind_a_link_is_light(achter_links) -> None:
    niets_in(
        f"{link}: {len(inhoud)} bytes, gzip {len(gzip.compress(inhoud))}"
        for link, (_, _, inhoud) in achter_links.items()
        if len(inhoud) >= MAX_HTML or len(gzip.compress(inhoud)) >= MAX_GZIP
    )


@elke_pagina
def test_links_within_a_page_have_a_target(bezoek: Bezoeker, geval: Geval) -> None:
    lezer = bezoek(geval).lezer
    ankers = {link[1:] for link in lezer.links if link.startswith("#")}
    assert ankers <= set(lezer.ids)


def _interne_links(pagina: Bezoek) -> Iterator[str]:
    basis = urljoin("http://testserver", pagina.adres)
    for link in pagina.lezer.links + pagina.lezer.bronnen:
        doel = urlsplit(urldefrag(urljoin(basis, unescape(link))).url)
        adres = doel._replace(scheme="", netloc="").geturl()
        hier = doel.netloc == "testserver" and doel.scheme == "http"
        if hier and adres != pagina.adres:  # an error page names its own address
            yield adres


# --- what is not a page --------------------------------------------------------------------


@pytest.mark.parametrize(("route", "status"), GEEN_PAGINA.items())
def test_what_is_not_a_page_answers_too(demo: None, route: str, status: int) -> None:
    antwoord = Client().get(f"/{route}")
    assert antwoord.status_code == status
    is_deel = status >= 400 or route in DELEN
    assert is_deel or not antwoord.headers["Content-Type"].startswith("text/html")


def test_the_list_of_what_is_not_a_page_has_no_leftovers() -> None:
    assert set(GEEN_PAGINA) <= set(routes())


# --- errors, emptiness and bad input -------------------------------------------------------

VREEMD = [
    "page=9999",
    "page=x",
    "page=-1",
    "pagina=0",
    "letter=%25",
    "letter=",
    "postcode=<script>alert(1)</script>",
    "postcode=5401%00",
    "thema=%27%22%3E",
    "v=1.x.99999999999999999999",
    "gebied[]=1",
]


@pytest.mark.parametrize("vreemd", VREEMD)
def test_no_page_breaks_on_odd_parameters(demo: None, vreemd: str) -> None:
    client = Client()
    for adres in [*zonder_argument(), *(f"/{route}" for route in GEEN_PAGINA)]:
        antwoord = client.get(f"{adres}?{vreemd}")
        assert antwoord.status_code < 500, adres
        assert b"<script>alert" not in antwoord.content, adres


@pytest.mark.django_db
@pytest.mark.parametrize("adres", zonder_argument())
def test_every_page_makes_sense_before_there_is_any_data(adres: str) -> None:
    antwoord = Client().get(adres)
    assert antwoord.status_code == 200
    assert Lezer(antwoord.content.decode()).h1 == 1


@pytest.mark.django_db
def test_pages_without_any_data_are_valid_html() -> None:
    client = Client()
    niets_in(html_fouten({a: client.get(a).content.decode() for a in zonder_argument()}))


def test_a_page_that_is_not_there_gives_a_number_to_call(demo: None) -> None:
    antwoord = Client().get("/bestaat-niet/")
    assert antwoord.status_code == 404
    assert 'href="tel:' in antwoord.content.decode()


def test_a_foreign_host_name_is_turned_away() -> None:
    antwoord = Client(raise_request_exception=False).get(
        "/", headers={"host": "kwaad.voorbeeld.nl"}
    )
    assert antwoord.status_code == 400


def test_a_page_that_breaks_still_says_so_kindly_without_a_database(settings) -> None:
    settings.ROOT_URLCONF = "tests.hulp.kapotte_urls"
    antwoord = Client(raise_request_exception=False).get("/kapot/")
    html = antwoord.content.decode()
    assert antwoord.status_code == 500
    assert Lezer(html).h1 == 1
    niets_in(html_fouten({"500": html}))
    assert "broken on purpose" not in html
