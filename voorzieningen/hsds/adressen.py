"""Addresses and points of places, also those abroad."""

import re

from sociale_basis.kern.velden import lees_postcode
from wijken.grenzen import in_nederland

from .bestanden import Rij
from .bronding import Bronding
from .werk import Werk

STRAAT_NUMMER = re.compile(r"(?P<straat>.*\D)\s+(?P<nummer>\d+\s?[\w/-]{0,6})")
KOLOMMEN = (
    "location_id", "address_1", "address_2", "city", "region", "state_province", "postal_code",
    "country", "address_type", "attention",
)  # fmt: skip


def lees_adressen(werk: Werk) -> None:
    """The first address to go to is that of the place; any other becomes a line of text."""
    gehad: set[str] = set()
    for rij in werk.lees("address", *KOLOMMEN):
        plek = werk.eerste(rij, "location")
        if plek is None:
            continue
        _meld_gebreken(werk, rij)
        if rij["address_type"] in ("postal", "virtual") or rij["location_id"] in gehad:
            plek.vertel("Ander adres", _op_een_regel(rij))
            continue
        gehad.add(rij["location_id"])
        _zet_adres(werk, plek, rij)
    for rij in werk.lees("mail_address", *KOLOMMEN):
        if plek := werk.eerste(rij, "location"):
            plek.vertel("Postadres", _op_een_regel(rij))
    _zet_punten(werk)


def _meld_gebreken(werk: Werk, rij: Rij) -> None:
    namen = {"address_1": "straat", "postal_code": "postcode", "city": "plaats", "country": "land"}
    ontbreekt = [naam for kolom, naam in namen.items() if not rij[kolom]]
    if ontbreekt:
        werk.boek.gebrek(rij, f"geen {' en geen '.join(ontbreekt)} ({_op_een_regel(rij)})")


def _zet_adres(werk: Werk, plek: Bronding, rij: Rij) -> None:
    land = (rij["country"] or "NL").upper()
    werk.landen[plek.sleutel] = plek.velden["land"] = land if len(land) == 2 else "NL"
    plek.vertel("Ter attentie van", rij["attention"])
    if plek.velden["land"] == "NL":
        _zet_nederlands(werk, plek, rij)
    else:
        delen = (rij["city"], rij["region"], rij["state_province"], rij["postal_code"])
        plek.zet("straat", " ".join(filter(None, (rij["address_1"], _toevoeging(rij)))))
        plek.zet("plaats", " ".join(filter(None, delen)))


def _toevoeging(rij: Rij) -> str:
    """The second line, unless the first one ends with it already."""
    heeft_al = rij["address_2"].lower() in rij["address_1"].lower()
    return "" if heeft_al else rij["address_2"]


def _zet_nederlands(werk: Werk, plek: Bronding, rij: Rij) -> None:
    gesplitst = STRAAT_NUMMER.fullmatch(rij["address_1"])
    plek.zet("straat", gesplitst["straat"] if gesplitst else rij["address_1"])
    plek.zet("huisnummer", gesplitst["nummer"] if gesplitst else "")
    plek.vertel("Adres", _toevoeging(rij))
    plek.zet("plaats", rij["city"])
    plek.zet("postcode", rij["postal_code"])
    if rij["postal_code"] and not lees_postcode(rij["postal_code"]):
        werk.boek.gebrek(rij, f"“{rij['postal_code']}” is geen Nederlandse postcode")


def _zet_punten(werk: Werk) -> None:
    for plek in werk.dingen.values():
        if plek.sleutel[0] == "location":
            _zet_punt(werk, plek, plek.rij["latitude"], plek.rij["longitude"])


def _zet_punt(werk: Werk, plek: Bronding, breedte: str, lengte: str) -> None:
    if not (breedte or lengte):
        return
    try:
        lat, lon = float(breedte), float(lengte)
    except ValueError:
        werk.boek.gebrek(plek.rij, f"“{breedte}”, “{lengte}” is geen punt")
        return
    buiten = plek.velden["land"] == "NL" and not in_nederland(lat, lon)
    if buiten or not (abs(lat) <= 90 and abs(lon) <= 180):
        werk.boek.gebrek(plek.rij, f"het punt {breedte}, {lengte} ligt niet in dit land")
    else:
        plek.velden |= {"lat": lat, "lon": lon}


def _op_een_regel(rij: Rij) -> str:
    kolommen = ("address_1", "address_2", "postal_code", "city", "state_province", "country")
    return ", ".join(rij[kolom] for kolom in kolommen if rij[kolom])
