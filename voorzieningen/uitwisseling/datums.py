"""Dates and times as Dutch people and spreadsheets write them."""

import re
from datetime import date, datetime, time, timedelta

MAANDEN = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
CIJFERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
WOORDEN = re.compile(r"(\d{1,2})[-. ]+([a-z]+)\.?[-. ]+(\d{4})", re.ASCII)
KLOK = re.compile(
    r"(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2})(?:\.(\d{1,6}))?)?)?(?: ?u(?:ur)?)?", re.ASCII
)
EERSTE_DAG_EXCEL = date(1899, 12, 30)
DAGEN_EXCEL = range(367, 2_958_466)  # 1901 up to and including 9999


def lees_datum(tekst: str) -> date | None:
    """'31-12-2026', '31 december 2026', '2026-12-31', '46387' (Excel); None if it is no day."""
    schoon = " ".join(tekst.lower().split())
    if iso := ISO.fullmatch(schoon.removesuffix(" 00:00:00")):
        return _dag(iso[1], iso[2], iso[3])
    if cijfers := CIJFERS.fullmatch(schoon):
        return _dag(cijfers[3], cijfers[2], cijfers[1])
    if woorden := WOORDEN.fullmatch(schoon):
        return _dag(woorden[3], _maand(woorden[2]), woorden[1])
    return dag_van_excel(int(schoon)) if schoon.isascii() and schoon.isdigit() else None


def dag_van_excel(getal: float) -> date | None:
    """The day that a spreadsheet counts as this number; None outside 1901-9999."""
    if int(getal) not in DAGEN_EXCEL:
        return None
    return EERSTE_DAG_EXCEL + timedelta(days=int(getal))


def lees_tijd(tekst: str) -> time | None:
    """'9:00', '09.30', '9 uur', '14:00:30'; None if it is no time of the day."""
    gevonden = KLOK.fullmatch(" ".join(tekst.lower().split()))
    if not gevonden:
        return None
    uur, minuut, seconde = (int(deel or 0) for deel in gevonden.groups()[:3])
    fractie = int((gevonden[4] or "").ljust(6, "0"))
    try:
        return time(uur, minuut, seconde, fractie)
    except ValueError:
        return None


def tijd_van_excel(getal: float) -> time | None:
    """0.375 of a day is 9:00."""
    if not 0 <= getal < 1:
        return None
    seconden = round(getal * 86_400)
    return (datetime.min + timedelta(seconds=seconden)).time() if seconden < 86_400 else None


def lees_tijdstip(tekst: str) -> datetime | None:
    """'31-12-2026 14:00:00', also with the day alone; without time zone."""
    dag, _spatie, klok = " ".join(tekst.replace("T", " ").split()).rpartition(" ")
    if ":" not in klok:
        dag, klok = tekst, "0:00"
    gelezen, tijd = lees_datum(dag), lees_tijd(klok)
    return datetime.combine(gelezen, tijd) if gelezen and tijd else None


def schrijf_datum(dag: date) -> str:
    """'31-12-2026'; ``strftime`` leaves out the zeros of early years."""
    return f"{dag.day:02}-{dag.month:02}-{dag.year:04}"


def schrijf_tijd(tijd: time) -> str:
    """'09:00', with seconds only where there are some."""
    return tijd.strftime("%H:%M") if not (tijd.second or tijd.microsecond) else tijd.isoformat()


def _maand(woord: str) -> int:
    kort = "maa" if woord in ("mrt", "maart") else woord[:3]
    return MAANDEN.index(kort) + 1 if kort in MAANDEN else 0


def _dag(jaar: str, maand: str | int, dag: str) -> date | None:
    try:
        return date(int(jaar), int(maand), int(dag))
    except ValueError:
        return None
