"""The same results in the same order on every database, proven in two ways.

The reference below reads no index: it weighs every text itself, following the rules of DESIGN
"Search". It runs on SQLite and on PostgreSQL, so both must agree with it and with each other.

``gelijk.txt`` holds what many questions find, with filters, orders and pages: one file for every
database. It says nothing about what is good: who makes the engine better writes it anew with
``VERNIEUW_GELIJK=1`` on one database, reads the difference, and runs it on the other one.
"""

import os
from collections import defaultdict
from itertools import product

import pytest

from sociale_basis.kern.models import Crisiswoord, Document, Samenstellingsdeel, Synoniem
from sociale_basis.kern.zoeken.facetten import Filters
from sociale_basis.kern.zoeken.index import werk_bij
from sociale_basis.kern.zoeken.kennis import kennis, woorden_gewijzigd
from sociale_basis.kern.zoeken.registratie import SOORTEN
from sociale_basis.kern.zoeken.vraag import Begrip, Vraag
from sociale_basis.kern.zoeken.wegen import gewichten, idf
from sociale_basis.kern.zoeken.woordenboek import is_er
from sociale_basis.kern.zoeken.zoek import zoek
from voorzieningen.models import Begrip as Ding

from .proef import MAP, lees_vragen

pytestmark = pytest.mark.django_db
VRAGEN = [
    vraag for bestand in ("vragen.txt", "vragen_apart.txt") for vraag, _ in lees_vragen(bestand)
]


