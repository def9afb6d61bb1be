"""Small sources in the two layouts, written to a folder; tests change only what they are about."""

import csv
from io import StringIO
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management import call_command

Tabellen = dict[str, list[dict[str, str]]]


def een_bron(**anders: list[dict[str, str]]) -> Tabellen:
    """An organisation with one service at one place in Uden."""
    return {
        "organization": [
            {"id": "o1", "name": "Welzijn De Eik", "description": "Helpt.", "website": "eik.nl"}
        ],
        "location": [
            {
                "id": "l1",
                "organization_id": "o1",
                "name": "Huis De Eik",
                "location_type": "physical",
                "latitude": "51.66",
                "longitude": "5.62",
            }
        ],
        "address": [
            {
                "id": "a1",
                "location_id": "l1",
                "address_1": "Eikstraat 12a",
                "city": "Uden",
                "postal_code": "5401 AB",
                "country": "NL",
            }
        ],
        "service": [
            {
                "id": "s1",
                "organization_id": "o1",
                "name": "Koffieochtend",
                "description": "Elke week koffie. Voor iedereen.",
                "status": "active",
                "fees_description": "None.",
                "application_process": "Loop binnen.",
                "eligibility_description": "Iedereen uit Uden",
            }
        ],
        "service_at_location": [{"id": "sl1", "service_id": "s1", "location_id": "l1"}],
        "phone": [
            {"id": "p1", "service_id": "s1", "number": "0413 28 19 11", "type": "voice"},
        ],
    } | anders


def schrijf(folder: Path, tabellen: Tabellen) -> Path:
    folder.mkdir(exist_ok=True)
    for oud in folder.glob("*.csv"):
        oud.unlink()
    for naam, rijen in tabellen.items():
        kop = list(dict.fromkeys(kolom for rij in rijen for kolom in rij))
        with (folder / f"{naam}.csv").open("w", encoding="utf-8-sig", newline="") as bestand:
            schrijver = csv.DictWriter(bestand, kop)
            schrijver.writeheader()
            schrijver.writerows(rijen)
    return folder


def de_redacteur() -> User:
    bekend = User.objects.filter(username="noor").first()
    return bekend or User.objects.create_user("noor", is_staff=True)


def importeer(folder: Path, *, opslaan: bool = True, **opties: Any) -> str:
    """What the command says."""
    de_redacteur()
    uit = StringIO()
    opties = {"redacteur": "noor", "bron": "proef"} | opties
    call_command("importeer_hsds", folder, opslaan=opslaan, stdout=uit, **opties)
    return uit.getvalue()


def naar_ohana(tabellen: Tabellen) -> Tabellen:
    """The same source in the older layout, as far as it knows it."""
    dienst = tabellen["service"][0]
    return {
        "organizations": tabellen["organization"],
        "locations": [dict(tabellen["location"][0]) | {"accessibility": "ramp"}],
        "addresses": tabellen["address"],
        "phones": [
            {"id": "p1", "service_id": "s1", "number": "0413 28 19 11", "number_type": "voice"}
        ],
        "taxonomy": [{"id": "46", "name": "Food", "taxonomy_id": "102"}],
        "services": [
            {
                "id": "s1",
                "location_id": "l1",
                "name": dienst["name"],
                "description": dienst["description"],
                "fees": "None.",
                "eligibility": "Iedereen uit Uden",
                "languages": "Spanish, Klingon",
                "taxonomy_ids": "46",
                "application_process": "Loop binnen.",
                "status": "active",
            }
        ],
    }
