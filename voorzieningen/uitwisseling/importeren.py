"""The import as the command and the admin do it: read, compare, and only then write."""

from collections.abc import Callable
from typing import Any

from django.db import transaction

from sociale_basis.kern.models import Logregel
from voorzieningen.models import Boomlaag

from .lezen import lees
from .logboek import leg_uitwisseling_vast
from .plan import Plan
from .toepassen import Toepasser
from .verschil import Wens, maak_plan


class Veranderd(Exception):
    """The portal changed since the preview; ``plan`` is what the import would do now."""

    def __init__(self, plan: Plan) -> None:
        super().__init__("The data changed after the preview.")
        self.plan = plan


def bekijk(inhoud: bytes, naam: str, wens: Wens) -> Plan:
    """What an import would do. Raises Importfout for a file that cannot be used."""
    return maak_plan(lees(inhoud, naam), wens)


def importeer(
    inhoud: bytes,
    naam: str,
    wens: Wens,
    *,
    door: Any = None,
    gezien: str = "",
    meld: Callable[[str], object] = lambda _regel: None,
) -> Plan:
    """Do it all or nothing. Returns a plan that was not carried out if it says to stop.

    ``gezien`` is the fingerprint of the plan that a person approved; ``Veranderd`` if another
    plan came out. Raises Importfout for a file that cannot be used.
    """
    bestand = lees(inhoud, naam)
    with transaction.atomic():
        Boomlaag.objects.vergrendel()
        plan = maak_plan(bestand, wens, vergrendel=True, meld=meld)
        if gezien and gezien != plan.vingerafdruk():
            raise Veranderd(plan)
        if plan.verslag(toch=wens.toch).stopt:
            return plan
        Toepasser(plan, door=door, reden=f"Import: {naam}", meld=meld).voer_uit()
        gegevens = {"rijen": len(plan.gewijzigd), "gearchiveerd": sum(plan.gearchiveerd().values())}
        leg_uitwisseling_vast(Logregel.Soort.IMPORT, door=door, bestand=naam, gegevens=gegevens)
    return plan
