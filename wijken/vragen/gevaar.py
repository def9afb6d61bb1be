"""Words of danger in a question: help is shown at once, and the team sees it first.

The list of danger is made for what people type in a search box: one sentence. In a story the
words of different sentences would add up to danger that nobody speaks of, so each sentence is
read by itself. Only thoughts of suicide, that people spread over sentences, are looked for in
the whole text too.
"""

import re
from collections.abc import Iterator

from sociale_basis.kern.models import Crisiswoord
from sociale_basis.kern.zoeken.crisis import gevaren
from sociale_basis.kern.zoeken.kennis import kennis
from sociale_basis.kern.zoeken.tekst import MEESTE_TEKENS

EINDE = re.compile(r"[.!?;\n]+")
OVERAL = Crisiswoord.Soort.ZELFDODING


def gevaren_in(tekst: str) -> list[str]:
    """The kinds of danger, each once."""
    zinnen = kennis().crisis
    gevonden = [
        soort
        for zin in EINDE.split(tekst)
        for stuk in _stukken(zin)
        for soort in gevaren(zinnen, stuk)
    ]
    heel = (soort for stuk in _stukken(tekst) for soort in gevaren(zinnen, stuk))
    gevonden += [soort for soort in heel if soort == OVERAL]
    return list(dict.fromkeys(gevonden))


def _stukken(tekst: str) -> Iterator[str]:
    """As long as a search may be, overlapping by half."""
    for begin in range(0, len(tekst), MEESTE_TEKENS // 2):
        yield tekst[begin : begin + MEESTE_TEKENS]
