"""Opening a file with borders: GeoJSON, GeoPackage, Shapefile, each also inside a zip.

GDAL comes inside pyogrio's wheel. Rows are read twice: first only the columns of all rows (quick,
also for the whole country), then the borders of the rows that are wanted.
"""

import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError
from shapely.geometry.base import BaseGeometry

from .fout import Importfout

SOORTEN_BESTAND = "GeoJSON, GeoPackage of Shapefile, ook in een zip"
IN_ZIP = (".gpkg", ".shp", ".geojson", ".json", ".gml")
KOP = 200_000  # bytes at either end of a GeoJSON file, where a web service says what it left out
ANDERE_PAGINA = re.compile(
    rb'"rel"\s*:\s*"(?:next|prev|previous)"|"exceededTransferLimit"\s*:\s*true'
)
GETAL = rb'"%s"\s*:\s*"?(\d+)'


@dataclass(frozen=True)
class Laag:
    """One layer of a file; ``bron`` is what GDAL opens, ``titel`` what people read."""

    bron: str
    bestand: str
    naam: str
    titel: str
    kolommen: tuple[str, ...]
    crs: str | None
    aantal: int
    meetkunde: str

    @property
    def jaar(self) -> int | None:
        """The year that the name of the layer or the file holds."""
        jaren = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", f"{self.bestand} {self.naam}")
        return int(jaren[-1]) if jaren else None

    @property
    def is_vlakken(self) -> bool:
        """False for label points and tables; unknown kinds are looked at row by row."""
        return bool(self.meetkunde) and not re.search(r"point|line", self.meetkunde.lower())


def lees_lagen(pad: Path) -> list[Laag]:
    """All layers of a file; Importfout if there is no such file or nothing can read it."""
    if not pad.exists():
        raise Importfout(f"Er is geen bestand {pad}.")
    if pad.is_file() and not pad.stat().st_size:
        raise Importfout(f"{pad.name} is leeg.")
    try:
        return [laag for bron in _bronnen(pad) for laag in _lagen(bron, pad)]
    except (DataSourceError, DataLayerError, zipfile.BadZipFile) as fout:
        raise Importfout(
            f"{pad.name} is niet te lezen als {SOORTEN_BESTAND}.{_hint(pad)}"
        ) from fout


def lees_rijen(laag: Laag, kolommen: Iterable[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """(id in the file, columns) of every row, without its border."""
    gevraagd = [naam for naam in laag.kolommen if naam in set(kolommen)]
    meta, nummers, _geen, velden = _lees(laag, columns=gevraagd, read_geometry=False)
    for nummer, *waarden in zip(nummers, *velden, strict=True):
        yield int(nummer), dict(zip(meta["fields"], waarden, strict=True))


def lees_vormen(laag: Laag, nummers: list[int]) -> list[BaseGeometry | None]:
    """The borders of these rows in the order asked, without height; None where there is none."""
    _meta, gelezen, wkb, _velden = _lees(laag, columns=[], fids=sorted(nummers), force_2d=True)
    vormen = dict(zip(map(int, gelezen), shapely.from_wkb(wkb, on_invalid="ignore"), strict=True))
    return [vormen.get(nummer) for nummer in nummers]


def onvolledig(pad: Path) -> str:
    """Why this is only a part of what a web service has, "" if nothing says so."""
    if zipfile.is_zipfile(pad) or not pad.is_file():
        return ""
    kop, staart = _uiteinden(pad)
    if not kop.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return ""
    buiten_de_gebieden = kop.split(b'"features"')[0] + staart.rsplit(b'"geometry"')[-1]
    if ANDERE_PAGINA.search(buiten_de_gebieden):
        return "er hoort een volgende of vorige pagina bij"
    return _te_weinig(buiten_de_gebieden, pad)


def _te_weinig(tekst: bytes, pad: Path) -> str:
    """Compare how many areas the service has with how many are in the file."""
    totaal = _getal(tekst, b"numberMatched") or _getal(tekst, b"totalFeatures")
    if totaal is None:
        return ""
    aantal = _getal(tekst, b"numberReturned")
    if aantal is None:
        aantal = sum(laag.aantal for laag in lees_lagen(pad))
    return f"er staan {aantal} van de {totaal} gebieden in" if aantal < totaal else ""


def _getal(tekst: bytes, naam: bytes) -> int | None:
    gevonden = re.search(GETAL % naam, tekst)
    return int(gevonden[1]) if gevonden else None


def _uiteinden(pad: Path) -> tuple[bytes, bytes]:
    with pad.open("rb") as bestand:
        kop = bestand.read(KOP)
        bestand.seek(max(0, pad.stat().st_size - KOP))
        return kop, bestand.read()


def _bronnen(pad: Path) -> list[str]:
    """What GDAL must open: the file itself, or each usable file in the zip."""
    if not zipfile.is_zipfile(pad):
        return [str(pad)]
    with zipfile.ZipFile(pad) as inhoud:
        namen = [naam for naam in inhoud.namelist() if not naam.startswith("__MACOSX")]
    bruikbaar = [naam for naam in namen if naam.lower().endswith(IN_ZIP)]
    if not bruikbaar:
        raise Importfout(f"In {pad.name} zit geen {SOORTEN_BESTAND}, wel: {', '.join(namen[:10])}.")
    return [f"/vsizip/{pad.resolve()}/{naam}" for naam in bruikbaar]


def _lagen(bron: str, pad: Path) -> Iterator[Laag]:
    with warnings.catch_warnings(action="ignore"):
        for naam, meetkunde in pyogrio.list_layers(bron):
            info = pyogrio.read_info(bron, layer=naam, force_feature_count=True)
            yield Laag(
                bron=bron,
                bestand=pad.name,
                naam=naam,
                titel=naam if naam == pad.stem else f"{pad.name}, laag {naam}",
                kolommen=tuple(info["fields"]),
                crs=info["crs"],
                aantal=info["features"],
                meetkunde=meetkunde or "",
            )


def _lees(laag: Laag, **opties: Any) -> tuple[dict[str, Any], Any, Any, Any]:
    try:
        with warnings.catch_warnings(action="ignore"):
            return pyogrio.raw.read(laag.bron, layer=laag.naam, return_fids=True, **opties)
    except (DataSourceError, DataLayerError, RuntimeError, ValueError) as fout:
        raise Importfout(f"{laag.titel} is beschadigd: {fout}") from fout


def _hint(pad: Path) -> str:
    hints = {
        ".zip": " Is het bestand helemaal binnengehaald?",
        ".shp": " Bij een .shp horen ook .shx en .dbf, in dezelfde map.",
        ".json": " Is het wel GeoJSON, met 'features' erin?",
    }
    return hints.get(pad.suffix.lower(), "")
