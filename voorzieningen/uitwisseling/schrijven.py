"""Making an export of either kind."""

import io
from dataclasses import dataclass
from enum import StrEnum

from .inhoud import Inhoud, Keuze
from .schrijven_csv import schrijf_csv
from .schrijven_xlsx import schrijf_xlsx


class Vorm(StrEnum):
    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True)
class Uitvoer:
    """A finished file, its name, and how many rows each sheet has."""

    naam: str
    soort: str
    inhoud: bytes
    aantallen: dict[str, int]


SOORT = {
    Vorm.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Vorm.CSV: "application/zip",
}
ACHTERVOEGSEL = {Vorm.XLSX: ".xlsx", Vorm.CSV: ".zip"}


def schrijf(vorm: Vorm, keuze: Keuze, naam: str = "sociale-kaart") -> Uitvoer:
    """The file in memory: some MB for 5,000 provisions."""
    inhoud, buffer = Inhoud(keuze), io.BytesIO()
    (schrijf_xlsx if vorm is Vorm.XLSX else schrijf_csv)(inhoud, buffer)
    return Uitvoer(f"{naam}{ACHTERVOEGSEL[vorm]}", SOORT[vorm], buffer.getvalue(), inhoud.aantallen)
