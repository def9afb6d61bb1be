"""Pointing everything that points at one entry to another one, with a line of history each."""

from typing import Any

from django.db import models

# Parts of the entry itself stay with it in the archive.
EIGEN = {"openingstijden", "afwijkingen", "ruimtes"}


def verhuis(weg: Any, naar: Any, *, door: Any) -> None:
    """Foreign keys and lists of other things; the lists of the entry itself are not touched."""
    for relatie in type(weg)._meta.get_fields(include_hidden=True):
        if relatie.auto_created and not relatie.concrete and not _is_eigen(relatie):
            if relatie.many_to_many:
                _verhuis_lijst(relatie, weg, naar, door)
            elif relatie.one_to_many or relatie.one_to_one:
                _verhuis_sleutel(relatie, weg, naar, door)


def _is_eigen(relatie: Any) -> bool:
    """Parts, versions, and the tables between the entry and its lists (those go as lists)."""
    model = relatie.related_model
    tussen = model._meta.auto_created
    versie = hasattr(model, "history_id") or hasattr(model, "instance_type")
    return relatie.get_accessor_name() in EIGEN or bool(tussen) or versie


def _verhuis_sleutel(relatie: Any, weg: Any, naar: Any, door: Any) -> None:
    veld = relatie.field.name
    for rij in relatie.related_model._base_manager.filter(**{veld: weg.pk}):
        if rij == naar:  # the one that stays does not point at itself
            setattr(rij, veld, None)
        else:
            setattr(rij, veld, naar)
        _bewaar(rij, veld, naar, door)


def _bewaar(rij: models.Model, veld: str, naar: Any, door: Any) -> None:
    if hasattr(type(rij), "history"):
        rij._history_user = door  # type: ignore[attr-defined]
        rij._change_reason = f"verwijst naar {naar}"[:100]  # type: ignore[attr-defined]
        rij.save()
    else:
        rij.save(update_fields=[veld])


def _verhuis_lijst(relatie: Any, weg: Any, naar: Any, door: Any) -> None:
    veld = relatie.field.name
    for rij in relatie.related_model._base_manager.filter(**{veld: weg.pk}):
        rij._history_user = door
        lijst = getattr(rij, veld)
        lijst.add(naar)
        lijst.remove(weg)
