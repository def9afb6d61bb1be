"""The same results in the same order on every database: compared with plain Python.

The reference below reads no index: it weighs every text itself, following the rules of DESIGN
"Search". It runs on SQLite and on PostgreSQL, so both must agree with it and with each other.
"""

from collections import defaultdict

import pytest

from sociale_basis.kern.models import Document
from sociale_basis.kern.zoeken.kennis import kennis
from sociale_basis.kern.zoeken.registratie import SOORTEN
from sociale_basis.kern.zoeken.vraag import Begrip, Vraag
from sociale_basis.kern.zoeken.wegen import gewichten, idf
from sociale_basis.kern.zoeken.zoek import zoek
from voorzieningen.models import Begrip as Ding

from .proef import lees_vragen

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

    def punten(self, begrip: Begrip, tekst: dict[str, int]) -> tuple[int, int]:
        """The best (points, strength) of any stem of a concept in one text."""
        n = len(self.teksten)
        plafond = idf(self.df[begrip.stam] if self.df.get(begrip.stam) else 0, n)
        beste = (0, 0)
        for doel, sterkte in sorted(begrip.stammen.items(), key=lambda p: (-p[1], p[0])):
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
            for doel, sterkte in begrip.stammen.items()
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
