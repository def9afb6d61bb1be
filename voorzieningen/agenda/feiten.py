"""What the page of one activity says about its days."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from sociale_basis.kern.feestdagen import feestdag

from ..models import Activiteit, Moment
from .momenten import VOORUIT
from .woorden import dag_voluit

MEESTE = 12
FEESTDAGEN_VOORUIT = timedelta(days=92)


@dataclass(frozen=True)
class Feiten:
    """``volgende`` is the first time that is not called off; ``meer``: there are later ones."""

    momenten: list[Moment]
    volgende: Moment | None
    meer: bool
    niet_op: list[str]

    @property
    def is_voorbij(self) -> bool:
        return not self.momenten


def feiten_van(activiteit: Activiteit, op: date | None = None) -> Feiten:
    """One query."""
    vandaag = op or timezone.localdate()
    rijen = list(activiteit.momenten.komend()[: MEESTE + 1])
    gaat_door = (rij for rij in rijen if not (rij.is_afgelast or rij.is_verzet))
    return Feiten(
        rijen[:MEESTE], next(gaat_door, None), len(rijen) > MEESTE, _niet_op(activiteit, vandaag)
    )


def _niet_op(activiteit: Activiteit, vandaag: date) -> list[str]:
    """ "vrijdag 25 december (Eerste Kerstdag)": holidays soon on which it is skipped."""
    tot = min(vandaag + VOORUIT, vandaag + FEESTDAGEN_VOORUIT)
    dagen = activiteit.als_herhaling().overgeslagen(vandaag, tot)
    return [f"{dag_voluit(dag, vandaag)} ({feestdag(dag)})" for dag in dagen]
