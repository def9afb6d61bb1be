"""Writing a zip with a CSV per sheet, as the Dutch Excel opens and saves them."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable
from datetime import date
from typing import IO

from .datums import schrijf_datum
from .inhoud import Inhoud
from .uitleg import uitlegrijen
from .waarden import Cel

# A spreadsheet runs a cell that begins like this, unless a quote stands in front.
# Some read a full-width sign as the plain one.
GEVAARLIJK = re.compile(r"'*[=+\-@＝＋－＠]")


def schrijf_csv(inhoud: Inhoud, naar: IO[bytes]) -> None:
    """UTF-8 with BOM, semicolons, decimal commas."""
    with zipfile.ZipFile(naar, "w", zipfile.ZIP_DEFLATED) as archief:
        for blad, rijen in inhoud.bladen():
            kop = [kolom.kop for kolom in blad.kolommen]
            _schrijf(archief, blad.naam, kop, rijen)
        _schrijf(archief, "Uitleg", [], uitlegrijen())


def _schrijf(
    archief: zipfile.ZipFile, naam: str, kop: list[str], rijen: Iterable[Iterable[Cel]]
) -> None:
    bestand = f"{naam.lower().replace(' ', '_')}.csv"
    with archief.open(bestand, "w") as uit, io.TextIOWrapper(uit, "utf-8-sig", newline="") as tekst:
        schrijver = csv.writer(tekst, delimiter=";")
        if kop:
            schrijver.writerow(kop)
        schrijver.writerows([_tekst(cel) for cel in rij] for rij in rijen)


def _tekst(cel: Cel) -> str:
    if cel is None:
        return ""
    if isinstance(cel, float):
        return repr(cel).replace(".", ",")
    if isinstance(cel, date):
        return schrijf_datum(cel)
    tekst = str(cel)
    return f"'{tekst}" if isinstance(cel, str) and GEVAARLIJK.match(tekst) else tekst
