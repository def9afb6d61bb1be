"""One line of history for each entry of an import, with its lists as they are then."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from simple_history.models import HistoricalRecords
from simple_history.utils import get_m2m_field_name, get_m2m_reverse_field_name

from .koppelingen import stukken

BATCH = 500


def leg_vast(
    model: Any, dingen: Sequence[Any], *, nieuw: bool, door: AbstractBaseUser | None, reden: str
) -> None:
    """After the entries and their lists were written. A few queries per 500 entries."""
    if not dingen:
        return
    versies = model.history.bulk_history_create(
        dingen,
        batch_size=BATCH,
        update=not nieuw,
        default_user=door,
        default_change_reason=reden[:100],
    )
    for lijst in model.history.model._history_m2m_fields:
        _leg_lijst_vast(lijst, versies)


def _leg_lijst_vast(lijst: Any, versies: Sequence[Any]) -> None:
    """What ``create_historical_record_m2ms`` of simple_history does, for many at once."""
    van, naar = get_m2m_field_name(lijst), get_m2m_reverse_field_name(lijst)
    soort: Any = HistoricalRecords.m2m_models[lijst]
    for stuk in stukken(versies):
        per_ding = {versie.id: versie for versie in stuk}
        rijen = lijst.remote_field.through.objects.filter(**{f"{van}__in": per_ding})
        soort.objects.bulk_create(
            soort(history=per_ding[bron], **{"id": pk, f"{van}_id": bron, f"{naar}_id": doel})
            for pk, bron, doel in rijen.values_list("pk", van, naar)
        )
