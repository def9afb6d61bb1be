"""Looks up an address at the PDOK Locatieserver, for staff; no page of the portal needs it."""

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

from django.conf import settings

WACHT = 4  # seconds
MEEST = 5  # addresses
GROOTST = 200_000  # bytes of an answer
_PUNT = re.compile(r"POINT\(([\d.]+) ([\d.]+)\)")
_VELDEN = "weergavenaam straatnaam huis_nlt postcode woonplaatsnaam centroide_ll"  # names of PDOK


class NietBereikbaar(Exception):
    """There is no network, or the Locatieserver does not answer as it should."""


@dataclass(frozen=True)
class Adres:
    """One address; lat and lon in degrees WGS84."""

    naam: str
    straat: str
    huisnummer: str
    postcode: str
    plaats: str
    lat: float
    lon: float


def zoek_adressen(vraag: str) -> list[Adres]:
    """Addresses that fit what was typed, best first; [] for nothing.

    Raises ``NietBereikbaar``. Takes at most ``WACHT`` seconds.
    """
    if not vraag.strip():
        return []
    velden = {"q": vraag[:200], "fq": "type:adres", "fl": " ".join(_VELDEN.split()), "rows": MEEST}
    adressen = (_adres(doc) for doc in _haal(velden))
    return [adres for adres in adressen if adres]


def _haal(velden: dict[str, Any]) -> list[dict[str, Any]]:
    if not settings.PDOK_LOCATIESERVER:
        raise NietBereikbaar("switched off")
    adres = f"{settings.PDOK_LOCATIESERVER}/free?{urlencode(velden)}"
    try:
        with urlopen(adres, timeout=WACHT) as antwoord:  # noqa: S310  (address of a setting)
            docs = json.loads(antwoord.read(GROOTST))["response"]["docs"]
    except (URLError, OSError, ValueError, KeyError, TypeError) as fout:
        raise NietBereikbaar(str(fout)) from fout
    return [doc for doc in docs if isinstance(doc, dict)]


def _adres(doc: dict[str, Any]) -> Adres | None:
    """One answer of PDOK; None when it has no point."""
    punt = _PUNT.fullmatch(str(doc.get("centroide_ll", "")))
    if punt is None:
        return None
    straat, nummer, postcode, plaats = (
        str(doc.get(veld, "")) for veld in ("straatnaam", "huis_nlt", "postcode", "woonplaatsnaam")
    )
    lon, lat = round(float(punt[1]), 6), round(float(punt[2]), 6)
    return Adres(str(doc.get("weergavenaam", "")), straat, nummer, postcode, plaats, lat, lon)
