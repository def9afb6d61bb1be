"""Activities for calendar programs: iCalendar (RFC 5545, RFC 7986).

A series is one event with its rule, so that a program knows it years ahead; holidays and closed
periods that it skips are EXDATEs, and each day that is cancelled or moved is an event of its own
with a RECURRENCE-ID. Times carry the time zone of the clock on the wall. What is the same gives
the same bytes, so that a program that asks every hour gets "nothing changed".
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from dateutil.rrule import FREQNAMES
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import (
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vDuration,
)

from ..models import Activiteit
from .herhaling import DAGEN, Herhaling, Ritme
from .keren import AMSTERDAM, Anders, Keer, Rooster, op_klok

MAKER = "-//Sociale Basis//Agenda//NL"
VERVERS = timedelta(hours=12)
FEESTDAGEN_TERUG, FEESTDAGEN_VOORUIT = timedelta(days=31), timedelta(days=2 * 365)
Adres = Callable[[Activiteit], str]
# What some program or other reads as the end of a line; the library escapes only "\n".
STUURTEKENS = re.compile(r"[^\S\n]*[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]+[^\S\n]*")


def kalender(naam: str, activiteiten: Iterable[Activiteit], adres: Adres) -> bytes:
    """The file; ``adres`` gives the absolute address of the page of an activity. Needs
    ``dagen`` and ``locatie`` read beforehand, and only what the public may see."""
    naam, kalender = _regel(naam), Calendar()
    for sleutel, waarde in {
        "version": "2.0",
        "prodid": MAKER,
        "calscale": "GREGORIAN",
        "method": "PUBLISH",
        "name": naam,
        "x-wr-calname": naam,
        "x-wr-timezone": AMSTERDAM.key,
        "x-published-ttl": vDuration(VERVERS),
    }.items():
        kalender.add(sleutel, waarde)
    kalender.add("refresh-interval", vDuration(VERVERS), parameters={"value": "DURATION"})
    kalender.add_component(_tijdzone())
    for activiteit in activiteiten:
        for gebeurtenis in _gebeurtenissen(activiteit, adres(activiteit)):
            kalender.add_component(gebeurtenis)
    return kalender.to_ical()


def _gebeurtenissen(activiteit: Activiteit, adres: str) -> Iterator[Event]:
    rooster = activiteit.rooster
    anders = [dag for dag in rooster.anders if rooster.herhaling.valt_op(dag.dag)]
    eerste = next(rooster.herhaling.vanaf(rooster.herhaling.begin), None)
    if eerste is None:
        return
    if rooster.herhaling.ritme == Ritme.EEN_KEER:
        yield _enkele(activiteit, adres, rooster, anders)
        return
    yield _reeks(activiteit, adres, rooster, eerste)
    for dag in anders:
        gebeurtenis = _gebeurtenis(activiteit, adres, rooster.verzet(dag), dag)
        gebeurtenis.add("recurrence-id", op_klok(dag.dag, rooster.van))
        yield gebeurtenis


def _enkele(activiteit: Activiteit, adres: str, rooster: Rooster, anders: list[Anders]) -> Event:
    dag = anders[0] if anders else Anders(rooster.herhaling.begin)
    return _gebeurtenis(activiteit, adres, rooster.verzet(dag), dag)


def _reeks(activiteit: Activiteit, adres: str, rooster: Rooster, eerste: date) -> Event:
    dag = Anders(eerste)
    gebeurtenis = _gebeurtenis(activiteit, adres, rooster.verzet(dag), dag)
    gebeurtenis.add("rrule", als_rrule(rooster.herhaling))
    for dag_weg in _niet_gehouden(rooster.herhaling, eerste):
        gebeurtenis.add("exdate", op_klok(dag_weg, rooster.van))
    return gebeurtenis


def _niet_gehouden(herhaling: Herhaling, eerste: date) -> list[date]:
    """Holidays around now, and all days of closed periods: those have an end of their own."""
    vandaag = timezone.localdate()
    rond_nu = (vandaag - FEESTDAGEN_TERUG, vandaag + FEESTDAGEN_VOORUIT)
    dagen = {
        dag
        for van, tot in (rond_nu, *herhaling.niet)
        for dag in herhaling.overgeslagen(max(van, eerste), tot)
    }
    return sorted(dagen)


def _gebeurtenis(activiteit: Activiteit, adres: str, keer: Keer, dag: Anders) -> Event:
    """One event; everything that says when it was written comes from the database."""
    gebeurtenis = Event()
    gebeurtenis.add("uid", uid(activiteit))
    gebeurtenis.add("dtstamp", activiteit.gewijzigd_op)
    gebeurtenis.add("created", activiteit.aangemaakt_op)
    gebeurtenis.add("last-modified", activiteit.gewijzigd_op)
    gebeurtenis.add("sequence", volgnummer(activiteit))
    gebeurtenis.add("dtstart", keer.begin)
    if keer.einde:
        gebeurtenis.add("dtend", keer.einde)
    for sleutel, waarde in _woorden(activiteit, keer, dag).items():
        if waarde:
            gebeurtenis.add(sleutel, waarde)
    gebeurtenis.add("status", "CANCELLED" if dag.afgelast else "CONFIRMED")
    gebeurtenis.add("transp", "TRANSPARENT")
    gebeurtenis.add("url", adres)
    plek = activiteit.locatie
    if plek and plek.heeft_punt and not keer.waar:
        gebeurtenis.add("geo", (plek.lat, plek.lon))
    return gebeurtenis


def _woorden(activiteit: Activiteit, keer: Keer, dag: Anders) -> dict[str, str]:
    titel = _("Afgelast: %s") % activiteit.titel if dag.afgelast else activiteit.titel
    aanmelden = activiteit.zo_meldt_u_aan
    uitleg = [activiteit.kort, f"{activiteit.toegang_tekst}.", f"{activiteit.kosten_tekst}."]
    return {
        "summary": _regel(titel),
        "location": _regel(keer.waar or _plek(activiteit)),
        "description": _schoon("\n".join(filter(None, [dag.reden, *uitleg, aanmelden]))),
    }


def _schoon(tekst: str) -> str:
    """Without signs that could begin a line of the file; line ends stay, as "\\n"."""
    return STUURTEKENS.sub(" ", tekst.replace("\r\n", "\n"))


def _regel(tekst: str) -> str:
    return " ".join(_schoon(tekst).split())


def _plek(activiteit: Activiteit) -> str:
    plek = activiteit.locatie
    delen = [plek.naam, activiteit.ruimte, plek.adresregel] if plek else [activiteit.ruimte]
    return ", ".join(deel for deel in delen if deel)


def uid(activiteit: Activiteit) -> str:
    """The same for ever, also when the portal gets another host name."""
    return f"activiteit-{activiteit.pk}@{settings.GEMEENTE_CODE.lower()}.sociale-basis"


def volgnummer(activiteit: Activiteit) -> int:
    """Grows with every change: seconds between making and last changing."""
    return int((activiteit.gewijzigd_op - activiteit.aangemaakt_op).total_seconds())


def als_rrule(herhaling: Herhaling) -> dict[str, Any]:
    """The rule as iCalendar writes it; UNTIL is in UTC, as a start with a time zone asks."""
    delen = herhaling.regeldelen()
    regel: dict[str, Any] = {"freq": FREQNAMES[delen["freq"]]}
    if delen.get("interval"):
        regel["interval"] = delen["interval"]
    if herhaling.laatste:
        einde = datetime.combine(herhaling.laatste, time(23, 59, 59), tzinfo=AMSTERDAM)
        regel["until"] = einde.astimezone(UTC)
    if "byweekday" in delen:
        dagen = delen["byweekday"]
        lijst = dagen if isinstance(dagen, list | tuple) else [dagen]
        regel["byday"] = [_dagcode(dag) for dag in lijst]
    if "bymonthday" in delen:
        regel["bymonthday"] = delen["bymonthday"]
    return regel


def _dagcode(dag: Any) -> str:
    """'TU', '2TU', '-1FR'."""
    return f"{dag.n or ''}{DAGEN[dag.weekday]}"


def _tijdzone() -> Timezone:
    """Dutch time by the rule that holds since 1996; a series from before began long ago."""
    zone = Timezone()
    zone.add("tzid", AMSTERDAM.key)
    zomer = _overgang(TimezoneDaylight, "CEST", datetime(1996, 3, 31, 2), (1, 2))
    winter = _overgang(TimezoneStandard, "CET", datetime(1996, 10, 27, 3), (2, 1))
    for overgang in (zomer, winter):
        zone.add_component(overgang)
    return zone


def _overgang(soort: Any, naam: str, sinds: datetime, uren: tuple[int, int]) -> Any:
    overgang = soort()
    van, naar = (timedelta(hours=uur) for uur in uren)
    overgang.add("dtstart", sinds)
    overgang.add("rrule", {"freq": "yearly", "bymonth": sinds.month, "byday": "-1SU"})
    overgang.add("tzoffsetfrom", van)
    overgang.add("tzoffsetto", naar)
    overgang.add("tzname", naam)
    return overgang
