"""Delete an entry for good: with all that is known of it, but for its address and the reason.

Archiving is the rule (V12); this is for what should never have been there, or holds somebody's
personal data.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import NestedObjects
from django.contrib.contenttypes.models import ContentType
from django.db import router, transaction
from django.db.models import CASCADE
from django.dispatch import Signal
from django.utils.translation import gettext as _

from .logboek import leg_vast
from .models import Archiveerbaar, Logregel, OudeSlug, Verwijdering

# Sent with ``ding`` before it goes, inside the transaction: whoever keeps something about it
# without a foreign key takes that out.
voorgoed_verwijderd = Signal()
MEEST = 20  # names in one sentence


class KanNietWeg(Exception):
    """Not archived yet, or something else would go with it."""


@dataclass(frozen=True)
class Gevolgen:
    """What deleting an entry does: sentences on what goes and what stays, and what forbids it."""

    mee: list[str] = field(default_factory=list)
    los: list[str] = field(default_factory=list)
    tegen: list[str] = field(default_factory=list)


def gevolgen(ding: Any) -> Gevolgen:
    """Look what hangs on an archived entry, without changing anything."""
    vondst = NestedObjects(using=router.db_for_write(type(ding)), origin=ding)
    vondst.collect([ding])
    uitkomst = Gevolgen()
    groepen: dict[Any, Any] = dict(vondst.model_objs)
    for model, rijen in groepen.items():
        anderen = [rij for rij in rijen if rij != ding]
        if not anderen:
            continue
        eigenaar = model._meta.auto_created
        if eigenaar:  # what the entry itself pointed at needs no mention
            uitkomst.los.extend(_losgemaakt(ding, anderen) if eigenaar is not type(ding) else [])
        elif issubclass(model, Archiveerbaar):
            uitkomst.tegen.extend(_namen(anderen))
        else:
            uitkomst.mee.append(_aantal(model, len(anderen)))
    uitkomst.tegen.extend(_namen(vondst.protected))
    uitkomst.los.extend(_namen(_met_lege_plek(vondst)))
    return _met_versies(ding, uitkomst)


def _met_versies(ding: Any, uitkomst: Gevolgen) -> Gevolgen:
    versies = ding.history.count()
    return Gevolgen(
        [*uitkomst.mee, _("%d oude versies") % versies],
        sorted(set(uitkomst.los)),
        sorted(set(uitkomst.tegen)),
    )


def _losgemaakt(ding: Any, koppelingen: list[Any]) -> list[str]:
    """The other side of rows that only tie two things together, in a query per side."""
    namen = []
    for kant in (veld for veld in koppelingen[0]._meta.fields if veld.remote_field):
        nummers = {getattr(rij, kant.attname) for rij in koppelingen}
        anderen = kant.related_model._base_manager.filter(pk__in=nummers)
        namen += _namen(ander for ander in anderen if ander != ding)
    return namen


def _met_lege_plek(vondst: Any) -> list[Any]:
    """What points at it and will point at nothing."""
    return [
        rij
        for (_veld, _waarde), groepen in vondst.field_updates.items()
        for groep in groepen
        for rij in groep
    ]


def _namen(dingen: Iterable[Any]) -> list[str]:
    return [f"{ding._meta.verbose_name} “{ding}”" for ding in list(dingen)[:MEEST]]


def _aantal(model: Any, aantal: int) -> str:
    naam = model._meta.verbose_name if aantal == 1 else model._meta.verbose_name_plural
    return f"{aantal} {naam}"


@transaction.atomic
def verwijder_voorgoed(ding: Any, *, reden: str, titel: str, door: Any) -> None:
    """Take out the entry, its parts, its history and its old addresses; leave what happened.

    ``titel`` is the name that the old address goes on showing; '' for none. ``door`` is the
    request or user. Raises ``KanNietWeg`` unless it is archived and nothing else hangs on it.
    """
    if not ding.is_gearchiveerd or gevolgen(ding).tegen:
        raise KanNietWeg
    voorgoed_verwijderd.send(type(ding), ding=ding)
    _laat_adressen_achter(ding, reden, titel, door)
    wat = f"{ding._meta.verbose_name} {ding.pk} {titel}: {reden}"
    _wis(ding)
    leg_vast(door, Logregel.Soort.VERWIJDERD, wat)


def _laat_adressen_achter(ding: Any, reden: str, titel: str, door: Any) -> None:
    soort = ContentType.objects.get_for_model(type(ding))
    oude = OudeSlug.objects.filter(soort=soort, object_id=ding.pk)
    openbaar = type(ding).objects.verdwenen().filter(pk=ding.pk).exists()
    gebruiker = getattr(door, "user", door)
    eigen = [ding.slug] if hasattr(ding, "slug") else []  # people have no page of their own
    adressen = [*eigen, *oude.values_list("slug", flat=True)]
    Verwijdering.objects.filter(soort=soort, slug__in=adressen).delete()
    Verwijdering.objects.bulk_create(
        Verwijdering(
            soort=soort,
            slug=slug,
            titel=titel,
            archiefreden=reden,
            vervangen_door_id=ding.vervangen_door_id,
            is_openbaar=openbaar,
            wie=gebruiker.get_username(),
        )
        for slug in adressen
    )
    oude.delete()


def _wis(ding: Any) -> None:
    """The row and all that remembers it: versions, versions of lists and parts, the admin's log."""
    pk, model = ding.pk, type(ding)
    delen = [
        (rel.related_model, rel.field.attname)
        for rel in model._meta.related_objects
        if rel.on_delete is CASCADE and hasattr(rel.related_model, "history")
    ]
    soort = ContentType.objects.get_for_model(model)
    LogEntry.objects.filter(content_type=soort, object_id=str(pk)).delete()
    ding.delete()
    for deel, kolom in delen:
        deel.history.filter(**{kolom: pk}).delete()
    versies = model.history.filter(**{model._meta.pk.attname: pk})
    for veld in model.history.model._history_m2m_fields:
        getattr(model.history.model, veld.name).filter(history__in=versies).delete()
    versies.delete()
