"""The whole verb behind a present tense: 'huilt' → 'huilen', 'verwaarloost' → 'verwaarlozen'.

Snowball leaves this t on. People tell in the third person what happens to somebody ("mijn zoon
spijbelt"), texts name it with the whole verb or a noun ("spijbelen", "verwaarlozing").
"""

import re
from collections.abc import Iterator

from .woordenboek import kent

KORTSTE = 5  # below it too many nouns look like a verb: 'gast', 'last', 'rust'
STEMLOOS = frozenset("kfschpx")  # after these the past has a t ('t kofschip)
_LANG = re.compile(r"(aa|ee|oo|uu)[bcdfghjklmnpqrstvwxz]$")
_KORT = re.compile(r"(^|[^aeiouy])[aeiou][bcdfgklmnprst]$")
_ONBEKLEMTOOND = re.compile(r"[a-z]{2}(el|er|en|ig)$")
_STEMHEBBEND = {"f": "v", "s": "z"}


def heel_werkwoord(woord: str) -> str:
    """The infinitive of a folded word that is a verb in its t-form; else the word itself.

    A noun that only looks like one ('krant', 'markt') has a plural or a diminutive of its own.
    """
    if len(woord) < KORTSTE or not woord.endswith("t") or not _is_vervoegd(woord):
        return woord
    return next(filter(kent, _hele_vormen(woord[:-1])), woord)


def _is_vervoegd(woord: str) -> bool:
    """Whether it has a past tense, or neither a plural nor a form before a noun."""
    if kent(woord + "je"):
        return False
    verleden = woord[:-1] + ("te" if woord[-2] in STEMLOOS else "de")
    return kent(verleden) or not (kent(woord + "en") or kent(woord + "e"))


def _hele_vormen(kern: str) -> Iterator[str]:
    """How the whole verb may be written: 'slaap' → 'slapen', 'gok' → 'gokken'."""
    if _LANG.search(kern):
        kern = kern[:-2] + kern[-1]
    elif _KORT.search(kern):
        yield kern + kern[-1] + "en"
        if not _ONBEKLEMTOOND.search(kern):
            return
    elif kern[-1] == "s":
        yield kern + "en"
    if kern[-1] in _STEMHEBBEND:
        yield kern[:-1] + _STEMHEBBEND[kern[-1]] + "en"
    yield kern + "en"
