"""The list of likely duplicates: found anew now and then, decisions kept."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from voorzieningen.models import Dubbel
from voorzieningen.uitwisseling.koppelingen import stukken

from .gelijkenis import Paar, zoek_paren
from .kenmerken import MODELLEN, kenmerk_van, kenmerken_van


@transaction.atomic
def ververs() -> int:
    """Look for all pairs again; returns how many wait. What somebody decided stays decided."""
    gevonden = dict(_alle_paren())
    bekend = {(rij.soort, rij.eerste, rij.tweede): rij for rij in Dubbel.objects.all()}
    weg = [rij.pk for sleutel, rij in bekend.items() if _is_over(rij) and sleutel not in gevonden]
    for stuk in stukken(weg):
        Dubbel.objects.filter(pk__in=stuk).delete()
    nieuw = [paar for sleutel, paar in gevonden.items() if sleutel not in bekend]
    Dubbel.objects.bulk_create(nieuw, batch_size=500, ignore_conflicts=True)
    _werk_bij(gevonden, bekend)
    return Dubbel.objects.open().count()


def _alle_paren() -> Iterator[tuple[tuple[str, int, int], Dubbel]]:
    for model in MODELLEN:
        soort = str(model._meta.model_name)
        for paar in zoek_paren(kenmerken_van(model)):
            eerste, tweede = sorted((paar.een.sleutel, paar.ander.sleutel))
            dubbel = Dubbel(
                soort=soort,
                eerste=eerste,
                tweede=tweede,
                score=paar.score,
                redenen=list(paar.redenen),
            )
            yield (soort, eerste, tweede), dubbel


def _is_over(rij: Dubbel) -> bool:
    return rij.stand == Dubbel.Stand.OPEN


def _werk_bij(gevonden: dict[Any, Dubbel], bekend: dict[Any, Dubbel]) -> None:
    anders = []
    for sleutel in gevonden.keys() & bekend.keys():
        oud, nieuw = bekend[sleutel], gevonden[sleutel]
        if (oud.score, oud.redenen) != (nieuw.score, nieuw.redenen):
            oud.score, oud.redenen = nieuw.score, nieuw.redenen
            anders.append(oud)
    Dubbel.objects.bulk_update(anders, ["score", "redenen"], batch_size=500)


def bij_nieuwe(rijen: list[Any]) -> list[Paar]:
    """Pairs with at least one of the new entries of a plan (``Rijplan``), before it is saved."""
    paren: list[Paar] = []
    for model in MODELLEN:
        nieuw = [rij for rij in rijen if rij.blad.model is model]
        if nieuw:
            dingen = [kenmerk_van(rij.ding, _plekken(rij)) for rij in nieuw]
            alle = zoek_paren([*kenmerken_van(model), *dingen])
            paren += [paar for paar in alle if not isinstance(paar.ander.sleutel, int)]
    return paren


def _plekken(rij: Any) -> list[Any]:
    """The new places of a new entry; those that are there already say little."""
    return [plek for plek in rij.lijsten.get("locaties", []) if not isinstance(plek, int)]
