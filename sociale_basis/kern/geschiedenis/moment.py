"""One moment for all that is saved together, so that it reads as one version.

Saving a form writes a record for the entry, one for each list that changed and one for each
opening time. A request gives all of them the same time; a command does so with
``een_moment()``.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from django.utils import timezone
from simple_history.models import HistoricalRecords

_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


@contextmanager
def een_moment() -> Iterator[datetime]:
    """All that is saved inside is one version per entry."""
    moment = timezone.now()
    sleutel = _moment.set(moment)
    try:
        yield moment
    finally:
        _moment.reset(sleutel)


def stempel(sender: Any, history_instance: Any, **kwargs: Any) -> None:
    """Receiver of ``pre_create_historical_record``."""
    moment = _moment.get() or _van_het_verzoek()
    if moment is not None:
        history_instance.history_date = moment


def _van_het_verzoek() -> datetime | None:
    request = getattr(HistoricalRecords.context, "request", None)
    if request is None:
        return None
    if not hasattr(request, "moment"):
        request.moment = timezone.now()
    return request.moment
