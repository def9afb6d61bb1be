"""Schedules of HSDS (a subset of iCalendar) as opening times, or as a line of text."""

import re
from datetime import date, time

from django.utils.dateparse import parse_date, parse_time

from voorzieningen.models import Openingstijd

from .bestanden import Rij
from .bronding import Bronding
from .ohana import DAGEN
from .werk import Werk

KOLOMMEN = (
    "service_id", "location_id", "service_at_location_id", "opens_at", "closes_at", "byday",
    "freq", "interval", "valid_from", "valid_to", "description", "notes", "dtstart", "until",
    "count", "wkst", "byweekno", "bymonthday", "byyearday", "timezone", "schedule_link",
    "attending_type", "closed", "start_date", "end_date",
)  # fmt: skip
ANDERS = ("count", "byweekno", "bymonthday", "byyearday")


def lees_roosters(werk: Werk) -> None:
    for rij in werk.lees("schedule", *KOLOMMEN):
        if ding := werk.eerste(rij, "service", "location"):
            _zet(ding, rij)
    for rij in werk.lees("holiday_schedule", *KOLOMMEN):
        if ding := werk.eerste(rij, "service", "location"):
            ding.vertel("Andere tijden", _in_woorden(rij))


def _zet(ding: Bronding, rij: Rij) -> None:
    tijden = als_tijden(rij)
    bekend = {_inhoud(tijd) for tijd in ding.tijden}
    ding.tijden += [tijd for tijd in tijden if _inhoud(tijd) not in bekend]
    if not tijden:
        ding.vertel("Tijden", _in_woorden(rij))


def als_tijden(rij: Rij) -> list[Openingstijd]:
    """One per weekday; empty when this is no plain week that returns every week."""
    van, tot = _tijd(rij["opens_at"]), _tijd(rij["closes_at"])
    dagen = [dag.strip().upper() for dag in rij["byday"].split(",") if dag.strip()]
    geldig = _dag(rij["valid_from"]), _dag(rij["valid_to"] or rij["until"])
    if not _is_gewone_week(rij, dagen) or van is None or tot is None or van == tot:
        return []
    if geldig[0] and geldig[1] and geldig[1] < geldig[0]:
        return []
    return [
        Openingstijd(
            weekdag=DAGEN.index(dag),
            van=van,
            tot=tot,
            geldig_van=geldig[0],
            geldig_tot=geldig[1],
            opmerking=(rij["description"] or rij["notes"])[:120],
        )
        for dag in dict.fromkeys(dagen)
    ]


def _is_gewone_week(rij: Rij, dagen: list[str]) -> bool:
    elke_week = rij["freq"].upper() in ("", "WEEKLY") and rij["interval"] in ("", "1")
    lang = len(rij["description"] or rij["notes"]) > 120
    return (
        elke_week
        and bool(dagen)
        and set(dagen) <= set(DAGEN)
        and not (lang or any(rij[kolom] for kolom in ANDERS))
    )


def _tijd(cel: str) -> time | None:
    """'09:00', '9:00:00' or '09:00:00-05:00'; the portal knows one time zone."""
    gelezen = re.match(r"\d{1,2}:\d{2}", cel)
    try:
        return parse_time(gelezen[0]) if gelezen else None
    except ValueError:
        return None


def _dag(cel: str) -> date | None:
    try:
        return parse_date(cel[:10])
    except ValueError:
        return None


def _in_woorden(rij: Rij) -> str:
    gesloten = "gesloten" if rij["closed"].lower() in ("true", "1", "yes") else ""
    kolommen = [kolom for kolom in KOLOMMEN[3:] if kolom not in ("closed", "timezone", "wkst")]
    return " ".join([gesloten, *(rij[kolom] for kolom in kolommen)]).strip()


def _inhoud(tijd: Openingstijd) -> tuple[object, ...]:
    return tijd.weekdag, tijd.van, tijd.tot, tijd.geldig_van, tijd.geldig_tot, tijd.opmerking
