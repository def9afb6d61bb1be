"""The older Ohana layout (HSDS 1) told in the tables and columns of HSDS 3."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .bestanden import Rij

NIEUWE_NAAM = {
    "organizations": "organization",
    "locations": "location",
    "addresses": "address",
    "mail_addresses": "mail_address",
    "phones": "phone",
    "services": "service",
    "contacts": "contact",
    "programs": "program",
    "regular_schedules": "schedule",
    "holiday_schedules": "holiday_schedule",
    "taxonomy": "taxonomy_term",
}
OUDE_NAAM = {nieuw: oud for oud, nieuw in NIEUWE_NAAM.items()}
KOLOMMEN = {
    "service": {
        "eligibility": "eligibility_description",
        "fees": "fees_description",
        "website": "url",
    },
    "phone": {"number_type": "type", "department": "description"},
    "taxonomy_term": {"taxonomy_id": "code", "parent_id": "parent_code", "id": "nummer"},
    "schedule": {"weekday": "byday"},
}
DAGEN = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

Tabellen = dict[str, "list[Rij]"]


def herken(ruw: Tabellen) -> bool:
    """Ohana names its files in the plural."""
    return "organizations" in ruw or ("services" in ruw and "service" not in ruw)


def als_hsds3(ruw: Tabellen) -> Tabellen:
    """Tables with rows that keep the name of their file and their number."""
    tabellen: Tabellen = {}
    for oud, rijen in ruw.items():
        naam = NIEUWE_NAAM.get(oud, oud)
        tabellen[naam] = [_vertaal(naam, rij) for rij in rijen]
    diensten = tabellen.get("service", [])
    tabellen["service_at_location"] = [_op_plek(rij) for rij in diensten if rij["location_id"]]
    nummers = {term["nummer"]: term["id"] for term in tabellen.get("taxonomy_term", [])}
    tabellen["attribute"] = [deel for rij in diensten for deel in _onderwerpen(rij, nummers)]
    tabellen["language"] = [
        deel
        for tabel in ("service", "location")
        for rij in tabellen.get(tabel, [])
        for deel in _talen(tabel, rij)
    ]
    tabellen["accessibility"] = list(_toegankelijkheid(tabellen.get("location", [])))
    _geef_organisatie(diensten, tabellen.get("location", []))
    return tabellen


def _vertaal(tabel: str, rij: "Rij") -> "Rij":
    namen = KOLOMMEN.get(tabel, {})
    cellen = {namen.get(kolom, kolom): cel for kolom, cel in rij.cellen.items()}
    if tabel == "taxonomy_term":
        cellen["id"] = cellen.get("code", "")
    if tabel == "schedule":
        cellen["byday"] = _dag(cellen.get("byday", ""))
    return replace(rij, cellen=cellen)


def _dag(cel: str) -> str:
    """'1' or 'Monday' → 'MO'; Ohana counts from Sunday (7)."""
    if cel.isdigit() and 1 <= int(cel) <= 7:
        return DAGEN[int(cel) - 1]
    kort = cel[:2].upper()
    return kort if kort in DAGEN else cel


def _deel(rij: "Rij", kolom: str, **cellen: str) -> "Rij":
    """What HSDS 3 has in a table of its own is here in a column."""
    return replace(rij, bestand=f"{rij.bestand} ({kolom})", cellen=cellen)


def _op_plek(rij: "Rij") -> "Rij":
    cellen = {"service_id": rij["id"], "location_id": rij["location_id"]}
    return _deel(rij, "location_id", **cellen)


def _onderwerpen(rij: "Rij", nummers: dict[str, str]) -> Iterator["Rij"]:
    """'46, 112' in ``taxonomy_ids``: numbers of the terms, or their codes."""
    for nummer in _delen(rij["taxonomy_ids"]):
        cellen = {"link_id": rij["id"], "link_entity": "service"}
        term = nummers.get(nummer, nummer)
        yield _deel(rij, "taxonomy_ids", **cellen, taxonomy_term_id=term)


def _talen(tabel: str, rij: "Rij") -> Iterator["Rij"]:
    for taal in _delen(rij["languages"]):
        yield _deel(rij, "languages", **{f"{tabel}_id": rij["id"], "name": taal})


def _toegankelijkheid(plekken: "list[Rij]") -> Iterator["Rij"]:
    for rij in plekken:
        if rij["accessibility"]:
            cellen = {"location_id": rij["id"], "description": rij["accessibility"]}
            yield _deel(rij, "accessibility", **cellen)


def _geef_organisatie(diensten: "list[Rij]", plekken: "list[Rij]") -> None:
    """A service belongs to the organisation of its place."""
    van_plek = {rij["id"]: rij["organization_id"] for rij in plekken}
    for rij in diensten:
        if not rij["organization_id"]:
            rij.cellen["organization_id"] = van_plek.get(rij["location_id"], "")


def _delen(cel: str) -> list[str]:
    return [deel.strip() for deel in cel.split(",") if deel.strip()]