class Naslag:
    """All texts in memory, weighed by the book."""

    def __init__(self) -> None:
        soort = SOORTEN["proefaanbod"]
        nummer = dict(Document.objects.values_list("object_id", "pk"))
        self.teksten = {
            nummer[ding.pk]: gewichten(soort.tekst(ding), kennis().analyse)[0]
            for ding in Ding.objects.all()
        }
        self.df: dict[str, int] = defaultdict(int)
        for tekst in self.teksten.values():
            for stam in tekst:
                self.df[stam] += 1

    def doelen(self, begrip: Begrip) -> dict[str, int]:
        """What a concept looks for: its own words too where its meaning hardly stands anywhere."""
        teksten = (
            min(self.df.get(stam, 0) for stam in doel.split())
            for doel, sterkte in begrip.stammen.items()
            if sterkte >= 50
        )
        karig = max(teksten, default=0) <= 5
        return {**begrip.eigen, **begrip.stammen} if karig else begrip.stammen

    def punten(self, begrip: Begrip, tekst: dict[str, int]) -> tuple[int, int]:
        """The best (points, strength) of any stem of a concept in one text."""
        n = len(self.teksten)
        plafond = idf(self.df[begrip.stam] if self.df.get(begrip.stam) else 0, n)
        beste = (0, 0)
        for doel, sterkte in sorted(self.doelen(begrip).items(), key=lambda p: (-p[1], p[0])):
            stammen = doel.split()
            if not all(tekst.get(stam) for stam in stammen):
                continue
            gewicht = min(tekst[stam] for stam in stammen)
            zeldzaam = min(self.df[stam] for stam in stammen)
            vol = gewicht * gewicht // 100
            if begrip.vreemd and gewicht <= 60:
                vol = vol * 40 // 100
            punten = max(1, sterkte * min(idf(zeldzaam, n), plafond) * vol // 10_000)
            if punten > beste[0]:
                dekt = min(100, sterkte + 25) if sterkte >= 50 else sterkte
                terloops = 40 if begrip.vreemd else 66
                beste = (punten, dekt if gewicht > 60 else dekt * terloops // 100)
        return beste

    def belang(self, begrip: Begrip, zinslengte: int) -> int:
        n = len(self.teksten)
        dfs = [
            min(self.df[stam] for stam in doel.split())
            for doel, sterkte in self.doelen(begrip).items()
            if sterkte >= 50 and all(self.df.get(stam) for stam in doel.split())
        ]
        if not begrip.telt:
            return 0
        if begrip.elders and not self.df.get(begrip.stam):
            return 4 * idf(0, n)
        if not dfs:
            return 2 * idf(0, n) * (55 if zinslengte > 2 else 80) // 100
        telt = 10 if begrip.vaag else 100
        if begrip.vreemd and not begrip.vaag and zinslengte > 2:
            telt = 40
        return (idf(0, n) + idf(max(dfs), n)) * telt // 100

    def zaak(self, gelezen: Vraag, begrippen: list[Begrip], tekst: dict[str, int]) -> int:
        """The part of the question that a text answers best; one for a question about one thing."""
        if not gelezen.vraagt_meer:
            return 0
        per_deel: dict[int, int] = defaultdict(int)
        for begrip in begrippen:
            per_deel[gelezen.zinsdeel(begrip)] += self.punten(begrip, tekst)[0] * begrip.telt
        return max(sorted(per_deel), key=lambda deel: per_deel[deel])

    def zoek(self, gelezen: Vraag) -> list[tuple[int, int, int]]:
        """[(document, score, coverage)] in order, before results take turns."""
        begrippen = [b for b in gelezen.begrippen if gelezen.is_vaag or not b.vaag]
        lengte = sum(b.telt for b in begrippen)
        belangen = [self.belang(b, lengte) for b in begrippen]
        rijen = []
        for nummer, tekst in self.teksten.items():
            delen = [self.punten(b, tekst) for b in begrippen]
            score = sum(p for p, _ in delen) * 10 // 10
            dekking = sum(w * s for w, (_, s) in zip(belangen, delen, strict=True))
            if any(s for _, s in delen):
                rijen.append((nummer, score, dekking * 1000 // ((sum(belangen) or 1) * 100)))
        beste = max((d for _, _, d in rijen), default=0)
        per_zaak: dict[int, int] = defaultdict(int)
        for nummer, _, dekking in rijen:
            zaak = self.zaak(gelezen, begrippen, self.teksten[nummer])
            per_zaak[zaak] = max(per_zaak[zaak], dekking)
        goed = []
        for nummer, score, dekking in rijen:
            van_zaak = per_zaak[self.zaak(gelezen, begrippen, self.teksten[nummer])]
            hoogste = beste if van_zaak < beste * 200 // 1000 else van_zaak
            if dekking >= hoogste * 400 // 1000:
                goed.append((nummer, score, dekking))
        return sorted(goed, key=lambda rij: (-rij[1] * (200 + rij[2]), rij[0]))


def test_over_many_questions_the_order_is_that_of_the_reference(aanbod: dict[int, str]) -> None:
    naslag = Naslag()
    nummers = dict(Document.objects.values_list("object_id", "pk"))
    for vraag in VRAGEN:
        resultaat = zoek(vraag, per_pagina=100)
        assert resultaat.gelezen is not None
        verwacht = naslag.zoek(resultaat.gelezen)
        gekregen = [(nummers[hit.object_id], hit.score, hit.dekking) for hit in resultaat.hits]
        assert sorted(gekregen) == sorted(verwacht), vraag
        is_een_zaak = not resultaat.gelezen.vraagt_meer
        if is_een_zaak and verwacht and max(dekking for _, _, dekking in verwacht) >= 750:
            assert gekregen == verwacht, vraag


UDEN = (51.66, 5.62)
FILTERS = {
    "": Filters(),
    "gratis": Filters({"kosten": ["gratis"]}),
    "wijken": Filters({"wijk": ["uden", "volkel"], "kosten": ["gratis", "betaald"]}),
    "straal": Filters(straal=6_000, punt=UDEN),
}
KOP = "# question / filters / order / page | total, answer | hits | counts | meant | to try"
VOLGORDES = ("relevantie", "dichtbij", "naam")
WOORDEN = {
    "blut, platzak": "geld, schulden",
    "rood staan": "schulden",
    "alleen, eenzaam": "maatje, gezelschap",
    "papieren, post": "formulieren, administratie",
    "praten": "luisterend oor",
    "huishouden, poetsen": "schoonmaken",
}
DELEN = "schuld hulp geld koffie ochtend mantel zorg taal les formulieren brigade vrijwilliger werk"


@pytest.fixture
def vaste_woorden(aanbod: dict[int, str]) -> None:
    """A few words of our own, so that better word lists leave the file as it is."""
    for model in (Synoniem, Crisiswoord, Samenstellingsdeel):
        model.objects.update(actief=False)
    for woorden, betekenis in WOORDEN.items():
        Synoniem.objects.create(woorden=woorden, betekenis=betekenis, sterkte=75)
    for deel in DELEN.split():
        Samenstellingsdeel.objects.update_or_create(woord=deel, defaults={"actief": True})
    woorden_gewijzigd()
    werk_bij("proefaanbod", aanbod, grondig=True)


Opgave = tuple[str, str, str, int]  # question, filters, order, page


def opgaven() -> list[Opgave]:
    """What the file asks, line by line."""
    delen = [regel.split(" | ")[0].rsplit(" / ", 3) for regel in _regels()]
    return [(vraag, filters, volgorde, int(nr)) for vraag, filters, volgorde, nr in delen]


def _regels() -> list[str]:
    return (MAP / "gelijk.txt").read_text(encoding="utf-8").splitlines()[1:]


def bevinding(opgave: Opgave, sleutels: dict[int, str]) -> str:
    """One line: what was asked, and all that came of it."""
    vraag, filters, volgorde, pagina = opgave
    gevonden = zoek(vraag, FILTERS[filters], pagina, 5, volgorde, UDEN)
    hits = " ".join(f"{sleutels[h.object_id]}:{h.score}:{h.dekking}" for h in gevonden.hits)
    tellingen = " ".join(
        f"{waarde}:{aantal}"
        for naam in ("kosten", "wijk")
        for waarde, aantal in sorted(gevonden.facetten.get(naam, {}).items())
    )
    delen = (
        f"{vraag} / {filters} / {volgorde} / {pagina}",
        f"{gevonden.totaal} {'ja' if gevonden.is_antwoord else 'nee'}",
        hits,
        tellingen,
        gevonden.bedoelde,
        ", ".join(gevonden.dichtstbij),
    )
    return " | ".join(delen).rstrip()


@pytest.mark.skipif(not is_er(), reason="the Dutch dictionary is not built")
@pytest.mark.usefixtures("vaste_woorden")
def test_every_database_finds_what_the_file_says(aanbod: dict[int, str]) -> None:
    gevonden = [bevinding(opgave, aanbod) for opgave in opgaven()]
    if os.environ.get("VERNIEUW_GELIJK"):
        (MAP / "gelijk.txt").write_text("\n".join([KOP, *gevonden, ""]), encoding="utf-8")
    assert gevonden == _regels()


def test_the_file_is_a_proof_over_many_ways_of_searching() -> None:
    manieren = opgaven()
    assert len({vraag for vraag, *_ in manieren}) >= 75
    assert {(f, v, p) for _, f, v, p in manieren} == set(product(FILTERS, VOLGORDES, (1, 2)))
    assert sum(":" in regel.split(" | ")[2] for regel in _regels()) > 150
