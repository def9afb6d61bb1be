"""Counting what found nothing, without keeping what anybody typed.

Words are counted one by one per day, never sentences; only words that exist, without digits;
nothing at all of a question that speaks of danger.
"""

from contextlib import suppress
from datetime import date, timedelta

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from ..models.zoekwoorden import Zoekterm
from . import woordenboek
from .kennis import kennis
from .zoek import Resultaat

BEWAAR = timedelta(days=365)
LANGSTE = Zoekterm._meta.get_field("woord").max_length or 0


def tel(resultaat: Resultaat, op: date | None = None) -> None:
    """Count the words of a question that found nothing, and those of a "bedoelde u"."""
    if resultaat.crisis or resultaat.gelezen is None:
        return
    soorten = [Zoekterm.Soort.BEDOELDE] * bool(resultaat.bedoelde)
    soorten += [Zoekterm.Soort.NIETS] * (not resultaat.is_antwoord)
    woorden = _telbaar(resultaat) if soorten else []
    if woorden:
        _tel(soorten, woorden, op or timezone.localdate())


def ruim_op(vandaag: date | None = None) -> int:
    """Forget counts that are older than a year; returns how many."""
    grens = (vandaag or timezone.localdate()) - BEWAAR
    return Zoekterm.objects.filter(dag__lt=grens).delete()[0]


def _telbaar(resultaat: Resultaat) -> list[str]:
    """The words of the question as read (typing errors put right), without what may be a name."""
    assert resultaat.gelezen is not None  # noqa: S101
    bekend = kennis().synoniemen.vormen
    return sorted(
        {
            begrip.tekst
            for begrip in resultaat.gelezen.begrippen
            if begrip.stam and not begrip.vaag and begrip.tekst.isalpha()
            if len(begrip.tekst) <= LANGSTE
            if begrip.tekst in bekend or woordenboek.kent(begrip.tekst)
        }
    )


def _tel(soorten: list[Zoekterm.Soort], woorden: list[str], dag: date) -> None:
    """Two queries; a database that cannot be written to now is no reason to show no results."""
    rijen = [Zoekterm(dag=dag, soort=s, woord=w) for s in soorten for w in woorden]
    with suppress(DatabaseError), transaction.atomic():
        Zoekterm.objects.bulk_create(rijen, ignore_conflicts=True)
        geteld = Zoekterm.objects.filter(dag=dag, soort__in=soorten, woord__in=woorden)
        geteld.update(aantal=F("aantal") + 1)
