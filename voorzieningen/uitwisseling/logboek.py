"""Who took which data out, and who put what in: the one place that tells the audit log."""

from collections.abc import Mapping
from typing import Any

from sociale_basis.kern.logboek import leg_vast
from sociale_basis.kern.models import Logregel


def leg_uitwisseling_vast(
    soort: Logregel.Soort, *, door: Any, bestand: str, gegevens: Mapping[str, Any]
) -> None:
    """``soort`` is EXPORT or IMPORT; ``door`` None: from the command line.

    ``gegevens`` are counts and choices, never contents.
    """
    delen = ", ".join(f"{naam}: {waarde}" for naam, waarde in gegevens.items())
    leg_vast(door, soort, f"{bestand} ({delen})", naam="" if door else "opdrachtregel")
