"""The rules that the forms apply, for rows of a file: model, lists and constraints."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from voorzieningen.models import Voorziening
from voorzieningen.regels import fout_in_bereik

from .fout import Rijfout
from .kolommen import Blad, Deelblad
from .plan import Rijplan
from .voorwaarden import breuken


def fouten_in(blad: Blad, rij: int, ding: Any, ongelezen: set[str]) -> list[Rijfout]:
    """What ``full_clean`` of the object finds; references were looked up before."""
    gevonden = _gevonden(ding, _overslaan(ding) | ongelezen)
    for veld in _lege_verwijzingen(blad, ding):
        gevonden[veld] = ["Dit veld mag niet leeg zijn."]
    if not gevonden and not isinstance(blad, Deelblad):  # whose clean() knows its constraints
        gevonden[NON_FIELD_ERRORS] = list(breuken(ding))
    zwijgt = ongelezen | (set(blad.samen) if ongelezen & set(blad.samen) else set())
    return [
        Rijfout(blad.naam, rij, _kop(blad, veld), reden)
        for veld, redenen in gevonden.items()
        for reden in redenen
        if veld not in zwijgt
    ]


def fouten_in_lijsten(plan: Rijplan, lijsten: dict[str, Any]) -> Iterator[Rijfout]:
    """Lists that may not be empty, and rules about lists."""
    blad = plan.blad
    for kolom, veld in blad.velden(models.ManyToManyField):
        if not veld.blank and kolom.veld in lijsten and not lijsten[kolom.veld]:
            yield Rijfout(blad.naam, plan.rij, kolom.kop, "Dit veld mag niet leeg zijn.")
    if isinstance(plan.ding, Voorziening) and "gebieden" in lijsten:
        fout = fout_in_bereik(
            plan.ding.publicatie,
            hele_gemeente=plan.ding.hele_gemeente,
            heeft_gebieden=bool(lijsten["gebieden"]),
        )
        if fout:
            yield Rijfout(blad.naam, plan.rij, blad.kolom("hele_gemeente").kop, fout)


def _gevonden(ding: Any, overslaan: set[str]) -> dict[str, list[str]]:
    """Messages per field; '__all__' for what is about more fields."""
    gevonden: dict[str, list[str]] = {}
    for stap in (lambda: ding.clean_fields(exclude=overslaan), ding.clean):
        try:
            stap()
        except ValidationError as fout:
            for veld, redenen in _per_veld(fout).items():
                gevonden.setdefault(veld, []).extend(redenen)
    return gevonden


def _per_veld(fout: ValidationError) -> dict[str, list[str]]:
    if hasattr(fout, "error_dict"):
        return fout.message_dict
    return {NON_FIELD_ERRORS: fout.messages}


def _lege_verwijzingen(blad: Blad, ding: Any) -> Iterator[str]:
    """References that an entry cannot do without."""
    for _kolom, veld in blad.velden():
        if veld.is_relation and not veld.null:
            leeg = getattr(ding, veld.attname) is None and not veld.is_cached(ding)
            yield from [veld.name] * leeg


def _overslaan(ding: Any) -> set[str]:
    """References were looked up; keys were checked; what save() fills in is not there yet."""
    velden = ding._meta.concrete_fields
    return {v.name for v in velden if v.is_relation or not v.editable or v.name == "slug"}


def _kop(blad: Blad, veld: str) -> str:
    return next((kolom.kop for kolom in blad.kolommen if kolom.veld == veld), "")
