"""The timed jobs of the portal as a whole; ``manage.py werk`` runs them."""

from datetime import timedelta

from axes.models import AccessAttempt
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from .kern import logboek
from .kern.taken import taak


@taak("sessies opruimen", elke=timedelta(days=1))
def sessies() -> None:
    call_command("clearsessions")


@taak("inlogpogingen opruimen", elke=timedelta(hours=1))
def inlogpogingen() -> int:
    """Addresses of who typed a wrong password go after a day: by then nobody waits any more."""
    oud = timezone.now() - timedelta(days=1)
    return int(AccessAttempt.objects.filter(attempt_time__lt=oud).delete()[0])


@taak("logboek opruimen", elke=timedelta(days=1))
def oude_logregels() -> int:
    return logboek.ruim_op()


@taak("database bijwerken", elke=timedelta(hours=1))
def checkpoint() -> None:
    """Put the write-ahead log back into the SQLite database, so that it stays small."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@taak("reservekopie", elke=timedelta(days=1))
def reservekopie() -> None:
    call_command("reservekopie", verbosity=0)
