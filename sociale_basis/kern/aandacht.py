"""What needs attention, for the start page of /beheer/: every app registers what it counts.

Its link opens a list with exactly the rows it counted. Whoever gives the rows instead of a number
has them counted together with those of all others, in one query.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import IntegerField, QuerySet, Subquery
from django.http import HttpRequest


@dataclass(frozen=True)
class Aandachtspunt:
    """One thing to do: what, how many (or the rows to count), and the page where it is done."""

    titel: str
    aantal: int | QuerySet
    url: str
    uitleg: str = ""


Telling = Callable[[HttpRequest], Aandachtspunt | None]
_tellingen: list[tuple[int, Telling]] = []


def aandacht(volgorde: int = 50) -> Callable[[Telling], Telling]:
    """Decorate a function ``(request) -> Aandachtspunt | None``; lower numbers come first.

    None says that this is not for this person.
    """

    def registreer(telling: Telling) -> Telling:
        _tellingen.append((volgorde, telling))
        _tellingen.sort(key=lambda paar: paar[0])
        return telling

    return registreer


def aandachtspunten(request: HttpRequest) -> list[Aandachtspunt]:
    """What this person has to do now; empty when everything is done."""
    punten = [punt for _volgorde, telling in _tellingen if (punt := telling(request))]
    return [punt for punt in _geteld(request, punten) if punt.aantal]


class _Aantal(Subquery):
    template = "(SELECT COUNT(*) FROM (%(subquery)s) rijen)"
    output_field = IntegerField()


def _geteld(request: HttpRequest, punten: list[Aandachtspunt]) -> list[Aandachtspunt]:
    """With a number for all rows: one query, on the row of who asks."""
    rijen = [punt.aantal for punt in punten if isinstance(punt.aantal, QuerySet)]
    if not rijen:
        return punten
    wie: Any = request.user
    zelf = get_user_model()._default_manager.filter(pk=wie.pk)
    aantallen = iter(zelf.values_list(*map(_tel, rijen)).get())
    return [
        replace(punt, aantal=next(aantallen) or 0) if isinstance(punt.aantal, QuerySet) else punt
        for punt in punten
    ]


def _tel(rijen: QuerySet) -> _Aantal:
    """Without columns and order, unless these make the rows (a group)."""
    return _Aantal(rijen if rijen.query.group_by else rijen.order_by().values("pk"))
