"""Rows of the boom as they stand in a file, for the tests of the exchange."""

from typing import Any

import pytest

from tests.fabriek import (
    een_afspraak,
    een_boom,
    een_organisatie,
    een_stap,
    een_thema,
    een_voorwaarde,
    een_voorziening,
)
from tests.voorzieningen.uitwisseling.hulp import (
    tabel,
)
from voorzieningen.models import Boomlaag, Voorwaarde

STAP = ["Sleutel", "Soort stap", "Van laag", "Van voorziening", "Naar laag", "Naar voorziening",
        "Wanneer", "Wie zet de stap", "Wie belt wie"]  # fmt: skip
LAAG = ["Sleutel", "Naam", "Plaats in de boom", "Werkt voor", "Wat is het", "Wie werkt hier"]
ALLE_BLADEN = ("Lagen", "Stappen", "Voorwaarden", "Regieafspraken")


@pytest.fixture
def boom() -> list[Boomlaag]:
    """Buurt, Team, Specialist; two provisions with a step of their own; two agreements."""
    lagen = een_boom()
    lagen[1].verantwoordelijke = een_organisatie("Gemeente", telefoon="0413 28 19 11")
    lagen[1].save()
    maatje = een_voorziening("Maatje", laag=lagen[0])
    een_stap(maatje, een_voorziening("Spreekuur", laag=lagen[1]), grens="Vijf gesprekken")
    kinderen = een_voorwaarde(gevaar="direct", uitleg="Jonger dan 18.")
    een_afspraak("Geld en gezin", [een_thema("Geld"), een_thema("Gezin")], [kinderen])
    een_afspraak("Vangnet")
    Voorwaarde.objects.create(naam="Oud").archiveer("Niet meer nodig.")
    return lagen


def stap(sleutel: str, van: Any, naar: Any, soort: str = "ondersteuning") -> list[str]:
    """A row; an end is the key of a provision, or of a layer with a star."""
    enden = [deel for einde in (van, naar) for deel in _einde(einde)]
    return [sleutel, soort, *enden, "Het lukt niet.", "de helper", "De helper belt."]


def _einde(naam: str) -> tuple[str, str]:
    return (naam[1:], "") if naam.startswith("*") else ("", naam)


def stappen(*rijen: list[str]) -> bytes:
    return tabel(STAP, *rijen)


def laag(sleutel: str, plaats: int, **velden: str) -> list[Any]:
    return [sleutel, velden.get("naam", sleutel.title()), plaats, "wijk", "Hulp.", "mensen"]
