"""Writing a workbook that people can fill in and that runs nothing."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from .fout import Importfout
from .inhoud import Inhoud
from .kolommen import Blad
from .ruw import MEESTE_RIJEN
from .uitleg import uitlegrijen
from .waarden import Cel

LANGSTE_TEKST = 32_767  # of a cell of Excel
LANGSTE_LIJST = 255  # of choices inside a validation
GEVAARLIJK = re.compile(r"[=+\-@＝＋－＠]")
ONSCHRIJFBAAR = re.compile(r"_x[0-9A-Fa-f]{4}_|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
VET = Font(bold=True)


def schrijf_xlsx(inhoud: Inhoud, naar: IO[bytes]) -> None:
    """A sheet per kind and the sheet Uitleg. Importfout for a text that no cell can hold."""
    boek = Workbook(write_only=True)
    try:
        for blad, rijen in inhoud.bladen():
            _schrijf_blad(boek.create_sheet(blad.naam), blad, rijen)
        _schrijf_uitleg(boek.create_sheet("Uitleg"))
    except Importfout:
        for werkblad in boek.worksheets:
            werkblad.close()
        raise
    boek.save(naar)


def _schrijf_uitleg(uitleg: Any) -> None:
    for plek, breed in enumerate((18, 26, 10, 60, 50, 30), start=1):
        uitleg.column_dimensions[get_column_letter(plek)].width = breed
    for rij in uitlegrijen():
        uitleg.append([_cel(uitleg, tekst) for tekst in rij])


def _schrijf_blad(werkblad: Any, blad: Blad, rijen: Iterable[list[Cel]]) -> None:
    werkblad.freeze_panes = "B2"
    for plek, kolom in enumerate(blad.kolommen, start=1):
        letter = get_column_letter(plek)
        werkblad.column_dimensions[letter].width = 40 if kolom.veld == "kort" else 22
        for validatie in _validatie(blad.waarden[kolom.veld].keuzes, letter):
            werkblad.data_validations.append(validatie)
    werkblad.append([_kop(werkblad, kolom.kop) for kolom in blad.kolommen])
    for rij in rijen:
        werkblad.append([_cel(werkblad, waarde) for waarde in rij])


def _validatie(keuzes: tuple[str, ...], letter: str) -> Iterator[DataValidation]:
    """A list to choose from in the cells of a column."""
    lijst = ",".join(keuzes)
    if not keuzes or len(lijst) + 2 > LANGSTE_LIJST:
        return
    yield DataValidation(
        type="list",
        formula1=f'"{lijst}"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Dit kan hier niet",
        error="Kies een waarde uit de lijst.",
        sqref=f"{letter}2:{letter}{MEESTE_RIJEN}",
    )


def _kop(werkblad: Any, tekst: str) -> Any:
    cel = WriteOnlyCell(werkblad, value=tekst)
    cel.font, cel.alignment = VET, Alignment(wrap_text=True, vertical="top")
    return cel


def _cel(werkblad: Any, waarde: Cel) -> Any:
    """Text is always text: never a formula, and numbers in it keep their zeros."""
    if waarde is None or waarde == "":
        return None
    cel = WriteOnlyCell(werkblad)
    if isinstance(waarde, str):
        cel._value, cel.data_type = _leesbaar(waarde), "s"
        cel.number_format = "@"
        cel.quotePrefix = bool(GEVAARLIJK.match(waarde))
    else:
        cel.value = waarde
        if isinstance(waarde, date):
            cel.number_format = "DD-MM-YYYY"
    return cel


def _leesbaar(tekst: str) -> str:
    """With the signs that XML does not know written as workbooks do: '_x000B_'."""
    if len(tekst) > LANGSTE_TEKST:
        raise Importfout(f"Deze tekst is te lang voor Excel: “{tekst[:60]} …”. Exporteer als CSV.")
    return ONSCHRIJFBAAR.sub(_codeer, tekst)


def _codeer(gevonden: re.Match[str]) -> str:
    teken = gevonden[0]
    return f"_x005F{teken}" if len(teken) > 1 else f"_x{ord(teken):04X}_"
