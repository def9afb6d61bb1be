"""A proposal for people: labels, names instead of keys, opening times in words, text compared."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from difflib import SequenceMatcher
from typing import Any, Literal, NamedTuple

from django.db import models
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from sociale_basis.kern.velden import (
    PostcodeField,
    TelefoonField,
    toon_postcode,
    toon_telefoon,
)
from voorzieningen import openingstijden

from ..agenda.weekdagen import WeekdagenField, toon_weekdagen
from .velden import Veld, rijvelden

MEESTE_WOORDEN = 3000
_LEESBAAR: dict[type, Callable[[Any], str]] = {
    TelefoonField: toon_telefoon,
    PostcodeField: toon_postcode,
    WeekdagenField: toon_weekdagen,
}


class Stuk(NamedTuple):
    """A run of text that stays, goes or comes."""

    soort: Literal["blijft", "weg", "erbij"]
    tekst: str


def label(veld: Veld) -> str:
    """What a field is called on a form, with a capital."""
    naam = veld.related_model._meta.verbose_name_plural if veld.one_to_many else veld.verbose_name
    return str(capfirst(naam))


def toon(veld: Veld, waarde: Any) -> str:
    """A kept value in words; "" when nothing is filled in."""
    if veld.one_to_many:
        return _rijen(veld, waarde or [])
    if veld.is_relation:
        return _namen(veld, waarde if isinstance(waarde, list) else [waarde])
    return _plat(veld, waarde)


def _namen(veld: Veld, sleutels: list[Any]) -> str:
    gevraagd = {sleutel for sleutel in sleutels if sleutel is not None}
    if not gevraagd:
        return ""
    bekend = veld.related_model._base_manager.in_bulk(gevraagd)
    namen = sorted(naam_van(ding) for ding in bekend.values())
    weg = len(gevraagd - bekend.keys())
    return ", ".join(namen + [_("(bestaat niet meer)")] * weg)


def naam_van(ding: models.Model) -> str:
    """How an object is called; staff by their own name."""
    volledig = getattr(ding, "get_full_name", None)
    return (volledig() if volledig else "") or str(ding)


def _plat(veld: Veld, waarde: Any) -> str:
    if waarde in (None, ""):
        return ""
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    if veld.choices:
        return str(dict(veld.flatchoices).get(waarde, waarde))
    if isinstance(veld, models.DateField):
        return date_format(parse_date(waarde) or date.min, "j F Y")
    return _LEESBAAR.get(type(veld), str)(waarde)


def _rijen(relatie: Veld, rijen: list[dict[str, Any]]) -> str:
    model = relatie.related_model
    dingen = [maak_rij(relatie, rij) for rij in rijen]
    if hasattr(model, "als_slot"):
        return openingstijden.zin([ding.als_slot() for ding in dingen])
    return "; ".join(_rij(relatie, rij) for rij in rijen)


def maak_rij(relatie: Veld, rij: dict[str, Any]) -> Any:
    """One row as an object that is not saved and belongs to nothing yet."""
    waarden = {veld.name: veld.to_python(rij.get(veld.name)) for veld in rijvelden(relatie)}
    return relatie.related_model(**waarden)


def _rij(relatie: Veld, rij: dict[str, Any]) -> str:
    """ "Vanaf: 1 mei 2026, tot en met: 5 mei 2026, gesloten": only what is filled in."""
    delen = [(label(v), _plat(v, rij.get(v.name)), rij.get(v.name)) for v in rijvelden(relatie)]
    return ", ".join(
        naam if waarde is True else f"{naam}: {tekst}"
        for naam, tekst, waarde in delen
        if tekst and waarde is not False
    )


def stukken(nu: str, wordt: str) -> list[Stuk]:
    """Both texts as one, word by word: what stays, what goes, what comes.

    Where more than half differs, the new text alone reads better.
    """
    oud, nieuw = _woorden(nu), _woorden(wordt)
    if not wordt:
        return [Stuk("weg", nu)] if nu else []
    if max(len(oud), len(nieuw)) > MEESTE_WOORDEN:
        return [Stuk("erbij", wordt)]
    vergelijking = SequenceMatcher(None, oud, nieuw, autojunk=False)
    if vergelijking.ratio() <= 0.5:
        return [Stuk("erbij", wordt)]
    return list(_delen(vergelijking, oud, nieuw))


def _woorden(tekst: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", tekst)


def _delen(vergelijking: SequenceMatcher[str], oud: list[str], nieuw: list[str]) -> Iterator[Stuk]:
    for soort, a, b, c, d in vergelijking.get_opcodes():
        if soort == "equal":
            yield Stuk("blijft", "".join(oud[a:b]))
            continue
        if b > a:
            yield Stuk("weg", "".join(oud[a:b]))
        if d > c:
            yield Stuk("erbij", "".join(nieuw[c:d]))
