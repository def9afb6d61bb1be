"""Bring an entry back to how it was, with its lists and the rows inside its form."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .stand import Onderdeel, Stand, Tijdlijn
from .verschil import bestaande


@transaction.atomic
def zet_terug(tijdlijn: Tijdlijn, plaats: int, reden: str) -> list[str]:
    """Make the entry what it was at a version; a new version is written, none is lost.

    Returns a sentence for each thing that cannot come back because it is gone itself. Raises
    ``ValidationError``, and changes nothing, when the old version breaks a rule of today.
    """
    stand = tijdlijn.standen([plaats])[plaats]
    ding = tijdlijn.model._base_manager.filter(pk=tijdlijn.pk).first()
    if ding is None:
        ding = tijdlijn.versies[plaats][-1].instance
    ding._change_reason = reden[:100]
    weg = _zet_velden(tijdlijn, ding, stand)
    ding.full_clean()
    ding.save()
    weg += _zet_lijsten(tijdlijn, ding, stand)
    for deel, rijen in stand.delen.items():
        _zet_rijen(deel, ding, rijen)
    if hasattr(ding, "controleer_verbanden"):
        ding.controleer_verbanden()
    return weg


def _zet_velden(tijdlijn: Tijdlijn, ding: Any, stand: Stand) -> list[str]:
    weg = []
    for veld in tijdlijn.velden:
        waarde = stand.velden[veld.attname]
        if veld.remote_field and waarde is not None and not bestaande(veld.related_model, [waarde]):
            weg.append(_is_weg(veld))
            waarde = None
        setattr(ding, veld.attname, waarde)
    return weg


def _zet_lijsten(tijdlijn: Tijdlijn, ding: Any, stand: Stand) -> list[str]:
    weg = []
    for veld in tijdlijn.lijstvelden:
        nummers = stand.lijsten[veld.name]
        nog = bestaande(veld.related_model, nummers)
        if nog != nummers:
            weg.append(_is_weg(veld))
        getattr(ding, veld.name).set(nog)
    return weg


def _is_weg(veld: Any) -> str:
    naam = capfirst(str(veld.verbose_name))
    return _("%s: wat daar stond, bestaat niet meer.") % naam


def _zet_rijen(deel: Onderdeel, ding: Any, rijen: dict[Any, dict[str, Any]]) -> None:
    """Rows keep their numbers, so that their own history goes on."""
    nu = {rij.pk: rij for rij in deel.model._base_manager.filter(**{deel.fk: ding})}
    for pk in nu.keys() - rijen.keys():
        nu[pk].delete()
    for pk, waarden in rijen.items():
        rij = nu.get(pk) or deel.model(pk=pk, **{deel.fk: ding})
        if pk in nu and all(getattr(rij, naam) == waarde for naam, waarde in waarden.items()):
            continue
        for naam, waarde in waarden.items():
            setattr(rij, naam, waarde)
        _keur(rij)
        rij.save()


def _keur(rij: Any) -> None:
    try:
        rij.full_clean()
    except ValidationError as fout:
        raise ValidationError([f"{rij}: {melding}" for melding in fout.messages]) from fout
