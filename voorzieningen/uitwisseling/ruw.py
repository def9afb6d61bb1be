"""What every kind of file comes down to: sheets with rows of cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

MEESTE_BYTES = 20_000_000
MEESTE_UITGEPAKT = 100_000_000
MEESTE_RIJEN = 100_000
LAATSTE_RIJ = 1_048_576  # of any sheet of Excel, the empty ones included
MEESTE_KOLOMMEN = 150
MEESTE_BESTANDEN = 50  # in a zip
LANGSTE_REGEL = 1_000_000  # signs in a line of a CSV


@dataclass(frozen=True)
class Kapot:
    """A cell that holds no value but something that cannot be imported."""

    reden: str


@dataclass(frozen=True)
class Ruwblad:
    """A sheet as it stands in the file: its name, and per row its number and its cells."""

    naam: str
    rijen: Sequence[tuple[int, Sequence[Any]]]


@dataclass(frozen=True)
class Ruwbestand:
    """All sheets of a file, and what was passed over."""

    bladen: list[Ruwblad]
    meldingen: list[str] = field(default_factory=list)


def is_leeg(cellen: Iterable[Any]) -> bool:
    return all(cel is None or (isinstance(cel, str) and not cel.strip()) for cel in cellen)
