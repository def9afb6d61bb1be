"""The timed jobs of the portal as a whole; ``manage.py werk`` runs them."""

from datetime import timedelta

from django.core.management import call_command
from django.db import connection

from .kern.taken import taak


@taak("sessies opruimen", elke=timedelta(days=1))
def sessies() -> None:
    call_command("clearsessions")


@taak("database bijwerken", elke=timedelta(hours=1))
def checkpoint() -> None:
    """Put the write-ahead log back into the SQLite database, so that it stays small."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@taak("reservekopie", elke=timedelta(days=1))
def reservekopie() -> None:
    call_command("reservekopie", verbosity=0)
