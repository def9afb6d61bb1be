"""Timed jobs: what the work process runs beside the web server.

A job is a function without arguments, registered with its interval::

    @taak("opruimen", elke=timedelta(days=1))
    def opruimen() -> None: ...

Register in a module that the ``ready()`` of an AppConfig imports. ``manage.py werk`` runs
what is due; ``Taakrun`` holds when each job began, succeeded or failed. Any number of work
processes may run at once: a job is claimed with one conditional UPDATE.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from django.db.models import F, Q
from django.utils import timezone

from .models import Taakrun

logger = logging.getLogger(__name__)
Functie = TypeVar("Functie", bound=Callable[[], object])

# A failed job is tried again after this time. One that never reported back (its process was
# killed) is taken over after it, or after its own interval when that is longer.
HERKANSING = timedelta(minutes=10)


@dataclass(frozen=True)
class Taak:
    """A timed job: its name (unique, stable), its interval and what it does."""

    naam: str
    elke: timedelta
    functie: Callable[[], object]


REGISTER: dict[str, Taak] = {}


def taak(naam: str, *, elke: timedelta) -> Callable[[Functie], Functie]:
    """Register the decorated function as a job; a name that is taken raises ``ValueError``."""

    def registreer(functie: Functie) -> Functie:
        if naam in REGISTER:
            raise ValueError(f"There is already a job with the name {naam!r}.")
        REGISTER[naam] = Taak(naam, elke, functie)
        return functie

    return registreer


def voer_uit(
    *, eenmaal: bool = False, gestopt: Callable[[], bool] = lambda: False
) -> dict[str, str]:
    """Run every job that is due (all of them with ``eenmaal``), one after the other.

    Returns the outcome per job that ran: empty when it succeeded, else what went wrong.
    A job that fails never stops the others; once ``gestopt`` says so no next one begins.
    """
    _maak_rijen()
    return {
        job.naam: _draai(job)
        for job in REGISTER.values()
        if not gestopt() and _claim(job, timezone.now(), altijd=eenmaal)
    }


def _maak_rijen() -> None:
    """A row for each job, and none for a job that is no more."""
    Taakrun.objects.exclude(naam__in=REGISTER).delete()
    bekend = set(Taakrun.objects.values_list("naam", flat=True))
    nieuw = [Taakrun(naam=naam) for naam in REGISTER if naam not in bekend]
    Taakrun.objects.bulk_create(nieuw, ignore_conflicts=True)


def _claim(job: Taak, nu: datetime, *, altijd: bool) -> bool:
    """True for exactly one of the processes that ask."""
    rij = Taakrun.objects.filter(naam=job.naam).exclude(_bezig(job, nu))
    if not altijd:
        rij = rij.filter(_aan_de_beurt(job, nu))
    return rij.update(begonnen_op=nu, fout="") == 1


def _bezig(job: Taak, nu: datetime) -> Q:
    niet_terug = Q(gelukt_op=None) | Q(gelukt_op__lt=F("begonnen_op"))
    return niet_terug & Q(fout="", begonnen_op__gt=nu - max(job.elke, HERKANSING))


def _aan_de_beurt(job: Taak, nu: datetime) -> Q:
    nooit = Q(begonnen_op=None)
    mislukt = ~Q(fout="") & Q(begonnen_op__lte=nu - min(job.elke, HERKANSING))
    return nooit | mislukt | Q(begonnen_op__lte=nu - job.elke)


def _draai(job: Taak) -> str:
    rij = Taakrun.objects.filter(naam=job.naam)
    try:
        job.functie()
    except Exception as fout:
        logger.exception("The job %s failed.", job.naam)
        melding = f"{type(fout).__name__}: {fout}"
        rij.update(fout=melding)
        return melding
    rij.update(gelukt_op=timezone.now(), fout="")
    return ""
