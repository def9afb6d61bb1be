"""Typing errors: what was meant by a word that stands nowhere.

First what sounds alike ('fersekering'), then what differs by one letter (two in a long word),
then what shares most trigrams. Short words and words that exist in Dutch are left alone: else
'voelen' becomes 'vallen'.
"""

import re
from collections.abc import Iterable, Iterator

from django.db.models import Q

from ..models.zoeken import Vorm
from . import woordenboek
from .afstand import afstand, gelijkenis
from .klank import klank
from .stopwoorden import is_stopwoord

KORTSTE = 4  # a shorter word is never corrected
KORTSTE_AFSTAND = 6  # a shorter word must sound right
KORT = 7  # up to here one letter may differ, beyond it two
GELIJKENIS = 0.40
MEESTE_KANDIDATEN = 3_000


def verbeteringen(vorm: str, extra: Iterable[str] = ()) -> list[str]:
    """Words of the index (or of ``extra``) that may be meant, the likeliest first.

    Empty for a word that is too short, or that exists, as a name too. One to three queries.
    """
    if len(vorm) < KORTSTE or not vorm.isalpha():
        return []
    if woordenboek.kent(vorm) or woordenboek.kent(vorm.capitalize()):
        return []
    return _gelijkluidend(vorm, extra) or _vlakbij(vorm, extra) or _lijkend(vorm, extra)


def _gelijkluidend(vorm: str, extra: Iterable[str]) -> list[str]:
    doel = klank(vorm)
    rijen = Vorm.objects.filter(klank=doel, term__df__gt=0).order_by("-term__df", "vorm")
    gevonden = [*rijen.values_list("vorm", flat=True)]
    gevonden += sorted(woord for woord in extra if klank(woord) == doel)
    geldig = [woord for woord in dict.fromkeys(gevonden) if _kan_bedoeld_zijn(woord)]
    return sorted(geldig, key=lambda woord: afstand(vorm, woord, 9))


def _vlakbij(vorm: str, extra: Iterable[str]) -> list[str]:
    if len(vorm) < KORTSTE_AFSTAND:
        return []
    hoogste = 1 if len(vorm) <= KORT else 2
    gemeten = [
        (
            min(afstand(vorm, woord, hoogste), afstand(klank(vorm), klank(woord), hoogste)),
            plek,
            woord,
        )
        for plek, woord in enumerate(_kandidaten(vorm, hoogste, extra))
    ]
    return [woord for ver, _plek, woord in sorted(gemeten) if ver <= hoogste]


def _lijkend(vorm: str, extra: Iterable[str]) -> list[str]:
    if len(vorm) < KORTSTE_AFSTAND:
        return []
    gemeten = [
        (-gelijkenis(vorm, woord), plek, woord)
        for plek, woord in enumerate(_kandidaten(vorm, 3, extra))
    ]
    return [woord for lijkt, _plek, woord in sorted(gemeten) if -lijkt >= GELIJKENIS]


def lijkt_op(vorm: str, aantal: int) -> list[str]:
    """Words of the index that look like this one a little: something to try."""
    gemeten = sorted((-gelijkenis(vorm, woord), woord) for woord in _kandidaten(vorm, 3, ()))
    return [woord for lijkt, woord in gemeten if -lijkt >= GELIJKENIS / 2][:aantal]


def _kandidaten(vorm: str, verschil: int, extra: Iterable[str]) -> Iterator[str]:
    """Words of about the same length that share a piece with this one, the most used first.

    A word with at most n errors keeps one of any n + 1 pieces whole.
    """
    stukken = list(_stukken(vorm, verschil + 1))
    deelt = Q()
    for stuk in stukken:
        deelt |= Q(vorm__contains=stuk)
    rijen = Vorm.objects.filter(deelt, term__df__gt=0).order_by("-term__df", "vorm")
    uit_index = list(rijen.values_list("vorm", flat=True)[:MEESTE_KANDIDATEN])
    deelt_stuk = re.compile("|".join(stukken)).search
    uit_extra = sorted(w for w in extra if abs(len(w) - len(vorm)) <= verschil and deelt_stuk(w))
    for woord in dict.fromkeys(uit_index + uit_extra):
        if abs(len(woord) - len(vorm)) <= verschil and _kan_bedoeld_zijn(woord):
            yield woord


def _stukken(vorm: str, aantal: int) -> Iterator[str]:
    """A word in ``aantal`` pieces of about the same length, none shorter than two letters."""
    lengte = max(2, len(vorm) // aantal)
    for plek in range(aantal):
        begin = plek * lengte
        stuk = vorm[begin:] if plek == aantal - 1 else vorm[begin : begin + lengte]
        if len(stuk) > 1:
            yield stuk


def _kan_bedoeld_zijn(woord: str) -> bool:
    return woord.isalpha() and len(woord) >= KORTSTE and not is_stopwoord(woord)
