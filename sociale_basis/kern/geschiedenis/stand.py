"""How an entry was at each of its versions."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Model
from simple_history.utils import get_m2m_reverse_field_name

# Follow from other fields, or say when and not what.
BIJZAAK = {"aangemaakt_op", "gewijzigd_op", "sorteernaam"}


@dataclass(frozen=True)
class Onderdeel:
    """Rows inside the form of an entry, with a history of their own: opening times, rooms."""

    model: Any
    fk: str

    @property
    def velden(self) -> list[Any]:
        history = self.model.history.model
        return [f for f in history.tracked_fields if not f.primary_key and f.name != self.fk]


@dataclass(frozen=True)
class Stand:
    """An entry with all that belongs to it: fields by column, lists and rows by number."""

    velden: dict[str, Any]
    lijsten: dict[str, frozenset[Any]]
    delen: dict[Onderdeel, dict[Any, dict[str, Any]]]


class Tijdlijn:
    """All versions of one entry, the oldest first; a version is a row of records of one save."""

    def __init__(self, model: Any, pk: Any, onderdelen: Iterable[Onderdeel] = ()) -> None:
        self.model = model
        self.pk = pk
        self.onderdelen = tuple(onderdelen)
        self.history = model.history.model

    @cached_property
    def versies(self) -> list[list[Any]]:
        sleutel = self.model._meta.pk.attname
        records = self.model.history.filter(**{sleutel: self.pk}).select_related("history_user")
        versies: list[list[Any]] = []
        for record in records.order_by("history_date", "history_id"):
            if versies and _is_samen(versies[-1][-1], record):
                versies[-1].append(record)
            else:
                versies.append([record])
        return versies

    def plaats(self, nummer: int) -> int | None:
        """The place of the version that a record belongs to; None for a stranger."""
        for plaats, versie in enumerate(self.versies):
            if any(record.history_id == nummer for record in versie):
                return plaats
        return None

    def standen(self, plaatsen: Iterable[int]) -> dict[int, Stand]:
        """How it was at some of the versions, in a query per list and per kind of row."""
        gevraagd = list(plaatsen)
        lijsten = self._lijsten([self.versies[plaats][-1].history_id for plaats in gevraagd])
        return {plaats: self._stand(plaats, lijsten) for plaats in gevraagd}

    def stand_van(self, ding: Any) -> Stand:
        """How it is in the database now."""
        velden = {veld.attname: getattr(ding, veld.attname) for veld in self.velden}
        lijsten = {
            veld.name: frozenset(getattr(ding, veld.name).values_list("pk", flat=True))
            for veld in self.lijstvelden
        }
        delen = {
            deel: {
                rij.pk: {veld.attname: getattr(rij, veld.attname) for veld in deel.velden}
                for rij in deel.model._base_manager.filter(**{deel.fk: self.pk})
            }
            for deel in self.onderdelen
        }
        return Stand(velden, lijsten, delen)

    @property
    def velden(self) -> list[Any]:
        return [
            veld
            for veld in self.history.tracked_fields
            if not veld.primary_key and veld.name not in BIJZAAK
        ]

    @property
    def lijstvelden(self) -> list[Any]:
        return list(self.history._history_m2m_fields)

    def _stand(self, plaats: int, lijsten: dict[str, dict[int, set]]) -> Stand:
        record = self.versies[plaats][-1]
        return Stand(
            {veld.attname: getattr(record, veld.attname) for veld in self.velden},
            {naam: frozenset(per.get(record.history_id, ())) for naam, per in lijsten.items()},
            {deel: self._rijen(deel, plaats) for deel in self.onderdelen},
        )

    def _lijsten(self, nummers: list[int]) -> dict[str, dict[int, set]]:
        """{list: {record: numbers of what was on it}}"""
        gevonden: dict[str, dict[int, set]] = {}
        for veld in self.lijstvelden:
            kolom = f"{get_m2m_reverse_field_name(veld)}_id"
            rijen = getattr(self.history, veld.name).filter(history_id__in=nummers)
            per_record = gevonden[veld.name] = defaultdict(set)
            for record, ander in rijen.values_list("history_id", kolom):
                per_record[record].add(ander)
        return gevonden

    @cached_property
    def _rijrecords(self) -> dict[Onderdeel, list[Any]]:
        return {
            deel: list(
                deel.model.history.filter(**{deel.fk: self.pk}).order_by(
                    "history_date", "history_id"
                )
            )
            for deel in self.onderdelen
        }

    def _rijen(self, deel: Onderdeel, plaats: int) -> dict[Any, dict[str, Any]]:
        """The rows until the next version began: what a save adds comes after its record."""
        verder = self.versies[plaats + 1 : plaats + 2]
        tot = verder[0][0].history_date if verder else None
        rijen: dict[Any, dict[str, Any]] = {}
        sleutel = deel.model._meta.pk.attname
        for record in self._rijrecords[deel]:
            if tot is not None and record.history_date >= tot:
                break
            rijen.pop(getattr(record, sleutel), None)
            if record.history_type != "-":
                waarden = {veld.attname: getattr(record, veld.attname) for veld in deel.velden}
                rijen[getattr(record, sleutel)] = waarden
        return rijen


def _is_samen(vorige: Any, record: Any) -> bool:
    return (
        vorige.history_date == record.history_date
        and vorige.history_user_id == record.history_user_id
    )


def onderdelen_van(model: type[Model], modellen: Iterable[Any]) -> list[Onderdeel]:
    """Those of the models that keep a history, with the column that names the entry."""
    from django.forms.models import _get_foreign_key

    return [
        Onderdeel(deel, _get_foreign_key(model, deel).name)
        for deel in modellen
        if hasattr(deel, "history")
    ]
