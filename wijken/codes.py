"""Codes of the CBS: GM1991, WK199101, BU19910101 (M1).

Sources write one code in many ways: with a year in front (2023BU19910101), as a number that lost
its first zeros (5460000), with a decimal point that a spreadsheet added (19910101.0).
"""

import re
from dataclasses import dataclass
from typing import Any

LENGTE = {"gemeente": 4, "wijk": 6, "buurt": 8}
LETTERS = {"GM": "gemeente", "WK": "wijk", "BU": "buurt"}
VOORVOEGSEL = {soort: letters for letters, soort in LETTERS.items()}
MET_LETTERS = re.compile(
    r"(?P<jaar>(?:19|20)\d\d)?(?P<letters>GM|WK|BU)(?P<rest>\d{4}[0-9A-Z]{0,4})"
)
ZONDER_LETTERS = re.compile(r"\d{4}[0-9A-Z]{0,4}", re.ASCII)
ONBEKEND_TOT = -99_990  # the CBS writes -99997 and lower where a value is unknown


@dataclass(frozen=True, order=True)
class Code:
    """The code of one area; ``cijfers`` are 4, 6 or 8 signs (Amsterdam has letters in them)."""

    soort: str
    cijfers: str

    def __str__(self) -> str:
        return VOORVOEGSEL[self.soort] + self.cijfers

    @property
    def gemeente(self) -> str:
        """'GM1991'."""
        return f"GM{self.cijfers[:4]}"

    @property
    def boven(self) -> "Code | None":
        """The area of the CBS that holds this one, None for a gemeente."""
        hoger = {"buurt": "wijk", "wijk": "gemeente"}.get(self.soort)
        return Code(hoger, self.cijfers[: LENGTE[hoger]]) if hoger else None


def schoon(waarde: Any) -> str:
    """Text without surrounding space; "" for everything that means: unknown."""
    tekst = "" if waarde is None or waarde != waarde else str(waarde).strip()
    if re.fullmatch(r"-?\d+\.0+", tekst):
        tekst = tekst.split(".")[0]
    onbekend = re.fullmatch(r"-\d+", tekst) and int(tekst) <= ONBEKEND_TOT
    return "" if onbekend or tekst.lower() in {"nan", "none", "null"} else tekst


def lees_code(waarde: Any, soort: str | None = None) -> Code | None:
    """The code in ``waarde``; without letters only if ``soort`` says which level it must be.

    Returns None if it is no code, or the letters are those of another level than ``soort``.
    """
    tekst = re.sub(r"[\s_.-]", "", schoon(waarde)).upper()
    gevonden = MET_LETTERS.fullmatch(tekst)
    if gevonden:
        code = _code(LETTERS[gevonden["letters"]], gevonden["rest"])
        return code if soort in (None, code and code.soort) else None
    return _code(soort, tekst.zfill(LENGTE[soort])) if soort and tekst else None


def lees_cijfercode(waarde: Any) -> Code | None:
    """A code without letters whose length tells the level: 4, 6 or 8, or one less."""
    tekst = schoon(waarde)
    if not tekst.isdecimal():
        return None
    soort = {3: "gemeente", 4: "gemeente", 5: "wijk", 6: "wijk", 7: "buurt", 8: "buurt"}.get(
        len(tekst)
    )
    return lees_code(tekst, soort) if soort else None


def jaar_in(waarde: Any) -> int | None:
    """2023 in '2023BU19910101'; also of a bare year."""
    gevonden = re.match(r"((?:19|20)\d\d)(?:$|GM|WK|BU)", schoon(waarde).upper())
    return int(gevonden[1]) if gevonden else None


def _code(soort: str, cijfers: str) -> Code | None:
    klopt = (
        len(cijfers) == LENGTE[soort]
        and ZONDER_LETTERS.fullmatch(cijfers)
        and not cijfers.startswith("0000")
    )
    return Code(soort, cijfers) if klopt else None
