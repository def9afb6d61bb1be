"""What may stand in a cell: how it is read, written and explained.

``lees`` gets a cell of a spreadsheet or the text of a CSV and raises ``Waardefout`` with a Dutch
reason. An empty cell is ``None`` there and never reaches ``lees``; ``leeg`` is what it means.
"""

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from sociale_basis.kern.velden import lees_telefoon, toon_postcode, toon_telefoon

from . import datums

Cel = str | int | float | bool | date | datetime | time | None
JA = {"ja", "j", "x", "1", "waar", "true", "yes", "v"}
NEE = {"nee", "n", "0", "onwaar", "false", "no", "-"}
SCHEIDING = "; "


class Waardefout(Exception):
    """Why a cell cannot be read, in Dutch."""


@dataclass(frozen=True)
class Waarde:
    """A kind of value; the base keeps text as it is."""

    leeg: Any = ""
    keuzes: tuple[str, ...] = ()
    uitleg: str = "Tekst."

    def lees(self, cel: Cel) -> Any:
        """Text as it is; a day is refused, since '1-2' may have been a house number."""
        if isinstance(cel, (date, time)):
            raise Waardefout(
                f"“{_tekst(cel)}” is een datum of een tijd geworden. Geef de cel de opmaak Tekst, "
                "en typ het opnieuw."
            )
        return _tekst(cel)

    def schrijf(self, waarde: Any) -> Cel:
        return self.zuiver(waarde)

    def zuiver(self, waarde: Any) -> Any:
        """The value as it comes back from a file; two that are equal here are the same."""
        return _net(waarde)


@dataclass(frozen=True)
class Vast(Waarde):
    """A value that is not text: it comes back from a file as it is."""

    def zuiver(self, waarde: Any) -> Any:
        return waarde


@dataclass(frozen=True)
class Telefoon(Waarde):
    uitleg: str = "Een telefoonnummer, zoals 0413 28 19 11."

    def lees(self, cel: Cel) -> str:
        """A spreadsheet takes the first zero off a number; what is no number is told later."""
        tekst = _tekst(cel)
        if not isinstance(cel, str) and len(tekst) == 9:
            tekst = f"0{tekst}"
        return lees_telefoon(tekst) or tekst

    def schrijf(self, waarde: Any) -> str:
        getoond = toon_telefoon(waarde)
        return getoond if lees_telefoon(getoond) == waarde else waarde


@dataclass(frozen=True)
class Postcode(Waarde):
    uitleg: str = "Vier cijfers en twee letters, zoals 5401 AB."

    def lees(self, cel: Cel) -> str:
        return re.sub(r"\s", "", _tekst(cel)).upper()

    def schrijf(self, waarde: Any) -> str:
        return toon_postcode(waarde)


@dataclass(frozen=True)
class Keuze(Vast):
    """One of a few codes; the words of the label are understood too."""

    opties: tuple[tuple[Any, str], ...] = ()
    leeg: Any = None
    uitleg: str = "Kies een van de toegestane waarden."

    def lees(self, cel: Cel) -> Any:
        gezocht = _woord(cel)
        for code, label in self.opties:
            kort = label[:2] if isinstance(code, int) else str(code)
            if gezocht in (_woord(kort), _woord(label)):
                return code
        raise Waardefout(f"“{_tekst(cel)}” kan hier niet. Kies uit: {', '.join(self.keuzes)}.")

    def schrijf(self, waarde: Any) -> str:
        if isinstance(waarde, int):
            return next((label for code, label in self.opties if code == waarde), str(waarde))
        return waarde


@dataclass(frozen=True)
class JaNee(Waarde):
    leeg: Any = False
    keuzes: tuple[str, ...] = ("ja", "nee")
    uitleg: str = "ja of nee. Leeg is nee."

    def lees(self, cel: Cel) -> bool:
        woord = _woord(cel)
        if woord not in JA | NEE:
            raise Waardefout(f"“{_tekst(cel)}” kan hier niet. Vul ja of nee in.")
        return woord in JA

    def schrijf(self, waarde: Any) -> str:
        return "ja" if waarde else "nee"


@dataclass(frozen=True)
class Getal(Waarde):
    leeg: Any = None
    uitleg: str = "Een heel getal."

    def lees(self, cel: Cel) -> int:
        getal = _getal(cel)
        if getal != int(getal):
            raise Waardefout(f"“{_tekst(cel)}” is geen heel getal.")
        return int(getal)

    def schrijf(self, waarde: Any) -> Any:
        return waarde


@dataclass(frozen=True)
class Kommagetal(Waarde):
    leeg: Any = None
    uitleg: str = "Een getal, zoals 51,6607."

    def lees(self, cel: Cel) -> float:
        return float(_getal(cel))

    def schrijf(self, waarde: Any) -> Any:
        """As text where a spreadsheet, that keeps 16 digits, would lose the last one."""
        if waarde is None or float(f"{waarde:.16g}") == waarde:
            return waarde
        return repr(waarde).replace(".", ",")

    def zuiver(self, waarde: Any) -> Any:
        """To a tenth of a millimetre: Excel keeps 15 digits."""
        return waarde if waarde is None else round(waarde, 9)


