"""Opening times of the demo, written as 'ma-do 09:00-12:00 remark'; dates count from today."""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

from simple_history.utils import bulk_create_with_history

from voorzieningen.models import Afwijking, Locatie, Openingstijd, Voorziening

from .bron import Rij

DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
TIJD = re.compile(
    r"(?P<eerste>[a-z]{2})(-(?P<laatste>[a-z]{2}))? "
    r"(?P<van>\d\d:\d\d)-(?P<tot>\d\d:\d\d)(?P<afspraak> op afspraak)?,? ?(?P<opmerking>.*)"
)
MAANDELIJKS = re.compile(r"(eerste|tweede|derde|vierde|laatste) \w+ van de maand")
HOEVEELSTE = {"eerste": 0, "tweede": 1, "derde": 2, "vierde": 3, "laatste": -1}
KEREN = 3  # of something monthly that stand in the agenda

Dag = tuple[int, int]  # month and day
SEIZOENEN: dict[str, tuple[Dag, Dag]] = {"zomer": ((4, 1), (9, 30)), "winter": ((10, 1), (3, 31))}

Ding = Locatie | Voorziening


class Tijden:
    """Collects the times of many places and provisions and saves them at once."""

    def __init__(self, vandaag: date) -> None:
        self.vandaag = vandaag
        self.openingstijden: list[Openingstijd] = []
        self.afwijkingen: list[Afwijking] = []

    def neem(self, rij: Rij) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Take the times out of a row: the fields of its openingstijden and afwijkingen."""
        vast = [velden for tekst in rij.neem("tijden", []) for velden in self._lees(rij, tekst)]
        seizoenen = rij.neem("seizoenen", [])
        wisselend = [velden for seizoen in seizoenen for velden in self._seizoen(rij, seizoen)]
        return vast + wisselend, [self._afwijking(velden) for velden in rij.neem("afwijkingen", [])]

    def hang_aan(
        self, rij: Rij, ding: Ding, tijden: tuple[list[dict[str, Any]], list[dict[str, Any]]]
    ) -> None:
        """Make the rows of a saved place or provision."""
        bij = {"locatie" if isinstance(ding, Locatie) else "voorziening": ding}
        open_, anders = tijden
        self.openingstijden += [rij.deel(v).maak(Openingstijd, **bij) for v in open_]
        self.afwijkingen += [rij.deel(v).maak(Afwijking, **bij) for v in anders]

    def bewaar(self) -> None:
        bulk_create_with_history(self.openingstijden, Openingstijd)
        bulk_create_with_history(self.afwijkingen, Afwijking)

    def _lees(self, rij: Rij, tekst: str) -> Iterator[dict[str, Any]]:
        gevonden = TIJD.fullmatch(tekst)
        if not gevonden:
            raise rij.fout(f"tijd {tekst!r} is niet te lezen.")
        eerste = DAGEN.index(gevonden["eerste"])
        laatste = DAGEN.index(gevonden["laatste"] or gevonden["eerste"])
        for weekdag in range(eerste, laatste + 1):
            velden = {
                "weekdag": weekdag,
                "van": time.fromisoformat(gevonden["van"]),
                "tot": time.fromisoformat(gevonden["tot"]),
                "op_afspraak": bool(gevonden["afspraak"]),
                "opmerking": gevonden["opmerking"],
            }
            yield from self._keren(velden)

    def _keren(self, velden: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Every week as it is; 'eerste maandag van de maand' only on the days that it is."""
        maandelijks = MAANDELIJKS.search(velden["opmerking"])
        if not maandelijks:
            yield velden
            return
        for dag in komende_keren(self.vandaag, velden["weekdag"], HOEVEELSTE[maandelijks[1]]):
            yield velden | {"geldig_van": dag, "geldig_tot": dag}

    def _seizoen(self, rij: Rij, seizoen: dict[str, Any]) -> Iterator[dict[str, Any]]:
        van, tot = seizoen_vanaf(self.vandaag, seizoen["seizoen"])
        geldig = {"geldig_van": van, "geldig_tot": tot}
        for tekst in seizoen["tijden"]:
            yield from (velden | geldig for velden in self._lees(rij, tekst))

    def _afwijking(self, velden: dict[str, Any]) -> dict[str, Any]:
        van_dag, tot_dag = self._dagen(velden)
        van, tot = velden.get("van"), velden.get("tot")
        return {
            "van_dag": van_dag,
            "tot_dag": tot_dag,
            "gesloten": van is None,
            "van": van and time.fromisoformat(van),
            "tot": tot and time.fromisoformat(tot),
            "reden": velden["reden"],
        }

    def _dagen(self, velden: dict[str, Any]) -> tuple[date, date]:
        if velden.get("kerst"):
            return kerst(self.vandaag)
        return (
            self.vandaag + timedelta(velden["dagen_vanaf"]),
            self.vandaag + timedelta(velden["dagen_tot"]),
        )


def kerst(vandaag: date) -> tuple[date, date]:
    """The first Christmas week that is not over."""
    return _eerste_die_niet_voorbij_is(vandaag, (12, 24), (1, 1))


def seizoen_vanaf(vandaag: date, seizoen: str) -> tuple[date, date]:
    """First and last day of the first 'zomer' or 'winter' that is not over."""
    return _eerste_die_niet_voorbij_is(vandaag, *SEIZOENEN[seizoen])


def _eerste_die_niet_voorbij_is(vandaag: date, eerste: Dag, laatste: Dag) -> tuple[date, date]:
    """Of a period of every year (month and day); it may run past New Year's Eve."""
    for jaar in (vandaag.year - 1, vandaag.year, vandaag.year + 1):
        tot = date(jaar + (laatste < eerste), *laatste)
        if tot >= vandaag:
            break
    return date(jaar, *eerste), tot


def komende_keren(vandaag: date, weekdag: int, hoeveelste: int) -> list[date]:
    """The coming KEREN days that are the first (0) … last (-1) such weekday of their month."""
    dagen: list[date] = []
    jaar, maand = vandaag.year, vandaag.month
    while len(dagen) < KEREN:
        dag = _in_maand(jaar, maand, weekdag)[hoeveelste]
        dagen += [dag] if dag >= vandaag else []
        jaar, maand = (jaar, maand + 1) if maand < 12 else (jaar + 1, 1)
    return dagen


def _in_maand(jaar: int, maand: int, weekdag: int) -> list[date]:
    eerste = date(jaar, maand, 1)
    dagen = (eerste + timedelta(nummer) for nummer in range(31))
    return [dag for dag in dagen if dag.month == maand and dag.weekday() == weekdag]
