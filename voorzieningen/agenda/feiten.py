"""What the page of one activity says about its days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from sociale_basis.kern.feestdagen import feestdag

from ..models import Activiteit, Moment
from .momenten import VOORUIT
from .woorden import dag_voluit

MEESTE = 12
FEESTDAGEN_VOORUIT = timedelta(days=92)


@dataclass(frozen=True)
class Feiten:
    """``volgende`` is the first time that is not called off; ``meer``: there are later ones;
    ``dicht``: periods in which it is not held, as sentences."""

    momenten: list[Moment]
    volgende: Moment | None
    meer: bool
    niet_op: list[str]
    dicht: list[str]

    @property
    def is_voorbij(self) -> bool:
        return not self.momenten


def feiten_van(activiteit: Activiteit, op: date | None = None) -> Feiten:
    """Two queries."""
    vandaag = op or timezone.localdate()
    prefetch_related_objects([activiteit], "dagen")
    rijen = list(Moment.objects.filter(activiteit=activiteit).komend()[: MEESTE + 1])
    gaat_door = (rij for rij in rijen if not (rij.is_afgelast or rij.is_verzet))
    return Feiten(
        rijen[:MEESTE],
        next(gaat_door, None),
        len(rijen) > MEESTE,
        _niet_op(activiteit, vandaag),
        list(_dicht(activiteit, vandaag)),
    )


def _niet_op(activiteit: Activiteit, vandaag: date) -> list[str]:
    """ "vrijdag 25 december (Eerste Kerstdag)": holidays soon on which it is skipped."""
    tot = min(vandaag + VOORUIT, vandaag + FEESTDAGEN_VOORUIT)
    herhaling = activiteit.rooster.herhaling
    dagen = (dag for dag in herhaling.overgeslagen(vandaag, tot) if not herhaling.is_dicht(dag))
    return [f"{dag_voluit(dag, vandaag)} ({feestdag(dag)})" for dag in dagen]


def _dicht(activiteit: Activiteit, vandaag: date) -> Iterator[str]:
    """ "Niet van maandag 21 december tot en met zondag 3 januari. Kerstvakantie." """
    for rij in activiteit.dagen.all():
        if rij.tot_en_met and rij.tot_en_met >= vandaag:
            dagen = {
                naam: dag_voluit(getattr(rij, naam), vandaag) for naam in ("dag", "tot_en_met")
            }
            zin = _("Niet van %(dag)s tot en met %(tot_en_met)s.") % dagen
            yield f"{zin} {capfirst(rij.reden.rstrip('.'))}." if rij.reden else zin
