"""From what people type to plain words: small letters, no accents, no signs."""

import re
import unicodedata
from functools import lru_cache

from ..models.zoeken import WOORDLENGTE

MEESTE_TEKENS = 400  # of a question; nobody reads a longer one to a search box

_WOORD = re.compile(r"[^\W_]+(?:['’`´‘-][^\W_]+)*")
_WEGLATING = re.compile(r"(?<=.)['’`´‘]s$|['’`´‘]")
_BIJZONDER = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ı": "i", "\u00ad": ""}
)


def vouw(tekst: str) -> str:
    """'Één Café' → 'een cafe'."""
    if tekst.isascii():
        return tekst.lower()
    ontleed = unicodedata.normalize("NFKD", tekst.lower()).lower().translate(_BIJZONDER)
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))


def woorddelen(tekst: str) -> list[tuple[str, ...]]:
    """The words of a text, each as its pieces around hyphens: 'co-ouders' → ('co', 'ouders').

    What stands behind an apostrophe as plural or genitive goes: "auto's" → 'auto'.
    """
    return [
        tuple(_WEGLATING.sub("", deel) for deel in treffer.split("-"))
        for treffer in _WOORD.findall(vouw(tekst))
    ]


def woorden(tekst: str) -> list[str]:
    """The words of a text; hyphens and apostrophes are taken out: 're-integratie' is one word."""
    return ["".join(delen)[:WOORDLENGTE] for delen in woorddelen(tekst)]


def plekken(tekst: str) -> list[tuple[int, int]]:
    """Where the words of ``woorddelen`` stand in the text as it is written: (begin, end) each.

    Letters can fold to more than one ('ß'), or to none (a soft hyphen, an accent apart).
    """
    if tekst.isascii():
        return [treffer.span() for treffer in _WOORD.finditer(tekst)]
    gevouwen = [_vouw_teken(teken) for teken in tekst]
    herkomst = [plek for plek, stuk in enumerate(gevouwen) for _ in stuk] + [len(tekst)]
    spannen = (treffer.span() for treffer in _WOORD.finditer("".join(gevouwen)))
    return [(herkomst[a], max(herkomst[b], herkomst[b - 1] + 1)) for a, b in spannen]


@lru_cache(maxsize=2_000)
def _vouw_teken(teken: str) -> str:
    return vouw(teken)
