"""The texts that a new portal begins with: about, privacy, accessibility (H11).

They are drafts with what a Dutch municipality has to say; staff edit them, and what they wrote is
never overwritten.
"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from sociale_basis.kern.models import Tekst

MAP = Path(__file__).parent / "teksten"


def standaardteksten() -> list[str]:
    """Make the texts that are not there yet; returns their keys."""
    bestaand = set(Tekst.objects.values_list("sleutel", flat=True))
    nieuw = [pad for pad in sorted(MAP.glob("*.md")) if pad.stem not in bestaand]
    for pad in nieuw:
        titel, inhoud = _lees(pad)
        Tekst.objects.create(sleutel=pad.stem, titel=titel, inhoud=inhoud)
    return [pad.stem for pad in nieuw]


def na_migratie(**_signaal: Any) -> None:
    """Receiver of post_migrate; does nothing while (or after) the table is not there."""
    if Tekst._meta.db_table in connection.introspection.table_names():
        standaardteksten()


def _lees(pad: Path) -> tuple[str, str]:
    """Title (the first line) and the rest, with the names of this portal filled in."""
    tekst = pad.read_text(encoding="utf-8")
    invulling = {
        "{portaal}": settings.PORTAAL_NAAM,
        "{email}": settings.DEFAULT_FROM_EMAIL,
        "{beveiliging}": settings.BEVEILIGING_EMAIL,
        "{vraagdagen}": str(settings.VRAAG_BEWAAR_DAGEN),
    }
    for plek, waarde in invulling.items():
        tekst = tekst.replace(plek, waarde)
    titel, inhoud = tekst.split("\n", 1)
    return titel.removeprefix("# ").strip(), inhoud.strip() + "\n"
