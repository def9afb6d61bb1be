"""Which code was meant by one that does not exist."""

from collections.abc import Mapping
from difflib import SequenceMatcher

from django.utils.text import slugify

VERSTE = 2  # signs that may differ
LIJKT = 0.6  # names alike, from 0 to 1


def suggestie(geschreven: str, naam: str, vrij: Mapping[str, str]) -> str:
    """The one code of ``vrij`` (code → name) that fits best, "" when none or several fit.

    The same name decides; else the code must be at most two signs off, and a name that was given
    must be somewhat alike unless only one sign is off.
    """
    zelfde_naam = [code for code, van in vrij.items() if naam and slugify(van) == slugify(naam)]
    if zelfde_naam:
        return zelfde_naam[0] if len(zelfde_naam) == 1 else ""
    afstanden = {
        code: stappen
        for code, van in vrij.items()
        if (stappen := afstand(geschreven, code)) <= VERSTE
        and (stappen == 1 or not naam or _lijken(naam, van))
    }
    beste = [code for code, stappen in afstanden.items() if stappen == min(afstanden.values())]
    return beste[0] if len(beste) == 1 else ""


def afstand(een: str, ander: str) -> int:
    """How many signs to change, add or leave out between two codes, letters in front aside."""
    een, ander = een.removeprefix("BU"), ander.removeprefix("BU")
    vorige = list(range(len(ander) + 1))
    for rij, teken in enumerate(een, start=1):
        nieuwe = [rij]
        for kolom, tegen in enumerate(ander):
            kosten = vorige[kolom] + (teken != tegen)
            nieuwe.append(min(kosten, vorige[kolom + 1] + 1, nieuwe[kolom] + 1))
        vorige = nieuwe
    return vorige[-1]


def _lijken(een: str, ander: str) -> bool:
    return SequenceMatcher(None, slugify(een), slugify(ander)).ratio() >= LIJKT