@dataclass(frozen=True)
class Datum(Vast):
    leeg: Any = None
    uitleg: str = "Een dag, zoals 31-12-2026 of 31 december 2026."

    def lees(self, cel: Cel) -> date:
        dag = _dag(cel)
        if dag is None:
            raise Waardefout(f"“{_tekst(cel)}” is geen dag. Voorbeeld: 31-12-2026.")
        return dag

    def schrijf(self, waarde: Any) -> Any:
        """A real day where spreadsheets can count it, else its text."""
        return waarde if waarde is None or waarde.year > 1900 else datums.schrijf_datum(waarde)


@dataclass(frozen=True)
class Tijdstip(Waarde):
    """A moment in Dutch time, to the second."""

    leeg: Any = None
    uitleg: str = "Een dag met een tijd, zoals 31-12-2026 14:00:00."

    def lees(self, cel: Cel) -> datetime:
        kaal = cel if isinstance(cel, datetime) else datums.lees_tijdstip(_tekst(cel))
        if kaal is None or kaal.year < 1900:
            raise Waardefout(f"“{_tekst(cel)}” is geen dag met tijd. Voorbeeld: {self.uitleg}")
        return timezone.make_aware(kaal)

    def schrijf(self, waarde: Any) -> Any:
        if waarde is None:
            return None
        lokaal = timezone.localtime(waarde)
        return f"{datums.schrijf_datum(lokaal)} {lokaal:%H:%M:%S}"

    def zuiver(self, waarde: Any) -> Any:
        """Local and without zone: an hour that comes twice a year is the same hour."""
        return waarde and timezone.localtime(waarde).replace(microsecond=0, tzinfo=None)


@dataclass(frozen=True)
class Tijd(Vast):
    leeg: Any = None
    uitleg: str = "Een tijd, zoals 9:00 of 13.30."

    def lees(self, cel: Cel) -> time:
        tijd = _klok(cel)
        if tijd is None:
            raise Waardefout(f"“{_tekst(cel)}” is geen tijd. Voorbeeld: 9:00.")
        return tijd

    def schrijf(self, waarde: Any) -> Any:
        return waarde if waarde is None else datums.schrijf_tijd(waarde)


@dataclass(frozen=True)
class Verwijzing(Waarde):
    """The key of one other thing; ``Naslag`` finds it."""

    naar: Any = None
    leeg: Any = None
    uitleg: str = "De sleutel (of de naam) van iets anders."

    def lees(self, cel: Cel) -> list[str]:
        return [" ".join(_tekst(cel).split())]


@dataclass(frozen=True)
class Verwijzingen(Verwijzing):
    """The keys of any number of other things."""

    leeg: Any = ()
    uitleg: str = "Een of meer sleutels (of namen), met ; ertussen."

    def lees(self, cel: Cel) -> list[str]:
        delen = re.split(r"[;|\n]", _tekst(cel))
        return [" ".join(deel.split()) for deel in delen if deel.strip()]


def _tekst(cel: Cel) -> str:
    """A cell as text."""
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, float) and cel.is_integer() and abs(cel) < 1e15:
        return str(int(cel))
    if isinstance(cel, (date, time)):
        return _als_getypt(cel)
    tekst = _net("" if cel is None else str(cel))
    if "\0" in tekst:
        raise Waardefout("In deze tekst staat een teken dat niet kan.")
    return tekst


def _als_getypt(cel: date | time) -> str:
    if isinstance(cel, time):
        return datums.schrijf_tijd(cel)
    dag = datums.schrijf_datum(cel)
    return f"{dag} {cel:%H:%M:%S}" if isinstance(cel, datetime) and cel.time() != time() else dag


def _net(waarde: Any) -> str:
    return str(waarde or "").replace("\r\n", "\n").replace("\r", "\n").strip()


def _woord(cel: Cel) -> str:
    """For comparing: 'Op Afspraak' is 'op-afspraak'."""
    tekst = _tekst(cel)
    return slugify(tekst.replace("_", " ")) or tekst


def _getal(cel: Cel) -> float:
    tekst = _tekst(cel).replace(",", ".")
    try:
        getal = float(cel) if isinstance(cel, (int, float)) else float(tekst)
    except ValueError:
        getal = math.nan
    if not math.isfinite(getal) or "_" in tekst or isinstance(cel, bool):
        raise Waardefout(f"“{_tekst(cel)}” is geen getal.")
    return getal


def _dag(cel: Cel) -> date | None:
    if isinstance(cel, datetime):
        return cel.date()
    if isinstance(cel, date):
        return cel
    if isinstance(cel, (int, float)) and not isinstance(cel, bool):
        return datums.dag_van_excel(cel)
    return datums.lees_datum(_tekst(cel))


def _klok(cel: Cel) -> time | None:
    if isinstance(cel, datetime):
        return cel.time()
    if isinstance(cel, time):
        return cel
    if isinstance(cel, float):
        return datums.tijd_van_excel(cel)
    return datums.lees_tijd(_tekst(cel))
