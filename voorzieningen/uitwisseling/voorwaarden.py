"""The check constraints of a model, asked of an object in memory.

``Model.validate_constraints()`` asks the database once per constraint and row; an import has
thousands of rows. What is not understood here is left to the database after all.
"""

from collections.abc import Callable, Iterator
from operator import eq, ge, gt, le, lt
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, F, Model, Q

VERGELIJKING: dict[str, Callable[[Any, Any], bool]] = {
    "exact": eq, "gt": gt, "gte": ge, "lt": lt, "lte": le,
}  # fmt: skip


class Onbegrepen(Exception):
    """A condition of a kind that only the database knows."""


def breuken(ding: Model) -> Iterator[str]:
    """The message of each check constraint that the object breaks."""
    for voorwaarde in ding._meta.constraints:
        if isinstance(voorwaarde, CheckConstraint) and not _houdt(voorwaarde, ding):
            yield str(voorwaarde.get_violation_error_message())


def _houdt(voorwaarde: CheckConstraint, ding: Model) -> bool:
    """As the database decides: what is unknown (NULL) breaks nothing."""
    try:
        return klopt(voorwaarde.condition, ding) is not False
    except Onbegrepen:
        return _volgens_database(voorwaarde, ding)


def _volgens_database(voorwaarde: CheckConstraint, ding: Model) -> bool:
    try:
        voorwaarde.validate(type(ding), ding)
    except ValidationError:
        return False
    return True


def klopt(deel: Any, ding: Model) -> bool | None:
    """True, False, or None where SQL says NULL."""
    if not isinstance(deel, Q):
        return _vergelijk(deel, ding)
    uitkomsten = [klopt(onderdeel, ding) for onderdeel in deel.children]
    beslist = deel.connector == Q.OR
    if beslist in uitkomsten:
        uitkomst: bool | None = beslist
    else:
        uitkomst = None if None in uitkomsten else not beslist
    return uitkomst if uitkomst is None or not deel.negated else not uitkomst


def _vergelijk(paar: Any, ding: Model) -> bool | None:
    if not isinstance(paar, tuple):
        raise Onbegrepen
    naam, doel = paar
    veld, _streep, soort = naam.partition("__")
    waarde = _waarde(ding, ding._meta.get_field(veld))
    if soort == "isnull":
        return (waarde is None) == doel
    if (soort or "exact") not in VERGELIJKING:
        raise Onbegrepen
    if isinstance(doel, F):
        doel = getattr(ding, doel.name)  # type: ignore[attr-defined]
    if waarde is None or doel is None:
        return None
    return VERGELIJKING[soort or "exact"](waarde, doel)


def _waarde(ding: Model, veld: Any) -> Any:
    """Of a reference the number, or the object itself while it has none yet."""
    nummer = getattr(ding, veld.attname)
    is_nieuw = nummer is None and veld.is_relation and veld.is_cached(ding)
    return veld.get_cached_value(ding) if is_nieuw else nummer
