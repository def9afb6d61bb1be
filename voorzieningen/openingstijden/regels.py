"""Opening times as lines of text that somebody can change by hand: "maandag 9:00-12:00".

Lines that were not touched stay the rows they were. What people type is read kindly: "ma t/m vr
9 tot 12 uur", "di: 9.30 - 11.00 op afspraak, bel eerst".
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from django.utils.translation import gettext as _

from .lezen import AFKORTINGEN, lees_tijden
from .slots import Slot
from .woorden import dagnaam

MEESTE = 60  # lines
TIJD = r"\d{1,2}(?:[:.]\d{2})?"
DAG = r"[a-z]{2,9}"
NOG_EEN_TIJD = re.compile(rf"{TIJD}(?:\s*uur)?\s*(?:-|–|tot|t/m)\s*{TIJD}", re.ASCII)
REGEL = re.compile(
    rf"(?P<eerste>{DAG})\.?(?:\s*(?:-|–|t/m|tot en met)\s*(?P<laatste>{DAG})\.?)?\s*:?"
    rf"\s+(?:van\s+)?(?P<van>{TIJD})(?:\s*uur)?\s*(?:-|–|tot|t/m)\s*(?P<tot>{TIJD})(?:\s*uur)?"
    r"(?:[\s,;]+(?P<rest>.+))?",
    re.IGNORECASE | re.ASCII,
)
PERIODE = re.compile(r"\s*\((?=vanaf|t/m)(?:vanaf (?P<van>\S+?))?\s*(?:t/m (?P<tot>\S+?))?\)$")
DATUM = "%d-%m-%Y"


def als_regels(slots: Iterable[Slot]) -> str:
    """A line for each, as ``uit_regels`` reads it."""
    return "\n".join(map(als_regel, slots))


def als_regel(slot: Slot) -> str:
    """ "maandag 09:00-12:00 op afspraak bel eerst (t/m 31-08-2026)"."""
    delen = [
        f"{dagnaam(slot.weekdag)} {slot.van:%H:%M}-{slot.tot:%H:%M}",
        "op afspraak" if slot.op_afspraak else "",
        slot.opmerking,
        _periode(slot),
    ]
    return " ".join(" ".join(delen).split())


def _periode(slot: Slot) -> str:
    grenzen = (("vanaf", slot.geldig_van), ("t/m", slot.geldig_tot))
    delen = " ".join(f"{woord} {dag.strftime(DATUM)}" for woord, dag in grenzen if dag)
    return f"({delen})" if delen else ""


def uit_regels(tekst: str, bekend: Iterable[Slot] = ()) -> list[Slot]:
    """The rows of all lines; one that reads as a known row is that row.

    Raises ``ValueError`` in Dutch that names the first line that cannot be read.
    """
    per_regel: dict[str, list[Slot]] = {}
    for slot in bekend:
        per_regel.setdefault(als_regel(slot), []).append(slot)
    regels = [" ".join(regel.split()) for regel in tekst.splitlines() if regel.strip()]
    hooguit = max(MEESTE, sum(map(len, per_regel.values())))
    if len(regels) > hooguit:
        raise ValueError(_("Dat zijn te veel regels. Vul er hooguit %d in.") % hooguit)
    return [slot for regel in regels for slot in _zelfde(per_regel, regel) or _lees(regel)]


def _zelfde(per_regel: dict[str, list[Slot]], regel: str) -> list[Slot]:
    """The known row of this line; each counts once."""
    return [per_regel[regel].pop(0)] if per_regel.get(regel) else []


def _lees(regel: str) -> list[Slot]:
    try:
        van, tot = _lees_periode(regel)
        slots = lees_tijden(_gewoon(PERIODE.sub("", regel)))
        if any(slot.van == slot.tot for slot in slots):
            raise ValueError
    except ValueError:
        uitleg = _("Deze regel begrijpen we niet: “%s”. Schrijf het zo: maandag 9:00-12:00.")
        raise ValueError(uitleg % regel) from None
    return [replace(slot, geldig_van=van, geldig_tot=tot) for slot in slots]


def _gewoon(regel: str) -> str:
    """ "Maandag t/m vrijdag 9 tot 12.30 uur" → "ma-vr 9:00-12:30"."""
    gevonden = REGEL.fullmatch(regel)
    if not gevonden or NOG_EEN_TIJD.search(gevonden["rest"] or ""):
        raise ValueError
    dagen = [_dag(gevonden[naam]) for naam in ("eerste", "laatste") if gevonden[naam]]
    van, tot = (_tijd(gevonden[naam]) for naam in ("van", "tot"))
    return f"{'-'.join(dagen)} {van}-{tot} {gevonden['rest'] or ''}".strip()


def _dag(woord: str) -> str:
    """ "Woensdag", "woe", "wo" → "wo"; ``ValueError`` for what is no day."""
    for weekdag, kort in enumerate(AFKORTINGEN):
        if dagnaam(weekdag).startswith(woord.lower()):
            return kort
    raise ValueError


def _tijd(woord: str) -> str:
    uur, _punt, minuten = woord.replace(".", ":").partition(":")
    return f"{uur}:{minuten or '00'}"


def _lees_periode(regel: str) -> tuple[date | None, date | None]:
    gevonden = PERIODE.search(regel)
    if not gevonden:
        return None, None
    van, tot = (_lees_dag(gevonden[naam]) for naam in ("van", "tot"))
    if van and tot and tot < van:
        raise ValueError
    return van, tot


def _lees_dag(woord: str | None) -> date | None:
    return datetime.strptime(woord, DATUM).date() if woord else None
