"""Which column of a file is what, under all the names that CBS and PDOK give them (M1)."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..codes import schoon

NAMEN = {
    "buurtcode": ("buurtcode", "bucode", "bu"),
    "wijkcode": ("wijkcode", "wkcode", "wk"),
    "gemeentecode": ("gemeentecode", "gmcode", "gemcode", "gm", "gemeenteco"),
    "code": ("statcode", "code", "gebiedscode", "gwbcode10", "gwbcode", "identificatie"),
    "jaarcode": ("jrstatcode",),
    "buurtnaam": ("buurtnaam", "bunaam", "buurt"),
    "wijknaam": ("wijknaam", "wknaam", "wijk"),
    "gemeentenaam": ("gemeentenaam", "gmnaam", "gemnaam", "gemeentena", "gemeente"),
    "naam": ("naam", "statnaam", "gebiedsnaam", "name"),
    "water": ("h2o", "water"),
    "jaar": ("jaar", "jaarcode", "jr"),
}
VERWACHT = (
    "BU_CODE, WK_CODE of GM_CODE (CBS), buurtcode, wijkcode of gemeentecode (PDOK), "
    "statcode (gebiedsindelingen), of code"
)

Rollen = dict[str, list[str]]  # role → the columns that play it, best first


def rollen(kolommen: Iterable[str]) -> Rollen:
    """Which columns hold what; upper case, underscores and a year at the end do not matter."""
    gevonden: Rollen = {}
    kolommen = list(kolommen)
    for rol, namen in NAMEN.items():
        for naam in namen:
            gevonden.setdefault(rol, []).extend(k for k in kolommen if _heet(k, naam))
    return {rol: namen for rol, namen in gevonden.items() if namen}


def waarde(rij: Mapping[str, Any], rollen: Rollen, rol: str) -> str:
    """The first value that is known in the columns of this role, else ""."""
    return next((tekst for k in rollen.get(rol, []) if (tekst := schoon(rij.get(k)))), "")


def _heet(kolom: str, naam: str) -> bool:
    """'BU_CODE2023' is called 'bucode'; so is 'BU_CODE202', as a shapefile cuts it off."""
    kaal = re.sub(r"[^a-z0-9]", "", kolom.lower())
    return naam in (kaal, re.sub(r"\d+$", "", kaal))
