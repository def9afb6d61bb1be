"""A folder with CSV files as tables of rows; the names of columns are those of HSDS 3."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from voorzieningen.uitwisseling.fout import Importfout

from . import ohana

csv.field_size_limit(10_000_000)


@dataclass(frozen=True)
class Rij:
    """One record: ``nummer`` is the row in the file as a spreadsheet counts it, from 2."""

    bestand: str
    nummer: int
    cellen: dict[str, str]

    def __getitem__(self, kolom: str) -> str:
        return self.cellen.get(kolom, "")

    @property
    def plek(self) -> str:
        return f"{self.bestand}, rij {self.nummer}"


@dataclass(frozen=True)
class Map:
    """All tables of a folder: 'service' → rows."""

    naam: str
    tabellen: dict[str, list[Rij]] = field(default_factory=dict)
    is_ohana: bool = False

    def rijen(self, tabel: str) -> list[Rij]:
        return self.tabellen.get(tabel, [])

    def bestand(self, tabel: str) -> str:
        rijen = self.rijen(tabel)
        return rijen[0].bestand if rijen else f"{tabel}.csv"


def lees_map(pad: Path) -> Map:
    """Raises Importfout for a folder without organisations or services, or a file of no use."""
    if not pad.is_dir():
        raise Importfout(f"Er is geen map {pad}.")
    ruw = {bestand.stem.lower(): list(_lees(bestand)) for bestand in sorted(pad.glob("*.csv"))}
    is_ohana = ohana.herken(ruw)
    bron = Map(pad.name, ohana.als_hsds3(ruw) if is_ohana else ruw, is_ohana)
    for tabel in ("organization", "service"):
        if tabel not in bron.tabellen:
            naam = ohana.OUDE_NAAM.get(tabel, tabel) if is_ohana else tabel
            raise Importfout(f"In de map {pad.name} ontbreekt {naam}.csv.")
    return bron


def _lees(pad: Path) -> Iterator[Rij]:
    """Rows as text without spaces around it; empty rows are left out."""
    try:
        tekst = pad.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        raise Importfout(f"{pad.name} is geen CSV in UTF-8.") from fout
    try:
        yield from _rijen(pad.name, csv.reader(tekst.splitlines(keepends=True), strict=True))
    except csv.Error as fout:
        raise Importfout(f"{pad.name} is geen goede CSV: {fout}.") from fout


def _rijen(bestand: str, lezer: Iterator[list[str]]) -> Iterator[Rij]:
    kop = [kolom.strip().lower() for kolom in next(lezer, [])]
    if kop and len(set(kop)) < len(kop):
        raise Importfout(f"In {bestand} staat een kolom twee keer.")
    for nummer, cellen in enumerate(lezer, start=2):
        if len(cellen) > len(kop):
            raise Importfout(f"{bestand}, rij {nummer} heeft meer cellen dan er kolommen zijn.")
        if any(cel.strip() for cel in cellen):
            waarden = (cel.strip().replace("\r\n", "\n") for cel in cellen)
            yield Rij(bestand, nummer, dict(zip(kop, waarden, strict=False)))
