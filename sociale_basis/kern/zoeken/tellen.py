"""Counting what found nothing, without keeping what anybody typed.

Words are counted one by one per day, never sentences; only words that exist, and none that stand
against a digit ("12a") or in a web address; nothing at all of a question that speaks of danger or
holds an e-mail address.
"""

import re
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ..models.zoekwoorden import Zoekterm
from . import woordenboek
from .kennis import kennis
from .tekst import woorden
from .zoek import Resultaat

BEWAAR = timedelta(days=365)
_ADRES = re.compile(r"\S*(?:\d|://)\S*")


def tel(resultaat: Resultaat, op: date | None = None) -> None:
    """Count the words of a question that found nothing, and those of a "bedoelde u"."""
    if resultaat.crisis or resultaat.gelezen is None or "@" in resultaat.vraag:
        return
    dag = op or timezone.localdate()
    if resultaat.bedoelde:
        _tel(Zoekterm.Soort.BEDOELDE, _telbaar(resultaat), dag)
    if not resultaat.is_antwoord:
        _tel(Zoekterm.Soort.NIETS, _telbaar(resultaat), dag)


def ruim_op(vandaag: date | None = None) -> int:
    """Forget counts that are older than a year; returns how many."""
    grens = (vandaag or timezone.localdate()) - BEWAAR
    return Zoekterm.objects.filter(dag__lt=grens).delete()[0]


def _telbaar(resultaat: Resultaat) -> list[str]:
    """The words of the question as read (typing errors put right), without what may be a name."""
    assert resultaat.gelezen is not None  # noqa: S101
    bekend = kennis().synoniemen.vormen
    adres = set(woorden(" ".join(_ADRES.findall(resultaat.vraag))))
    return sorted(
        {
            begrip.tekst
            for begrip in resultaat.gelezen.begrippen
            if begrip.stam and not begrip.vaag and begrip.tekst.isalpha()
            if begrip.tekst not in adres
            if begrip.tekst in bekend or woordenboek.kent(begrip.tekst)
        }
    )


def _tel(soort: str, telbaar: list[str], dag: date) -> None:
    with transaction.atomic():
        for woord in telbaar:
            rij, _nieuw = Zoekterm.objects.get_or_create(dag=dag, soort=soort, woord=woord)
            Zoekterm.objects.filter(pk=rij.pk).update(aantal=F("aantal") + 1)
