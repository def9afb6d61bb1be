"""XLSX, read without keeping the whole workbook in memory."""

import io
import itertools
import logging
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from openpyxl import load_workbook

from .fout import Importfout
from .ruw import (
    LAATSTE_RIJ,
    MEESTE_KOLOMMEN,
    MEESTE_RIJEN,
    Kapot,
    Ruwbestand,
    Ruwblad,
    is_leeg,
)
from .zipbestand import open_zip

logger = logging.getLogger(__name__)
MEESTE_GELEZEN = 2 * LAATSTE_RIJ  # rows of all sheets together, the empty ones included
TEKEN = re.compile(r"_x([0-9A-Fa-f]{4})_")


def lees_xlsx(inhoud: bytes) -> Ruwbestand:
    """All sheets; Importfout for anything that is no sound workbook."""
    open_zip(inhoud).close()
    try:
        return Ruwbestand(list(_bladen(inhoud)))
    except Importfout:
        raise
    except Exception as fout:  # openpyxl raises whatever the XML of a stranger leads to
        logger.warning("A workbook cannot be read: %r", fout)
        raise Importfout("Het rekenblad is beschadigd of geen echt .xlsx-bestand.") from fout


def _bladen(inhoud: bytes) -> Iterator[Ruwblad]:
    werkboek = load_workbook(io.BytesIO(inhoud), read_only=True, keep_links=False)
    gelezen = itertools.count(1)
    try:
        for blad in werkboek.worksheets:
            yield Ruwblad(blad.title, list(_rijen(blad, gelezen)))
    finally:
        werkboek.close()


def _rijen(blad: Any, gelezen: Iterator[int]) -> Iterator[tuple[int, list[Any]]]:
    """Rows with something in them; the size that the file claims is not believed."""
    rijen = blad.iter_rows(min_row=1, max_row=LAATSTE_RIJ, min_col=1, max_col=MEESTE_KOLOMMEN)
    for nummer, rij in enumerate(rijen, start=1):
        if next(gelezen) > MEESTE_GELEZEN:
            raise Importfout("Er zijn te veel lege rijen. Haal in Excel de lege rijen weg.")
        cellen = [_waarde(cel) for cel in rij]
        if is_leeg(cellen):
            continue
        if nummer > MEESTE_RIJEN:
            melding = f"Het blad “{blad.title}” heeft meer dan {MEESTE_RIJEN:,} rijen."
            raise Importfout(melding.replace(",", "."))
        yield nummer, cellen


def _waarde(cel: Any) -> Any:
    waarde = cel.value
    if waarde is None:
        return None
    if cel.data_type == "f":
        return Kapot("Hier staat een formule. Kopieer de cel en plak alleen de waarde.")
    if cel.data_type == "e":
        return Kapot(f"Hier staat een foutmelding van Excel ({waarde}).")
    if isinstance(waarde, timedelta):
        return (
            (datetime.min + waarde).time() if timedelta() <= waarde < timedelta(1) else str(waarde)
        )
    return ontcijfer(waarde) if isinstance(waarde, str) else waarde


def ontcijfer(tekst: str) -> str:
    """'_x000B_' is how a workbook writes a sign that XML does not know."""
    return TEKEN.sub(lambda gevonden: _teken(gevonden[0], int(gevonden[1], 16)), tekst)


def _teken(geschreven: str, nummer: int) -> str:
    is_half = 0xD800 <= nummer <= 0xDFFF
    return geschreven if is_half else chr(nummer)
