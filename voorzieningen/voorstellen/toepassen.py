"""Putting proposed values on an object, checked as a form would, with one line of history."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from .tonen import label, maak_rij
from .velden import Veld, als_json, velden


def pas_toe(ding: Any, wijzigingen: Mapping[str, Any], door: Any, reden: str) -> None:
    """Save the values on ``ding``, a new object or an existing one, as done by ``door``.

    Call it in a transaction: on ValidationError (messages by field) part may be written already.
    """
    nieuw, soort = ding.pk is None, velden(type(ding))
    for naam, waarde in wijzigingen.items():
        if not soort[naam].many_to_many and not soort[naam].one_to_many:
            setattr(ding, soort[naam].attname, soort[naam].to_python(waarde))
    if "archiefreden" in wijzigingen:
        ding.volg_archiefreden()
    ding.full_clean()
    ding._history_user, ding._change_reason = door, reden
    ding.skip_history_when_saving = True  # the relations follow; the line holds them too
    ding.save()
    _zet_relaties(ding, wijzigingen)
    maak_af(ding, nieuw=nieuw)


def maak_af(ding: Any, *, nieuw: bool) -> None:
    """Check what hangs on the object and write the line of history."""
    ding.controleer_verbanden()
    del ding.skip_history_when_saving
    ding.save()
    if nieuw:
        laatste = ding.history.order_by("-history_id").first()
        type(ding).history.filter(pk=laatste.pk).update(history_type="+")


def _zet_relaties(ding: Any, wijzigingen: Mapping[str, Any]) -> None:
    soort = velden(type(ding))
    for naam, waarde in wijzigingen.items():
        veld = soort[naam]
        if veld.many_to_many:
            _zet_meer(ding, veld, waarde)
        elif veld.one_to_many:
            _zet_rijen(ding, veld, naam, waarde)


def _zet_meer(ding: Any, veld: Veld, sleutels: list[int]) -> None:
    gevonden = veld.related_model._base_manager.filter(pk__in=sleutels)
    if len(gevonden) < len(sleutels):
        uitleg = _("%s: een deel van deze keuze bestaat niet meer.") % label(veld)
        raise ValidationError({veld.name: uitleg})
    getattr(ding, veld.name).set(gevonden)


def _zet_rijen(ding: Any, relatie: Veld, naam: str, rijen: list[dict[str, Any]]) -> None:
    """Keep the rows that stay the same, take away what is no longer there, add what is new."""
    gewenst = Counter(_sleutel(rij) for rij in als_json(relatie, rijen))
    for bestaand in getattr(ding, naam).all():
        inhoud = _sleutel(lees_rij(relatie, bestaand))
        if gewenst[inhoud] > 0:
            gewenst[inhoud] -= 1
        else:
            _van(bestaand, ding).delete()
    for inhoud in gewenst.elements():
        _voeg_toe(ding, relatie, naam, dict(inhoud))


def lees_rij(relatie: Veld, rij: models.Model) -> dict[str, Any]:
    """One saved row in the form in which it is kept in a proposal."""
    return als_json(relatie, [rij.__dict__])[0]


def _sleutel(rij: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted(rij.items()))


def _van(rij: Any, ding: Any) -> Any:
    """The row, with the same person and reason in its history as the object."""
    rij._history_user, rij._change_reason = ding._history_user, ding._change_reason
    return rij


def _voeg_toe(ding: Any, relatie: Veld, naam: str, inhoud: dict[str, Any]) -> None:
    rij = _van(maak_rij(relatie, inhoud), ding)
    setattr(rij, relatie.field.name, ding)
    try:
        rij.full_clean()
    except ValidationError as fout:
        raise ValidationError({naam: fout.messages}) from fout
    rij.save()
