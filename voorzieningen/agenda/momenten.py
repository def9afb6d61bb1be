"""Keeping the table of coming times as the activities say (see ``models.moment``)."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from .keren import AMSTERDAM, Keer, Rooster

if TYPE_CHECKING:
    from ..models import Activiteit

VOORUIT = timedelta(weeks=26)
PORTIE = 200


def ververs(activiteit: "Activiteit", op: date | None = None) -> None:
    """Write what differs, for one activity; three queries when nothing does."""
    vandaag = op or timezone.localdate()
    with transaction.atomic():
        type(activiteit)._default_manager.select_for_update().filter(pk=activiteit.pk).first()
        bestaand = {_sleutel(rij): rij.pk for rij in activiteit.momenten.all()}
        gewenst = {_als_rij(keer): keer for keer in komende(activiteit.rooster, vandaag)}
        weg = [pk for sleutel, pk in bestaand.items() if sleutel not in gewenst]
        nieuw = [rij for rij in gewenst if rij not in bestaand]
        if weg:
            activiteit.momenten.filter(pk__in=weg).delete()
        activiteit.momenten.bulk_create(_moment(activiteit, rij) for rij in nieuw)


def ververs_alles(op: date | None = None) -> int:
    """The daily job: days that come in sight are added, days that are over go. Returns how many
    activities were looked at."""
    soort: Any = apps.get_model("voorzieningen", "Activiteit")
    rijen = soort._default_manager.niet_gearchiveerd().prefetch_related("dagen")
    aantal = 0
    for activiteit in rijen.iterator(chunk_size=PORTIE):
        ververs(activiteit, op)
        aantal += 1
    return aantal


def komende(rooster: Rooster, vandaag: date) -> list[Keer]:
    """Half a year from today on; something rarer at least with its next time."""
    keren = rooster.keren(vandaag, vandaag + VOORUIT)
    if any(not keer.naar for keer in keren):
        return keren
    verder = next(rooster.herhaling.vanaf(vandaag + VOORUIT + timedelta(days=1)), None)
    return keren + (rooster.keren(verder, verder) if verder else [])


VELDEN = ("gepland", "dag", "begin", "einde", "stand", "waar", "reden", "naar")


def _als_rij(keer: Keer) -> tuple:
    """In the order of VELDEN; moments in UTC, as the database gives them back."""
    dag = keer.begin.astimezone(AMSTERDAM).date()
    return (keer.gepland, dag, *(_in_utc(waarde) for waarde in keer[1:]))


def _in_utc(waarde: Any) -> Any:
    return waarde.astimezone(UTC) if isinstance(waarde, datetime) else waarde


def _sleutel(rij: Any) -> tuple:
    return tuple(getattr(rij, veld) for veld in VELDEN)


def _moment(activiteit: "Activiteit", rij: Iterable[Any]) -> Any:
    soort = activiteit._meta.get_field("momenten").related_model
    return soort(activiteit=activiteit, **dict(zip(VELDEN, rij, strict=True)))
