"""Rows of many-to-many lists in bulk."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from django.db.models import ManyToManyField

STUK = 500  # numbers in one question
T = TypeVar("T")


def stukken(dingen: Iterable[T], grootte: int = STUK) -> Iterator[list[T]]:
    rest = iter(dingen)
    while stuk := list(islice(rest, grootte)):
        yield stuk


def koppelingen(model: Any, veld: str, nummers: Iterable[int]) -> dict[int, list[int]]:
    """What each entry holds in one of its lists; one query per 500 entries."""
    lijst: ManyToManyField = model._meta.get_field(veld)
    van, naar = lijst.m2m_column_name(), lijst.m2m_reverse_name()
    tussen: Any = lijst.remote_field.through
    gevonden: dict[int, list[int]] = defaultdict(list)
    for stuk in stukken(sorted(nummers)):
        rijen = tussen.objects.filter(**{f"{van}__in": stuk}).order_by(naar)
        for bron, doel in rijen.values_list(van, naar):
            gevonden[bron].append(doel)
    return gevonden
