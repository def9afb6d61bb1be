"""Values that only one entry may have, over the outcome of an import as a whole.

Two layers may swap places or names in one file; only when all rows are there, it shows who has
the same.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db.models import Q, UniqueConstraint

from .fout import Rijfout
from .kolommen import Blad
from .plan import Plan, Rijplan
from .voorwaarden import klopt

OPZIJ = "Even opzij tijdens een import."


@dataclass(frozen=True)
class Uniek:
    """A field that differs between all entries to which ``voorwaarde`` applies; None: all."""

    veld: str
    voorwaarde: Q | None = None

    def geldt(self, ding: Any) -> bool:
        leeg = getattr(ding, self.veld) is None
        return not leeg and (self.voorwaarde is None or klopt(self.voorwaarde, ding) is True)


def unieke_velden(model: Any) -> list[Uniek]:
    """All but the keys, which are checked when a row is recognised."""
    velden = (veld for veld in model._meta.concrete_fields if veld.unique and not veld.primary_key)
    gewoon = [Uniek(veld.name) for veld in velden if veld.name != "slug"]
    regels = (c for c in model._meta.constraints if isinstance(c, UniqueConstraint))
    return [*gewoon, *(Uniek(regel.fields[0], regel.condition) for regel in regels)]


def dubbele_waarden(plan: Plan) -> Iterator[Rijfout]:
    """Each row that changes something and then has what another entry has too."""
    bladen = {rij.blad.naam: rij.blad for rij in plan.gewijzigd}
    for blad in bladen.values():
        if regels := unieke_velden(blad.model):
            rijen = [*_andere(blad, plan), *(rij for rij in plan.rijen if rij.blad is blad)]
            rijen.sort(key=lambda rij: rij.groep != "gelijk")
            for regel in regels:
                yield from _dubbel(blad, regel, rijen)


def _andere(blad: Blad, plan: Plan) -> Iterator[Rijplan]:
    """What the file does not name, as rows that stay the same; not what goes to the archive."""
    bekend = {rij.ding.pk for rij in (*plan.rijen, *plan.weg) if rij.blad is blad}
    for ding in blad.model._base_manager.exclude(pk__in=bekend - {None}):
        yield Rijplan(blad, 0, ding, is_nieuw=False)


def _dubbel(blad: Blad, regel: Uniek, rijen: list[Rijplan]) -> Iterator[Rijfout]:
    groepen: dict[Any, list[Rijplan]] = defaultdict(list)
    for rij in rijen:
        if regel.geldt(rij.ding):
            groepen[getattr(rij.ding, regel.veld)].append(rij)
    for eerste, *rest in groepen.values():
        waar = f" (rij {eerste.rij})" if eerste.rij else ""
        for rij in rest:
            if rij.groep != "gelijk":
                reden = f"“{eerste.ding}”{waar} heeft dit ook. Kies iets anders."
                yield Rijfout(blad.naam, rij.rij, blad.kolom(regel.veld).kop, reden)


def maak_plaats(blad: Blad, rijen: list[Rijplan], nu: datetime) -> None:
    """Put aside what is about to give away its place or name, until all rows are written."""
    for rij in rijen:
        opzij = {} if rij.is_nieuw else _opzij(blad, rij, nu)
        if opzij:
            blad.model._base_manager.filter(pk=rij.ding.pk).update(**opzij)
            for veld in opzij:
                rij.velden.setdefault(veld, getattr(rij.ding, veld))


def _opzij(blad: Blad, rij: Rijplan, nu: datetime) -> dict[str, Any]:
    opzij: dict[str, Any] = {}
    for regel in unieke_velden(blad.model):
        if regel.voorwaarde is None and regel.veld in rij.velden:
            opzij[regel.veld] = uuid4().hex
        elif regel.voorwaarde is not None and {regel.veld, "gearchiveerd_op"} & rij.velden.keys():
            opzij |= {"gearchiveerd_op": nu, "archiefreden": OPZIJ}
    return opzij
