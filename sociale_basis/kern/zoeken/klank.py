"""How a word sounds in Dutch: 'sgulden' and 'schulden', 'fersekering' and 'verzekering'."""

import re
from functools import lru_cache

_REGELS = tuple(
    (re.compile(patroon), klank)
    for patroon, klank in (
        (r"isch(e?)$", r"is\1"),
        (r"(?<=[a-z]{2})ties?$", "si"),
        (r"tie(?=[a-z])", "si"),
        (r"[ao]uw?", "O"),
        (r"ei|ij|ey|y", "Y"),
        (r"ieuw", "iw"),
        (r"eeuw", "ew"),
        (r"ie", "i"),
        (r"uu|u(?=w)", "u"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"sh|sj", "S"),
        (r"ch|gh", "g"),
        (r"ck|qu?|k", "k"),
        (r"c(?=[eiYy])", "s"),
        (r"c", "k"),
        (r"x", "ks"),
        (r"z", "s"),
        (r"v", "f"),
        (r"(.)\1+", r"\1"),
        (r"dt?$", "t"),
        (r"b$", "p"),
        (r"en$", "e"),
    )
)


@lru_cache(maxsize=20_000)
def klank(woord: str) -> str:
    """The sound of a folded word; words that sound alike have the same one."""
    for patroon, vervanging in _REGELS:
        woord = patroon.sub(vervanging, woord)
    return woord
