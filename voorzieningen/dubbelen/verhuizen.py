"""Pointing everything that points at one entry to another one, with a line of history each.

What moved is told, so that it can be moved back.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models

# Parts of the entry itself stay with it in the archive.
EIGEN = {"openingstijden", "afwijkingen", "ruimtes"}


class Verhuisd(NamedTuple):
    """One field of one row that pointed elsewhere; kept as JSON."""

    model: str  # "voorzieningen.stap"
    pk: int
    veld: str
    hoe: str  # one of the three below


SLEUTEL, ZELF, LIJST, LIJST_BEIDE = "sleutel", "zelf", "lijst", "lijst met beide"


def verhuis(weg: Any, naar: Any, *, door: Any) -> list[Verhuisd]:
    """Foreign keys and lists of other things; the lists of the entry itself are not touched."""
    return list(_verhuis(weg, naar, door))


def _verhuis(weg: Any, naar: Any, door: Any) -> Iterator[Verhuisd]:
    for relatie in type(weg)._meta.get_fields(include_hidden=True):
        if relatie.auto_created and not relatie.concrete and not _is_eigen(relatie):
            if relatie.many_to_many:
                yield from _verhuis_lijst(relatie, weg, naar, door)
            elif relatie.one_to_many or relatie.one_to_one:
                yield from _verhuis_sleutel(relatie, weg, naar, door)


def _is_eigen(relatie: Any) -> bool:
    """Parts, versions, and the tables between the entry and its lists (those go as lists)."""
    model = relatie.related_model
    tussen = model._meta.auto_created
    versie = hasattr(model, "history_id") or hasattr(model, "instance_type")
    return relatie.get_accessor_name() in EIGEN or bool(tussen) or versie


def _verhuis_sleutel(relatie: Any, weg: Any, naar: Any, door: Any) -> Iterator[Verhuisd]:
    veld = relatie.field.name
    for rij in relatie.related_model._base_manager.filter(**{veld: weg.pk}):
        zelf = rij == naar  # the one that stays does not point at itself
        setattr(rij, veld, None if zelf else naar)
        _bewaar(rij, veld, naar, door)
        yield Verhuisd(rij._meta.label_lower, rij.pk, veld, ZELF if zelf else SLEUTEL)


def _bewaar(rij: models.Model, veld: str, naar: Any, door: Any) -> None:
    if hasattr(type(rij), "history"):
        rij._history_user = door  # type: ignore[attr-defined]
        wie = "" if getattr(naar, "vertrouwelijk", False) else f" naar {naar}"
        rij._change_reason = f"verwijst{wie or ' anders'}"[:100]  # type: ignore[attr-defined]
        rij.save()
    else:
        rij.save(update_fields=[veld])


def _verhuis_lijst(relatie: Any, weg: Any, naar: Any, door: Any) -> Iterator[Verhuisd]:
    veld = relatie.field.name
    for rij in relatie.related_model._base_manager.filter(**{veld: weg.pk}):
        rij._history_user = door
        lijst = getattr(rij, veld)
        had_beide = lijst.filter(pk=naar.pk).exists()
        lijst.add(naar)
        lijst.remove(weg)
        yield Verhuisd(rij._meta.label_lower, rij.pk, veld, LIJST_BEIDE if had_beide else LIJST)


def verhuis_terug(verhuisd: Verhuisd, van: Any, naar: Any, *, door: Any) -> bool:
    """Point it at ``naar`` again; False when it is gone or points elsewhere by now."""
    nu = None if verhuisd.hoe == ZELF else van.pk
    rijen = apps.get_model(verhuisd.model)._base_manager
    rij: Any = rijen.filter(pk=verhuisd.pk, **{verhuisd.veld: nu}).first()
    if rij is None:
        return False
    if verhuisd.hoe in (LIJST, LIJST_BEIDE):
        _zet_lijst_terug(getattr(rij, verhuisd.veld), rij, van, naar, verhuisd.hoe, door)
    else:
        setattr(rij, verhuisd.veld, naar)
        _bewaar(rij, verhuisd.veld, naar, door)
    return True


def _zet_lijst_terug(lijst: Any, rij: Any, van: Any, naar: Any, hoe: str, door: Any) -> None:
    rij._history_user = door
    lijst.add(naar)
    if hoe == LIJST:
        lijst.remove(van)
