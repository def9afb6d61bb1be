"""Opening times as schema.org ``OpeningHoursSpecification``, for JSON-LD."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from .slots import (
    HELE_DAG,
    Afwijkend,
    Blok,
    Slot,
    Uitzondering,
    afwijkend,
    gelijke_dagen,
    per_periode,
)

SCHEMA = "https://schema.org/"
DAGEN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DICHT = {"opens": "00:00", "closes": "00:00"}


def schema_org(slots: Iterable[Slot]) -> list[dict[str, Any]]:
    """The usual week for ``openingHoursSpecification``; "op afspraak" is not open and left out."""
    zonder_afspraak = [slot for slot in slots if not slot.op_afspraak]
    return [
        _specificatie(
            dayOfWeek=[SCHEMA + DAGEN[dag] for dag in dagen], **_uren(blok), **_periode(*periode)
        )
        for periode, rijen in per_periode(zonder_afspraak)
        for dagen, blokken in gelijke_dagen(rijen)
        for blok in blokken
    ]


def schema_org_bijzonder(
    uitzonderingen: Iterable[Uitzondering], feestdagen_gesloten: bool = True
) -> list[dict[str, Any]]:
    """Deviations for ``specialOpeningHoursSpecification``; closed is from 00:00 to 00:00."""
    feest = [_specificatie(dayOfWeek=[f"{SCHEMA}PublicHolidays"], **DICHT)]
    op_dag = [deel for rij in afwijkend(uitzonderingen) for deel in _afwijking(rij)]
    return (feest if feestdagen_gesloten else []) + op_dag


def _afwijking(rij: Afwijkend) -> list[dict[str, Any]]:
    periode = _periode(rij.van_dag, rij.tot_dag)
    delen = [_uren(blok) for blok in rij.blokken] or [DICHT]
    return [_specificatie(**uren, **periode) for uren in delen]


def _specificatie(**velden: Any) -> dict[str, Any]:
    return {"@type": "OpeningHoursSpecification", **velden}


def _uren(blok: Blok) -> dict[str, str]:
    """Midnight is 23:59: a closing time of 00:00 would read as the start of that day."""
    einde = HELE_DAG - 1 if blok.einde == HELE_DAG else blok.einde % HELE_DAG
    return {"opens": _uur(blok.begin), "closes": _uur(einde)}


def _uur(minuten: int) -> str:
    return f"{minuten // 60:02}:{minuten % 60:02}"


def _periode(eerste: date, laatste: date) -> dict[str, str]:
    grenzen = {"validFrom": eerste, "validThrough": laatste}
    return {
        naam: dag.isoformat() for naam, dag in grenzen.items() if dag not in (date.min, date.max)
    }
