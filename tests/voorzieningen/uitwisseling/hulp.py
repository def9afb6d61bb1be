"""A small town to exchange, and short ways to export, edit and import it."""

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date, time
from typing import Any

from openpyxl import load_workbook

from tests.fabriek import (
    een_doelgroep,
    een_geheime_plek,
    een_organisatie,
    een_plek,
    een_thema,
    een_voorziening,
    een_wijk,
)
from voorzieningen.models import Afwijking, Locatie, Openingstijd, Organisatie, Ruimte, Taal
from voorzieningen.uitwisseling.importeren import bekijk, importeer
from voorzieningen.uitwisseling.inhoud import Keuze
from voorzieningen.uitwisseling.plan import Plan
from voorzieningen.uitwisseling.schrijven import Vorm, schrijf
from voorzieningen.uitwisseling.verschil import Wens

ALLES = Keuze(met_geheim=True)


def een_stad() -> None:
    """One of every kind, with all that belongs to it, and a shelter with a secret address."""
    volkel = een_wijk("Volkel")
    samen = een_organisatie(
        "Stichting Samen", telefoon="0413 28 19 11", website="https://voorbeeld.nl"
    )
    linde = een_plek("De Linde", beheerstichting=samen)
    samen.locaties.add(linde)
    opvang = een_geheime_plek("Opvang Nergens")
    taal = Taal.objects.create(code="en", naam="Engels")
    koffie = een_voorziening(
        "Koffieochtend", verantwoordelijke=samen, themas=[een_thema("Ontmoeten")],
        doelgroepen=[een_doelgroep("Ouderen")], gebieden=[volkel], locaties=[linde, opvang],
        uitvoerders=[samen], talen=[taal], hele_gemeente=False, leeftijd_van=18,
        beschrijving="Elke week.\r\nKom gerust langs.", zichtbaar_tot=date(2030, 12, 31),
    )  # fmt: skip
    Openingstijd.objects.create(
        voorziening=koffie, weekdag=1, van=time(9), tot=time(12), geldig_tot=date(2030, 6, 30),
        op_afspraak=True, opmerking="Bel even",
    )  # fmt: skip
    Openingstijd.objects.create(locatie=linde, weekdag=0, van=time(9), tot=time(17))
    Afwijking.objects.create(
        locatie=linde, van_dag=date(2026, 12, 24), tot_dag=date(2027, 1, 1), reden="Kerst"
    )
    Ruimte.objects.create(locatie=linde, naam="Zaal", personen=60, tarief="15 euro")
    een_organisatie("Oude Club").archiveer("Gestopt.", vervangen_door=samen)


def exporteer(vorm: Vorm = Vorm.XLSX, keuze: Keuze = ALLES) -> bytes:
    return schrijf(vorm, keuze).inhoud


def plan_van(inhoud: bytes, naam: str = "kaart.xlsx", **wens: Any) -> Plan:
    return bekijk(inhoud, naam, Wens(**wens))


def voer_in(inhoud: bytes, naam: str = "kaart.xlsx", *, door: Any = None, **wens: Any) -> Plan:
    return importeer(inhoud, naam, Wens(**wens), door=door)


def bladen(inhoud: bytes) -> dict[str, list[list[Any]]]:
    """Every cell of a workbook by sheet."""
    boek = load_workbook(io.BytesIO(inhoud))
    return {blad.title: [list(rij) for rij in blad.iter_rows(values_only=True)] for blad in boek}


def wijzig(inhoud: bytes, blad: str, doe: Callable[[Any], object]) -> bytes:
    """The workbook after ``doe`` did something to one of its sheets, as Excel would save it."""
    boek = load_workbook(io.BytesIO(inhoud))
    doe(boek[blad])
    buffer = io.BytesIO()
    boek.save(buffer)
    return buffer.getvalue()


def zet(inhoud: bytes, blad: str, sleutel: str, kop: str, waarde: Any) -> bytes:
    """The workbook with another value in one cell."""

    def doe(werkblad: Any) -> None:
        koppen = [cel.value for cel in werkblad[1]]
        plek = koppen.index("Sleutel")
        rij = next(r for r in werkblad.iter_rows(min_row=2) if r[plek].value == sleutel)
        rij[koppen.index(kop)].value = waarde

    return wijzig(inhoud, blad, doe)


def tabel(*rijen: list[Any], scheiding: str = ";") -> bytes:
    """A CSV as people send it."""
    uit = io.StringIO()
    csv.writer(uit, delimiter=scheiding).writerows(rijen)
    return uit.getvalue().encode()


def zip_van(**bestanden: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archief:
        for naam, inhoud in bestanden.items():
            archief.writestr(f"{naam}.csv", inhoud)
    return buffer.getvalue()


def redenen(plan: Plan) -> list[str]:
    return [str(fout) for fout in sorted(plan.fouten)]


def samen() -> Organisatie:
    return Organisatie.objects.get(slug="stichting-samen")


def linde() -> Locatie:
    return Locatie.objects.get(slug="de-linde")
