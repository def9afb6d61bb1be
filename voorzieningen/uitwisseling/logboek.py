"""Who took which data out, and who put what in: the one place that tells the audit log."""

import logging
from collections.abc import Mapping
from typing import Any

logger = logging.getLogger(__name__)


def leg_uitwisseling_vast(
    wat: str, *, door: Any, bestand: str, gegevens: Mapping[str, Any]
) -> None:
    """``wat`` is 'export' or 'import'; ``gegevens`` are counts and choices, never contents."""
    wie = getattr(door, "username", "") or "opdrachtregel"
    logger.info("%s door %s: %s %s", wat, wie, bestand, dict(gegevens))
