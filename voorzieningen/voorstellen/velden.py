"""Which fields of an entry can be proposed, and how their values are kept as JSON.

Text is a str, a relation its primary key, several relations a sorted list of keys, a day or a
time its ISO form, and rows (opening times, rooms) a sorted list of dicts.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

from django.db import models

Veld = Any  # a field of a model, or the relation from its rows
RIJEN = ("openingstijden", "afwijkingen", "ruimtes", "dagen")


def velden(model: type[models.Model]) -> dict[str, Veld]:
    """Name → field of all that people fill in, in the order of the model; rows come last."""
    gewoon = [*model._meta.concrete_fields, *model._meta.many_to_many]
    invulbaar = {v.name: v for v in gewoon if v.editable and not v.primary_key}
    achterwaarts = {rel.get_accessor_name(): rel for rel in model._meta.related_objects}
    return invulbaar | {naam: achterwaarts[naam] for naam in RIJEN if naam in achterwaarts}


def rijvelden(relatie: Veld) -> list[Veld]:
    """The fields of one row, without its key and without what it belongs to."""
    alle = relatie.related_model._meta.concrete_fields
    return [veld for veld in alle if not veld.primary_key and not veld.is_relation]


def als_json(veld: Veld, waarde: Any) -> Any:
    """A value of a form, of an object or out of JSON in the one form that is kept.

    Raises ValidationError for what the field cannot read.
    """
    if veld.one_to_many:
        return sorted((_rij_als_json(veld, rij) for rij in waarde or []), key=json.dumps)
    if veld.many_to_many:
        return sorted({_sleutel(ding) for ding in waarde or []})
    if veld.many_to_one or veld.one_to_one:
        return None if waarde in (None, "") else _sleutel(waarde)
    return _plat(veld, waarde)


def _rij_als_json(relatie: Veld, rij: Mapping[str, Any]) -> dict[str, Any]:
    return {
        veld.name: _plat(veld, rij.get(veld.name, veld.get_default()))
        for veld in rijvelden(relatie)
    }


def _sleutel(ding: Any) -> int:
    return int(getattr(ding, "pk", ding))


def _plat(veld: Veld, waarde: Any) -> Any:
    if waarde in (None, ""):
        return None if veld.null else ""
    gelezen = veld.to_python(waarde)
    if isinstance(gelezen, time):
        return gelezen.isoformat("minutes")
    return gelezen.isoformat() if isinstance(gelezen, date) else gelezen


def lees(ding: models.Model, namen: Iterable[str]) -> dict[str, Any]:
    """The values of an object as they are in the database now; a query per relation."""
    soort = velden(type(ding))
    return {naam: als_json(soort[naam], _waarde(ding, soort[naam], naam)) for naam in namen}


def _waarde(ding: models.Model, veld: Veld, naam: str) -> Any:
    if veld.one_to_many:
        return getattr(ding, naam).values(*(deel.name for deel in rijvelden(veld)))
    if veld.many_to_many:
        return getattr(ding, naam).values_list("pk", flat=True)
    return getattr(ding, veld.attname)
