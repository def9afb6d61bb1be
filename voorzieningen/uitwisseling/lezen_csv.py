"""CSV as Excel and people make it: a zip with a file per sheet, or one file."""

import csv
import io
import re
import zipfile
from pathlib import PurePosixPath

from .fout import Importfout
from .ruw import MEESTE_KOLOMMEN, MEESTE_RIJEN, Ruwbestand, Ruwblad
from .zipbestand import open_zip

SCHEIDINGSTEKENS = ";,\t"
CODERINGEN = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# A text that a spreadsheet would run gets a quote in front when it is written.
BESCHERMD = re.compile(r"'+[=+\-@]")
csv.field_size_limit(10_000_000)


def lees_zip(inhoud: bytes) -> Ruwbestand:
    """Every CSV in the zip is a sheet; other files are named in a remark."""
    with open_zip(inhoud) as archief:
        namen = [naam for naam in archief.namelist() if not _is_bijzaak(naam)]
        tabellen = [naam for naam in namen if naam.lower().endswith((".csv", ".txt"))]
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
    regels = _regels(_tekst(inhoud, naam))
    lezer = csv.reader(regels, delimiter=_scheidingsteken(regels), strict=True)
    try:
        rijen = [(nummer, _cellen(rij)) for nummer, rij in enumerate(lezer, start=1)]
    except csv.Error as fout:
        raise Importfout(f"{naam} is niet te lezen als CSV, bij regel {lezer.line_num}.") from fout
    if len(rijen) > MEESTE_RIJEN:
        raise Importfout(f"{naam} heeft meer dan {MEESTE_RIJEN:,} rijen.".replace(",", "."))
    return Ruwblad(PurePosixPath(naam).stem, rijen)


def _regels(tekst: str) -> list[str]:
    """Lines with their ends; the 'sep=;' that Excel may write becomes an empty one."""
    regels = io.StringIO(tekst, newline="").readlines()
    if regels and re.match(r'"?sep=.', regels[0], re.I):
        regels[0] = "\n"
    return regels


def _scheidingsteken(regels: list[str]) -> str:
    kop = next((regel for regel in regels if regel.strip()), "")
    return max(SCHEIDINGSTEKENS, key=kop.count)


def _cellen(rij: list[str]) -> list[str]:
    return [cel[1:] if BESCHERMD.match(cel) else cel for cel in rij[:MEESTE_KOLOMMEN]]


def _tekst(inhoud: bytes, naam: str) -> str:
    """As text: the encoding that the first bytes tell, UTF-8, or else that of Windows."""
    bekend = next((c for bom, c in CODERINGEN.items() if inhoud.startswith(bom)), "")
    for codering in (bekend,) if bekend else ("utf-8", "cp1252"):
        try:
            tekst = inhoud.decode(codering)
        except UnicodeError:
            continue
        if "\0" not in tekst:
            return tekst
    raise Importfout(f"{naam} is geen tekst. Sla het in Excel op als “CSV UTF-8”.")
