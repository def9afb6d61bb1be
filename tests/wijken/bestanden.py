"""A small municipality for the importers, written to files in every form that sources use.

Three buurten in two wijken beside each other near Uden: Centrum and Bogerd form wijk Uden, Kom
Volkel lies in wijk Volkel. Leiden and a lake are there to be left out.
"""

import json
from io import StringIO
from pathlib import Path
from typing import Any
from warnings import catch_warnings

import numpy as np
import pyogrio
import shapely
from django.core.management import CommandError, call_command
from pyproj import Transformer
from shapely.geometry import mapping

BUURTEN = {
    "BU19910101": ("Centrum", shapely.box(5.60, 51.60, 5.61, 51.61)),
    "BU19910102": ("Bogerd", shapely.box(5.61, 51.60, 5.62, 51.61)),
    "BU19910201": ("Kom Volkel", shapely.box(5.62, 51.60, 5.63, 51.61)),
}
WIJKEN = {
    "WK199101": ("Uden", shapely.box(5.60, 51.60, 5.62, 51.61)),
    "WK199102": ("Volkel", shapely.box(5.62, 51.60, 5.63, 51.61)),
}
GEMEENTE = {"GM1991": ("Maashorst", shapely.box(5.60, 51.60, 5.63, 51.61))}
LEIDEN = {"BU05460000": ("Pieterswijk", shapely.box(4.48, 52.15, 4.49, 52.16))}
IN_CENTRUM = {"lat": 51.605, "lon": 5.605}

Gebieden = dict[str, tuple[str, Any]]
Rij = tuple[dict[str, Any], Any]  # columns, shape


def rijen(gebieden: Gebieden, code: str = "code", naam: str = "naam", **vast: Any) -> list[Rij]:
    """Rows with these column names; ``vast`` are columns that are the same in every row."""
    return [({code: c, naam: n, **vast}, vorm) for c, (n, vorm) in gebieden.items()]


def geojson(pad: Path, inhoud: list[Rij], **buitenom: Any) -> Path:
    """A FeatureCollection; ``buitenom`` are members beside the features (crs, links …)."""
    features = [
        {
            "type": "Feature",
            "properties": kolommen,
            "geometry": mapping(vorm) if hasattr(vorm, "geom_type") else vorm,
        }
        for kolommen, vorm in inhoud
    ]
    pad.write_text(
        json.dumps({"type": "FeatureCollection", "features": features} | buitenom), encoding="utf-8"
    )
    return pad


def gdal(pad: Path, inhoud: list[Rij], laag: str = "", crs: str | None = "EPSG:28992") -> Path:
    """A GeoPackage or Shapefile (by the suffix), in RD unless told otherwise."""
    namen = list(inhoud[0][0])
    velden = [np.array([rij[naam] for rij, _vorm in inhoud]) for naam in namen]
    vormen = np.array([vorm for _rij, vorm in inhoud], dtype=object)
    soort = "Point" if vormen[0].geom_type == "Point" else "MultiPolygon"
    _schrijf(
        pad,
        shapely.to_wkb(vormen),
        [veld.astype(object) if veld.dtype.kind == "U" else veld for veld in velden],
        namen,
        layer=laag or pad.stem,
        driver={".gpkg": "GPKG", ".shp": "ESRI Shapefile"}[pad.suffix],
        geometry_type=soort,
        promote_to_multi=soort == "MultiPolygon",
        crs=crs,
        encoding="UTF-8",
    )
    return pad


def _schrijf(*args: Any, **opties: Any) -> None:
    with catch_warnings(action="ignore"):  # cut-off names and a missing crs are what is tested
        pyogrio.raw.write(*args, **opties)


def in_rd(gebieden: Gebieden) -> Gebieden:
    """The same areas in RD metres."""
    omzetter = Transformer.from_crs(4326, 28992, always_xy=True)
    return {
        code: (
            naam,
            shapely.transform(
                vorm, lambda p: np.column_stack(omzetter.transform(p[:, 0], p[:, 1]))
            ),
        )
        for code, (naam, vorm) in gebieden.items()
    }


def gewisseld(gebieden: Gebieden) -> Gebieden:
    """The same areas with x and y the wrong way round."""
    return {
        c: (n, shapely.transform(vorm, lambda p: p[:, ::-1])) for c, (n, vorm) in gebieden.items()
    }


def draai(commando: str, *args: Any, **opties: Any) -> str:
    """Run a command that must succeed; returns what it wrote."""
    uit = StringIO()
    call_command(commando, *map(str, args), stdout=uit, **opties)
    return uit.getvalue()


def draai_vast(commando: str, *args: Any, **opties: Any) -> str:
    """Run a command that must stop; returns what it wrote and why it stopped."""
    uit = StringIO()
    try:
        call_command(commando, *map(str, args), stdout=uit, **opties)
    except CommandError as fout:
        return f"{uit.getvalue()}\n{fout}"
    raise AssertionError(f"{commando} did not stop:\n{uit.getvalue()}")


def importeer_alles(tmp_path: Path) -> None:
    """The whole municipality, kept."""
    alles = GEMEENTE | WIJKEN | BUURTEN
    draai("importeer_gebieden", geojson(tmp_path / "alles.geojson", rijen(alles)), "--opslaan")
