"""Times, queries and sizes of pages, each against the empty page in the same process."""

import gzip
import random
import resource
import statistics
from dataclasses import asdict, dataclass
from time import perf_counter
from typing import Any

from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from voorzieningen.models import Locatie, Organisatie, Stap, Thema, Voorziening
from wijken.models import Gebied

from .zoekdelen import meet_delen

RONDES = 30
VERZOEKEN = 1000
KLEINE_KAART = 10_000  # provisions; the design allows a search more above it


@dataclass
class Meting:
    """One page: milliseconds (median), times the empty page, queries, kB of HTML and gzipped."""

    pagina: str
    ms: float
    keer_leeg: float
    budget: float
    vragen: int
    kb: float
    kb_gzip: float


def paginas() -> list[tuple[str, str, float]]:
    """(name, address, budget in times the empty page; 0 where the design sets none)."""
    midden = Voorziening.objects.count() // 2
    return [
        ("voorpagina", "/", 8),
        ("voorziening", Voorziening.objects.order_by("pk")[midden].get_absolute_url(), 8),
        ("organisatie", Organisatie.objects.order_by("pk")[5].get_absolute_url(), 8),
        ("plek", Locatie.objects.order_by("pk")[6].get_absolute_url(), 8),
        ("wijk", Gebied.objects.filter(soort="wijk")[5].get_absolute_url(), 8),
        ("thema", Thema.objects.order_by("pk")[3].get_absolute_url(), 0),
        ("voorzieningen A–Z", "/voorzieningen/", 0),
        ("voorzieningen, bladzijde 50", "/voorzieningen/?page=50", 0),
        ("kaart", "/kaart/", 0),
        ("kaart, dichtbij", "/kaart/?postcode=5401AB", 0),
        *zoekpaginas(),
        ("zoeken, voorstellen", "/zoeken/voorstellen/?q=huisw", 0),
        *boompaginas(),
    ]


def boompaginas() -> list[tuple[str, str, float]]:
    """The boom with 2,000 steps, and the provision at which most of them end."""
    doel = Stap.objects.filter(naar_voorziening__isnull=False).earliest("pk").naar_voorziening
    wijk = Gebied.objects.filter(soort="wijk")[5].slug
    return [
        ("voorziening waar veel stappen heen gaan", doel.get_absolute_url() if doel else "/", 8),
        ("boom", "/boom/", 0),
        ("boom, met thema", "/boom/?thema=thema-3", 0),
        ("boom van een wijk", f"/wijk/{wijk}/boom/", 0),
        ("boom van een wijk, met thema", f"/wijk/{wijk}/boom/?thema=thema-3", 0),
        ("laag", "/boom/laag/team/", 0),
        ("zo kan het gaan", f"/boom/route/?thema=thema-3&wijk={wijk}", 0),
        ("regie", "/regie/", 0),
        ("regie, met antwoord", "/regie/?thema=thema-1&thema=thema-2&als=voorwaarde-0", 0),
    ]


def zoekpaginas() -> list[tuple[str, str, float]]:
    """Usual questions, and a word that a third or more of all entries contain."""
    groot = Voorziening.objects.count() > KLEINE_KAART
    gewoon, overal = (15, 40) if groot else (10, 10)
    return [
        ("zoeken: gewone vraag", "/zoeken/?q=huiswerkhulp+voor+jongeren", gewoon),
        ("zoeken: zin", "/zoeken/?q=ik+zoek+iemand+die+mij+helpt+met+formulieren", gewoon),
        ("zoeken: typefout", "/zoeken/?q=fomulierenhlup", gewoon),
        ("zoeken: wijk en filter", "/zoeken/?q=koffie+in+wijk+3&toegang=inloop", gewoon),
        ("zoeken: woord dat overal staat", "/zoeken/?q=koffie", overal),
        ("zoeken: woord overal, bladzijde 40", "/zoeken/?q=koffie&page=40", overal),
    ]


def meet() -> dict[str, Any]:
    """All measurements, as plain data."""
    with override_settings(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF="sociale_basis.bench.urls"):
        client = Client()
        rijen = [asdict(_meet_pagina(client, *pagina)) for pagina in paginas()]
        delen = {naam: meet_delen(client, adres, RONDES) for naam, adres, _b in zoekpaginas()}
        return {
            "paginas": rijen,
            "delen": delen,
            "punten": _meet_punten(client),
            "mb": _geheugen(client),
        }


def _tijden(client: Client, adres: str) -> float:
    begin = perf_counter()
    antwoord = client.get(adres)
    duur = perf_counter() - begin
    if antwoord.status_code != 200:
        raise RuntimeError(f"{adres}: {antwoord.status_code}")
    return duur * 1000


def _meet_pagina(client: Client, naam: str, adres: str, budget: float) -> Meting:
    """Page and empty page take turns, so that a busy machine slows both alike.

    The first request does not count: it reads the word lists that the process keeps.
    """
    client.get(adres)
    with CaptureQueriesContext(connection) as vragen:
        inhoud = client.get(adres).content
        aantal_vragen = len(vragen)
    paren = [(_tijden(client, adres), _tijden(client, "/leeg/")) for _ronde in range(RONDES)]
    ms = statistics.median(paar[0] for paar in paren)
    leeg = statistics.median(paar[1] for paar in paren)
    return Meting(
        naam, round(ms, 1), round(ms / leeg, 1), budget, aantal_vragen,
        round(len(inhoud) / 1000, 1), round(len(gzip.compress(inhoud)) / 1000, 1),
    )  # fmt: skip


def _meet_punten(client: Client) -> dict[str, float]:
    """The markers of the map: at most 2,000, fetched apart from the page."""
    inhoud = client.get("/kaart/punten.json").content
    tijden = [_tijden(client, "/kaart/punten.json") for _ronde in range(5)]
    return {
        "ms": round(statistics.median(tijden), 1),
        "kb_gzip": round(len(gzip.compress(inhoud)) / 1000, 1),
        "nabij_ms": round(_dichtstbij(), 2),
    }


def _dichtstbij() -> float:
    begin = perf_counter()
    for stap in range(20):
        list(Locatie.objects.zichtbaar().dichtstbij(51.6 + stap / 100, 5.6, 20).values_list("pk"))
    return (perf_counter() - begin) / 20 * 1000


def _geheugen(client: Client) -> float:
    """Peak megabytes of this process after 1,000 mixed requests."""
    kies = random.Random(1)  # noqa: S311  (the same mix every time)
    adressen = [adres for _naam, adres, _budget in paginas()]
    for _verzoek in range(VERZOEKEN):
        client.get(kies.choice(adressen))
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 0)
