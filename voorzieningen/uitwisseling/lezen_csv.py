"""CSV as Excel and people make it: a zip with a file per sheet, or one file."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from .fout import Importfout
from .ruw import (
    LAATSTE_RIJ,
    LANGSTE_REGEL,
    MEESTE_BESTANDEN,
    MEESTE_KOLOMMEN,
    MEESTE_RIJEN,
    Ruwbestand,
    Ruwblad,
    is_leeg,
)
from .zipbestand import open_zip

SCHEIDINGSTEKENS = ";,\t"
CODERINGEN = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# A text that a spreadsheet would run gets a quote in front when it is written.
BESCHERMD = re.compile(r"'+[=+\-@＝＋－＠]")
csv.field_size_limit(10_000_000)


def lees_zip(inhoud: bytes) -> Ruwbestand:
    """Every CSV in the zip is a sheet; other files are named in a remark."""
    with open_zip(inhoud) as archief:
        namen = [naam for naam in archief.namelist() if not _is_bijzaak(naam)]
        tabellen = [naam for naam in namen if naam.lower().endswith((".csv", ".txt"))]
        if len(tabellen) > MEESTE_BESTANDEN:
            raise Importfout(f"Er zitten meer dan {MEESTE_BESTANDEN} CSV-bestanden in de zip.")
        over = sorted(set(namen) - set(tabellen))
        meldingen = [f"{naam} is overgeslagen: dat is geen CSV." for naam in over]
        return Ruwbestand([_uit_zip(archief, naam) for naam in tabellen], meldingen)


def lees_los(inhoud: bytes, naam: str) -> Ruwbestand:
    return Ruwbestand([_blad(inhoud, naam)])


def _is_bijzaak(naam: str) -> bool:
    """Folders, and what macOS puts in a zip."""
    return naam.endswith("/") or naam.startswith("__MACOSX")


def _uit_zip(archief: zipfile.ZipFile, naam: str) -> Ruwblad:
    return _blad(archief.read(naam), naam)


def _blad(inhoud: bytes, naam: str) -> Ruwblad:
    codering = _codering(inhoud, naam)
    kop = next((regel for regel in _regels(inhoud, codering, naam) if regel.strip()), "")
    scheiding = max(SCHEIDINGSTEKENS, key=kop.count)
    lezer = csv.reader(_regels(inhoud, codering, naam), delimiter=scheiding, strict=True)
    try:
        rijen = list(_rijen(lezer, naam))
    except csv.Error as fout:
        raise Importfout(f"{naam} is niet te lezen als CSV, bij regel {lezer.line_num}.") from fout
    return Ruwblad(PurePosixPath(naam).stem, rijen)


def _regels(inhoud: bytes, codering: str, naam: str) -> Iterator[str]:
    """Lines with their ends, one at a time: a zip of a few kB may hold a hundred million.

    The 'sep=;' that Excel may write becomes an empty one.
    """
    for nummer, regel in enumerate(io.TextIOWrapper(io.BytesIO(inhoud), codering, newline="")):
        if len(regel) > LANGSTE_REGEL:
            raise Importfout(f"{naam} heeft een regel die te lang is: regel {nummer + 1}.")
        yield "\n" if nummer == 0 and re.match(r'"?sep=.', regel, re.I) else regel


def _rijen(lezer: Iterator[list[str]], naam: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with something in them; stops at the first one too many."""
    gevuld = 0
    for nummer, rij in enumerate(lezer, start=1):
        gevuld += not is_leeg(rij)
        if gevuld > MEESTE_RIJEN or nummer > LAATSTE_RIJ:
            raise Importfout(f"{naam} heeft meer dan {MEESTE_RIJEN:,} rijen.".replace(",", "."))
        if not is_leeg(rij):
            yield nummer, _cellen(rij)


def _cellen(rij: list[str]) -> list[str]:
    return [cel[1:] if BESCHERMD.match(cel) else cel for cel in rij[:MEESTE_KOLOMMEN]]


def _codering(inhoud: bytes, naam: str) -> str:
    """How the text is written: as the first bytes tell, in UTF-8, or else as Windows does."""
    bekend = next((c for bom, c in CODERINGEN.items() if inhoud.startswith(bom)), "")
    for codering in (bekend,) if bekend else ("utf-8", "cp1252"):
        try:
            tekst = inhoud.decode(codering)
        except UnicodeError:
            continue
        if "\0" not in tekst:
            return codering
    raise Importfout(f"{naam} is geen tekst. Sla het in Excel op als “CSV UTF-8”.")
