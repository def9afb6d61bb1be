"""Opening times from a short line of text, as in the demo data."""

import re
from datetime import time

from .slots import Slot

AFKORTINGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
REGEL = re.compile(
    r"(?P<eerste>[a-z]{2})(?:-(?P<laatste>[a-z]{2}))?"
    r"\s+(?P<van>\d{1,2}[:.]\d{2})\s*[-–]\s*(?P<tot>\d{1,2}[:.]\d{2})(?:\s+(?P<rest>.+))?"
)
OP_AFSPRAAK = re.compile(r"[,;]?\s*\bop afspraak\b[,;]?\s*", re.IGNORECASE)


def lees_tijden(tekst: str) -> list[Slot]:
    """Read a short line: "ma 09:00-12:00", "ma-vr 9:00-17:00 inloop", "wo 10:00-12:00 op afspraak".

    Raises ``ValueError`` that names the line when it cannot be read.
    """
    gevonden = REGEL.fullmatch(tekst.strip().lower())
    if not gevonden:
        raise ValueError(f"Geen openingstijd: “{tekst}”. Schrijf bijvoorbeeld “ma 09:00-12:00”.")
    rest = tekst.strip()[gevonden.start("rest") :] if gevonden["rest"] else ""
    opmerking = OP_AFSPRAAK.sub(" ", rest).strip()
    van, tot = (_lees_tijd(gevonden[naam], tekst) for naam in ("van", "tot"))
    return [
        Slot(dag, van, tot, op_afspraak=bool(OP_AFSPRAAK.search(rest)), opmerking=opmerking)
        for dag in _lees_dagen(gevonden["eerste"], gevonden["laatste"], tekst)
    ]


def _lees_dagen(eerste: str, laatste: str | None, tekst: str) -> list[int]:
    """Weekday numbers; a range may run past Sunday ("za-ma")."""
    try:
        begin = AFKORTINGEN.index(eerste)
        aantal = (AFKORTINGEN.index(laatste or eerste) - begin) % 7 + 1
    except ValueError:
        raise ValueError(
            f"Onbekende dag in “{tekst}”. Kies uit {', '.join(AFKORTINGEN)}."
        ) from None
    return [(begin + stap) % 7 for stap in range(aantal)]


def _lees_tijd(woord: str, tekst: str) -> time:
    uur, minuut = (int(deel) for deel in re.split(r"[:.]", woord))
    try:
        return time(0, 0) if (uur, minuut) == (24, 0) else time(uur, minuut)
    except ValueError:
        raise ValueError(f"{woord} bestaat niet als tijd, in “{tekst}”.") from None
