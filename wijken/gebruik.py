"""What uses an area, found through every relation there is, those of later apps included."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import Count
from simple_history.models import HistoricalChanges

if TYPE_CHECKING:
    from .models import Gebied


def gebruik(gebieden: Sequence["Gebied"]) -> dict["Gebied", list[str]]:
    """Per area what points to it ('12 × postcodes') and which own area it is part of.

    Areas without use are left out. What is archived does not count, nor do these areas among
    themselves. One query per relation.
    """
    if not gebieden:
        return {}
    per_pk: dict[int, list[str]] = defaultdict(list)
    for relatie in _relaties(type(gebieden[0])):
        naam = relatie.related_model._meta.verbose_name_plural
        for pk, aantal in _tellingen(relatie, [gebied.pk for gebied in gebieden]):
            per_pk[pk].append(f"{aantal} × {naam}")
    for gebied in gebieden:
        if gebied.ouder and gebied.indeling == gebied.Indeling.CBS:
            per_pk[gebied.pk].append(f"deel van {gebied.ouder}")
    return {gebied: per_pk[gebied.pk] for gebied in gebieden if gebied.pk in per_pk}


def _relaties(model: Any) -> Iterator[Any]:
    """Every foreign key and many-to-many field that points to an area, hidden ones too.

    A model with ``telt = False`` (figures about the past) keeps no area in use.
    """
    for relatie in model._meta.get_fields(include_hidden=True):
        if not (relatie.is_relation and relatie.auto_created and not relatie.concrete):
            continue
        verwijzer: Any = relatie.related_model
        bijzaak = issubclass(verwijzer, HistoricalChanges) or not getattr(verwijzer, "telt", True)
        if not (verwijzer._meta.auto_created or bijzaak):
            yield relatie


def _tellingen(relatie: Any, pks: list[int]) -> Iterator[tuple[int, int]]:
    """(area, number of rows that point to it) for one relation."""
    model, veld = relatie.related_model, relatie.field.name
    rijen = model._base_manager.filter(**{f"{veld}__in": pks})
    if any(kolom.name == "gearchiveerd_op" for kolom in model._meta.fields):
        rijen = rijen.filter(gearchiveerd_op__isnull=True)
    if model is relatie.model:
        rijen = rijen.exclude(pk__in=pks)
    yield from rijen.order_by().values_list(veld).annotate(aantal=Count("pk", distinct=True))
