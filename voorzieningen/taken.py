"""Timed jobs of the sociale kaart."""

from datetime import timedelta

from sociale_basis.kern.taken import taak

from .models import Importbestand


@taak("importbestanden opruimen", elke=timedelta(hours=1))
def importbestanden() -> None:
    """Files that nobody confirmed in time; they may hold confidential addresses."""
    Importbestand.objects.verlopen().delete()
