"""Words as an expression compares them: by stem, and who it is about hardly matters.

'Ze weet niet waar ze woont' is said of him too, and 'zorgen voor mijn man' of a wife. Only
inside expressions: alone, 'dochter' leads elsewhere than 'zoon'.
"""

from collections.abc import Sequence
from functools import cache

from .stammen import stam
from .stopwoorden import MAP

AANEEN = frozenset({"veel", "kort", "weinig"})  # 'te veel' is 'teveel'


def sleutels(vormen: Sequence[str]) -> list[str]:
    """For each folded word its stem or what stands for it; '' for a 'te' that belongs to the
    next word."""
    gevonden = [_sleutel(vorm) for vorm in vormen]
    for plek, volgende in enumerate(vormen[1:]):
        if vormen[plek] == "te" and volgende in AANEEN:
            gevonden[plek : plek + 2] = ["", stam(f"te{volgende}")]
    return gevonden


def _sleutel(vorm: str) -> str:
    return _gelijke_vormen().get(vorm) or stam(vorm)


@cache
def _gelijke_vormen() -> dict[str, str]:
    """{form: the stem of the word that stands for it}."""
    regels = (MAP / "zinsvormen.txt").read_text(encoding="utf-8").splitlines()
    paren = (regel.split(" = ") for regel in regels if regel[:1] != "#")
    return {vorm: stam(hoofd) for hoofd, vormen in paren for vorm in (hoofd, *vormen.split())}
