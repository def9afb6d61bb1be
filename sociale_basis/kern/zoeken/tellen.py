"""Counting what found nothing, without keeping what anybody typed.

Words are counted one by one per day, never sentences; only words that exist, and none that stand
against a digit ("12a") or in a web address; nothing at all of a question that speaks of danger or
holds an e-mail address.
"""

import re
from contextlib import suppress
from datetime import date, timedelta

from django.db import DatabaseError, connection
from django.utils import timezone

from ..models.zoekwoorden import Zoekterm
from . import woordenboek
from .kennis import kennis
from .tekst import woorden
from .zoek import Resultaat

BEWAAR = timedelta(days=365)
TEL_OP = """
INSERT INTO kern_zoekterm (dag, soort, woord, aantal) VALUES {}
ON CONFLICT (dag, soort, woord) DO UPDATE SET aantal = kern_zoekterm.aantal + 1
"""
LANGSTE = Zoekterm._meta.get_field("woord").max_length or 0
_ADRES = re.compile(r"\S*(?:\d|://)\S*")


def tel(resultaat: Resultaat, op: date | None = None) -> None:
    """Count the words of a question that found nothing, and those of a "bedoelde u"."""
    if resultaat.crisis or resultaat.gelezen is None or "@" in resultaat.vraag:
        return
    soorten = [Zoekterm.Soort.BEDOELDE] * bool(resultaat.bedoelde)
    soorten += [Zoekterm.Soort.NIETS] * (not resultaat.is_antwoord)
    telbaar = _telbaar(resultaat) if soorten else []
    if telbaar:
        _tel(soorten, telbaar, op or timezone.localdate())


def ruim_op(vandaag: date | None = None) -> int:
    """Forget counts that are older than a year; returns how many."""
    grens = (vandaag or timezone.localdate()) - BEWAAR
    return Zoekterm.objects.filter(dag__lt=grens).delete()[0]


def _telbaar(resultaat: Resultaat) -> list[str]:
    """The words of the question as read (typing errors put right), without what may be a name."""
    assert resultaat.gelezen is not None  # noqa: S101
    bekend = (resultaat.weet or kennis()).synoniemen.vormen
    adres = set(woorden(" ".join(_ADRES.findall(resultaat.vraag))))
    return sorted(
        {
            begrip.tekst
            for begrip in resultaat.gelezen.begrippen
            if begrip.stam and not begrip.vaag and begrip.tekst.isalpha()
            if len(begrip.tekst) <= LANGSTE
            if begrip.tekst not in adres
            if begrip.tekst in bekend or woordenboek.kent(begrip.tekst)
        }
    )


def _tel(soorten: list[Zoekterm.Soort], telbaar: list[str], dag: date) -> None:
    """One statement; a database that cannot be written to now still shows its results."""
    rijen = [(dag, soort.value, woord) for soort in soorten for woord in telbaar]
    plekken = ", ".join(["(%s, %s, %s, 1)"] * len(rijen))
    with suppress(DatabaseError), connection.cursor() as cursor:
        cursor.execute(TEL_OP.format(plekken), [waarde for rij in rijen for waarde in rij])
