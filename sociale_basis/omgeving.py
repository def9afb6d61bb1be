"""Typed readers of environment variables that fail loudly instead of guessing.

Each reader takes the name of the variable and a default; a value that cannot be read raises
``ImproperlyConfigured`` with the name, the value and what was expected.
"""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

WAAR = {"1", "true", "ja", "yes", "on"}
ONWAAR = {"0", "false", "nee", "no", "off", ""}


def tekst(naam: str, standaard: str = "") -> str:
    """A string; ``NAAM_FILE`` names a file that holds it instead (for secrets)."""
    bestand = os.environ.get(f"{naam}_FILE")
    if bestand:
        return Path(bestand).read_text(encoding="utf-8").strip()
    return os.environ.get(naam, standaard).strip()


def ja_nee(naam: str, standaard: bool) -> bool:
    """True or False, in Dutch or English."""
    waarde = os.environ.get(naam)
    if waarde is None:
        return standaard
    if waarde.strip().lower() in WAAR:
        return True
    if waarde.strip().lower() in ONWAAR:
        return False
    raise ImproperlyConfigured(f"{naam}={waarde!r}: expected true or false.")


def getal(naam: str, standaard: int) -> int:
    """A whole number."""
    waarde = os.environ.get(naam, "")
    if not waarde.strip():
        return standaard
    try:
        return int(waarde)
    except ValueError as fout:
        raise ImproperlyConfigured(f"{naam}={waarde!r}: expected a whole number.") from fout


def lijst(naam: str, standaard: str = "") -> list[str]:
    """Comma-separated values, without empty ones."""
    return [deel.strip() for deel in tekst(naam, standaard).split(",") if deel.strip()]


def keuze(naam: str, keuzes: tuple[str, ...], standaard: str) -> str:
    """One of the given words."""
    waarde = tekst(naam, standaard)
    if waarde not in keuzes:
        raise ImproperlyConfigured(f"{naam}={waarde!r}: expected one of {', '.join(keuzes)}.")
    return waarde
