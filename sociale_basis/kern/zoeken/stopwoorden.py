"""Words that say little: stop words are skipped, vague words hardly count.

'geen', 'zonder' and 'alleen' are no stop words: they carry meaning here ("ik ben alleen",
"zonder verzekering"). The lists are files in ``gegevens``; all but the stop words are compared by
their stem.
"""

from pathlib import Path

from .stammen import stam

MAP = Path(__file__).resolve().parent / "gegevens"


def _lees(naam: str) -> frozenset[str]:
    regels = (MAP / f"{naam}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(woord for regel in regels if regel[:1] != "#" for woord in regel.split())


STOPWOORDEN = _lees("stopwoorden")
STOPSTAMMEN = frozenset(map(stam, STOPWOORDEN))
VAAG = frozenset(map(stam, _lees("vaag")))
# What people ask other counters for, or nobody here: when nothing covers such a word, the rest of
# the question is no answer either.
ELDERS = frozenset(map(stam, _lees("elders")))

# Words of buying and booking: then a thing is meant as a whole, 'kerstboom' is not about 'kerst'.
HANDEL = frozenset(map(stam, _lees("handel")))

# How a compound may end that is not about its last part: 'buurthuis', 'vuurwerk'.
KOPPEN = _lees("koppen")


def is_stopwoord(woord: str) -> bool:
    """Skipped in texts and questions; a single letter too, a single digit not."""
    return woord in STOPWOORDEN or (len(woord) == 1 and not woord.isdigit())


def is_klein(stam_: str) -> bool:
    """The stem of a stop word or a vague word: it says little, also inside an expression."""
    return stam_ in STOPSTAMMEN or is_vaag(stam_)


def is_vaag(stam_: str) -> bool:
    """Too general to answer a question with: 'hulp', 'vraag', 'mensen'; numbers as well."""
    return stam_ in VAAG or stam_.isdigit()
