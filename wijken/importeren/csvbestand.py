"""Reading tables as people and agencies make them: any delimiter, BOM, Excel, zip."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from .fout import Importfout

SCHEIDINGSTEKENS = ";,\t|"
CODERINGEN = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}

Kolommen = Mapping[str, tuple[str, ...]]  # role → names a column for it may have
Plaatsen = dict[str, int]  # role → place of its column


class Tabel:
    """A table with a header. Iterate for (line number, columns by role), header is line 1."""

    def __init__(self, regels: Iterable[str], kolommen: Kolommen, verplicht: set[str]) -> None:
        self._regels = enumerate(regels, start=1)
        kop = self._kop()
        self.scheidingsteken = max(SCHEIDINGSTEKENS, key=kop.count)
        namen = next(csv.reader([kop], delimiter=self.scheidingsteken), [])
        self.plaatsen = plaatsen(namen, kolommen)
        ontbreekt = sorted(verplicht - self.plaatsen.keys())
        if ontbreekt:
            raise Importfout(
                f"De kolom {' en '.join(ontbreekt)} ontbreekt. "
                f"Kolommen in het bestand: {', '.join(namen) or 'geen'}."
            )

    def _kop(self) -> str:
        """The first line with something in it, after the 'sep=;' that Excel may write."""
        for _nummer, regel in self._regels:
            if regel.strip() and not re.match(r"sep=.", regel.strip().strip('"'), re.I):
                return regel.strip("\r\n")
        raise Importfout("Het bestand is leeg.")

    def rijen(self, wil: Callable[[str], bool] = bool) -> Iterator[tuple[int, dict[str, str]]]:
        """Rows whose raw line ``wil`` wants; blank ones are left out."""
        nummers: list[int] = []

        def gewild() -> Iterator[str]:
            for nummer, regel in self._regels:
                if wil(regel):
                    nummers.append(nummer)
                    yield regel

        for velden in csv.reader(gewild(), delimiter=self.scheidingsteken):
            nummer = nummers[0]
            nummers.clear()
            if any(veld.strip() for veld in velden):
                yield (
                    nummer,
                    {
                        rol: velden[plek].strip() if plek < len(velden) else ""
                        for rol, plek in self.plaatsen.items()
                    },
                )


@contextmanager
def open_tabel(pad: Path, kolommen: Kolommen, verplicht: set[str]) -> Iterator[Tabel]:
    """Open a csv, or the csv in a zip that has the columns; Importfout if there is none."""
    if not pad.is_file():
        raise Importfout(f"Er is geen bestand {pad}.")
    try:
        if zipfile.is_zipfile(pad):
            with zipfile.ZipFile(pad) as inhoud, _uit_zip(inhoud, kolommen, verplicht) as bestand:
                yield Tabel(bestand, kolommen, verplicht)
        else:
            with pad.open("rb") as ruw, _tekst(ruw) as bestand:
                yield Tabel(bestand, kolommen, verplicht)
    except (zipfile.BadZipFile, UnicodeError, csv.Error) as fout:
        raise Importfout(f"{pad.name} is niet te lezen als csv: {fout}") from fout


def plaatsen(namen: Iterable[str], kolommen: Kolommen) -> Plaatsen:
    """Where the columns are; upper case, spaces, underscores and a year do not matter."""
    kaal = [re.sub(r"(19|20)\d\d|[^a-z0-9]", "", naam.lower()) for naam in namen]
    gevonden = {}
    for rol, mogelijk in kolommen.items():
        plek = next((kaal.index(naam) for naam in mogelijk if naam in kaal), None)
        if plek is not None:
            gevonden[rol] = plek
    return gevonden


def _uit_zip(inhoud: zipfile.ZipFile, kolommen: Kolommen, verplicht: set[str]) -> IO[str]:
    namen = [naam for naam in inhoud.namelist() if naam.lower().endswith((".csv", ".txt"))]
    for naam in namen:
        with inhoud.open(naam) as ruw, _tekst(ruw) as bestand:
            try:
                Tabel(bestand, kolommen, verplicht)
            except Importfout:
                continue
        return _tekst(inhoud.open(naam))
    gezien = ", ".join(namen) or "geen csv"
    raise Importfout(
        f"In de zip zit geen csv met kolommen {', '.join(sorted(verplicht))}: {gezien}."
    )


def _tekst(ruw: IO[bytes]) -> IO[str]:
    """As text: the encoding that the first bytes tell, UTF-8, or else that of Windows."""
    begin = ruw.read(65_536)
    ruw.seek(0)
    codering = next((naam for bom, naam in CODERINGEN.items() if begin.startswith(bom)), "")
    if not codering:
        codering = "utf-8" if _is_utf8(begin) else "cp1252"
    return io.TextIOWrapper(ruw, encoding=codering, newline="", errors="replace")


def _is_utf8(begin: bytes) -> bool:
    """True also if the last sign is cut through."""
    try:
        begin.decode()
    except UnicodeDecodeError as fout:
        return fout.start > len(begin) - 4 and len(begin) == 65_536
    return True
