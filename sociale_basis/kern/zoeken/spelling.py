"""Typing errors: what was meant by a word that stands nowhere.

First what sounds alike ('fersekering'), then what differs by one letter (two in a long word),
then what shares most trigrams. Short words and words that exist in Dutch are left alone: else
'voelen' becomes 'vallen'.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial

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


Kandidaten = Mapping[str, Sequence[str]]  # {mistyped word: words that it may be}


def verbeteringen(vormen: Iterable[str], extra: Collection[str] = ()) -> dict[str, list[str]]:
    """{word: words of the index (or of ``extra``) that may be meant, the likeliest first}.

    Without the words that are too short, or that exist, as a name too. One to three queries,
    whatever the number of words.
    """
    gevonden: dict[str, list[str]] = {}
    open_: list[str] = [vorm for vorm in dict.fromkeys(vormen) if _kan_fout_zijn(vorm)]
    for poging in (_gelijkluidend, _vlakbij, _lijkend):
        if open_:
            gevonden |= poging(open_, extra)
            open_ = [vorm for vorm in open_ if not gevonden.get(vorm)]
    return {vorm: woorden for vorm, woorden in gevonden.items() if woorden}


def lijkt_op(vormen: Collection[str], aantal: int) -> dict[str, list[str]]:
    """{word: words of the index that look like it a little}: something to try. One query."""
    kandidaten = _kandidaten(dict.fromkeys(vormen, 3), ())
    return {
        vorm: _op_gelijkenis(vorm, kandidaten[vorm], GELIJKENIS / 2, alfabetisch=True)[:aantal]
        for vorm in vormen
    }


def _kan_fout_zijn(vorm: str) -> bool:
    if len(vorm) < KORTSTE or not vorm.isalpha():
        return False
    return not (woordenboek.kent(vorm) or woordenboek.kent(vorm.capitalize()))


def _gelijkluidend(vormen: list[str], extra: Collection[str]) -> dict[str, list[str]]:
    doelen = {vorm: klank(vorm) for vorm in vormen}
    rijen = Vorm.objects.filter(klank__in=doelen.values(), term__df__gt=0)
    op_klank: dict[str, list[str]] = defaultdict(list)
    for klank_, woord in rijen.order_by("-term__df", "vorm").values_list("klank", "vorm"):
        op_klank[klank_].append(woord)
    for woord in sorted(woord for woord in extra if klank(woord) in doelen.values()):
        op_klank[klank(woord)].append(woord)
    return {
        vorm: sorted(
            filter(_kan_bedoeld_zijn, dict.fromkeys(op_klank[doel])),
            key=partial(afstand, vorm, hoogste=9),
        )
        for vorm, doel in doelen.items()
    }


def _vlakbij(vormen: list[str], extra: Collection[str]) -> dict[str, list[str]]:
    hoogste = {v: 1 if len(v) <= KORT else 2 for v in vormen if len(v) >= KORTSTE_AFSTAND}
    kandidaten = _kandidaten(hoogste, extra)
    return {vorm: _op_afstand(vorm, kandidaten[vorm], ver) for vorm, ver in hoogste.items()}


def _op_afstand(vorm: str, kandidaten: Sequence[str], hoogste: int) -> list[str]:
    """Those that differ, or sound different, by so few letters; of equals the most used."""
    gemeten = [
        (
            min(afstand(vorm, woord, hoogste), afstand(klank(vorm), klank(woord), hoogste)),
            plek,
            woord,
        )
        for plek, woord in enumerate(kandidaten)
    ]
    return [woord for ver, _plek, woord in sorted(gemeten) if ver <= hoogste]


def _lijkend(vormen: list[str], extra: Collection[str]) -> dict[str, list[str]]:
    lang = [vorm for vorm in vormen if len(vorm) >= KORTSTE_AFSTAND]
    kandidaten = _kandidaten(dict.fromkeys(lang, 3), extra)
    return {vorm: _op_gelijkenis(vorm, kandidaten[vorm], GELIJKENIS) for vorm in lang}


def _op_gelijkenis(
    vorm: str, kandidaten: Sequence[str], minstens: float, *, alfabetisch: bool = False
) -> list[str]:
    gemeten = [
        (-gelijkenis(vorm, woord), 0 if alfabetisch else plek, woord)
        for plek, woord in enumerate(kandidaten)
    ]
    return [woord for lijkt, _plek, woord in sorted(gemeten) if -lijkt >= minstens]


def _kandidaten(verschillen: Mapping[str, int], extra: Collection[str]) -> Kandidaten:
    """Words of about the same length that share a piece with a word, the most used first.

    ``verschillen``: {word: errors it may have}. A word with at most n errors keeps one of any
    n + 1 pieces whole. One query for all words, none for no word.
    """
    stukken = {vorm: list(_stukken(vorm, n + 1)) for vorm, n in verschillen.items()}
    deelt = Q(pk__in=[])
    for stuk in {stuk for lijst in stukken.values() for stuk in lijst}:
        deelt |= Q(vorm__contains=stuk)
    rijen = Vorm.objects.filter(deelt, term__df__gt=0).order_by("-term__df", "vorm")
    uit_index = list(rijen.values_list("vorm", flat=True)[:MEESTE_KANDIDATEN]) if stukken else []
    return {
        vorm: _passend([*uit_index, *sorted(extra)], vorm, lijst, verschillen[vorm])
        for vorm, lijst in stukken.items()
    }


def _passend(woorden: list[str], vorm: str, stukken: list[str], verschil: int) -> list[str]:
    """Each once, in order."""
    deelt_stuk = re.compile("|".join(stukken)).search
    kortste, langste = len(vorm) - verschil, len(vorm) + verschil
    passend = [w for w in woorden if kortste <= len(w) <= langste and deelt_stuk(w)]
    return [woord for woord in dict.fromkeys(passend) if _kan_bedoeld_zijn(woord)]


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
