"""The Dutch dictionary (OpenTaal through Hunspell): which words exist and how they are joined.

Its files are built by ``python -m sociale_basis.woordenboek``. Without them the search engine
works on with its own list of word parts, and a system check says so.
"""

from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

MAP = Path(__file__).resolve().parent / "gebouwd"
NAAM = "nl"

_SLOT = Lock()  # Hunspell is not made for several threads at once


def is_er() -> bool:
    return (MAP / f"{NAAM}.dic").is_file() and (MAP / f"{NAAM}.aff").is_file()


@lru_cache(maxsize=1)
def _hunspell() -> Any:
    """The dictionary, read once in half a second (20 MB); None without its files."""
    if not is_er():
        return None
    from hunspell import Hunspell

    return Hunspell(NAAM, hunspell_data_dir=str(MAP))


def werkt() -> bool:
    """Whether words can be looked up."""
    return _hunspell() is not None


@lru_cache(maxsize=50_000)
def kent(woord: str) -> bool:
    """Whether this is a Dutch word; always False without a dictionary."""
    hunspell = _hunspell()
    if hunspell is None:
        return False
    with _SLOT:
        return bool(hunspell.spell(woord))


@lru_cache(maxsize=50_000)
def delen(woord: str) -> tuple[str, ...]:
    """'schuldhulpverlening' → ('schuld', 'hulpverlening'); () for a word that is not joined."""
    hunspell = _hunspell()
    if hunspell is None:
        return ()
    with _SLOT:
        ontledingen = hunspell.analyze(woord)
    return max((_onderdelen(ontleding) for ontleding in ontledingen), key=len, default=())


def _onderdelen(ontleding: str) -> tuple[str, ...]:
    gevonden = tuple(veld[3:] for veld in ontleding.split() if veld.startswith("pa:"))
    return gevonden if len(gevonden) > 1 and all(len(deel) > 2 for deel in gevonden) else ()
