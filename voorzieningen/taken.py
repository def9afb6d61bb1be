"""The timed jobs of the sociale kaart; ``manage.py werk`` runs them."""

from datetime import timedelta

from sociale_basis.kern.taken import taak

from . import controle
from .agenda.momenten import ververs_alles
from .dubbelen import ververs
from .models import Importbestand


@taak("eigenaren vragen", elke=timedelta(days=1))
def vraag_eigenaren() -> None:
    """Ask who is due whether all is still right, and tell staff where nobody reacts (L1)."""
    controle.vraag()
    controle.escaleer()


@taak("importbestanden opruimen", elke=timedelta(hours=1))
def importbestanden() -> None:
    """Files that nobody confirmed in time; they may hold confidential addresses."""
    Importbestand.objects.verlopen().delete()


@taak("dubbelen zoeken", elke=timedelta(days=1))
def dubbelen() -> None:
    """Pairs of entries that may be one, for the list of staff."""
    ververs()


@taak("agenda bijwerken", elke=timedelta(hours=6))
def agenda() -> None:
    """The coming times of activities, half a year ahead (M11)."""
    ververs_alles()
