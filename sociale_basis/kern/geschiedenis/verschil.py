"""What changed between two versions, in Dutch."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .stand import Onderdeel, Stand, Tijdlijn

OMGEVING = 4  # words that stay around a change in a long text
LANG = 80  # signs from which a text is long


@dataclass(frozen=True)
class Wijziging:
    """One field or list: what it said and what it says; of a list what went and what came."""

    label: str
    van: str
    naar: str


def wijzigingen(tijdlijn: Tijdlijn, oud: Stand | None, nieuw: Stand) -> list[Wijziging]:
    """From ``oud`` to ``nieuw``; nothing for a first version."""
    if oud is None:
        return []
    return [
        *_van_velden(tijdlijn.velden, oud.velden, nieuw.velden),
        *_van_lijsten(tijdlijn, oud, nieuw),
        *_van_delen(oud, nieuw),
    ]


def _van_velden(velden: Iterable[Any], oud: dict, nieuw: dict) -> Iterator[Wijziging]:
    for veld in velden:
        van, naar = oud.get(veld.attname), nieuw.get(veld.attname)
        if van != naar and veld.editable:
            kort = _kort(toon(veld, van), toon(veld, naar))
            yield Wijziging(capfirst(str(veld.verbose_name)), *kort)


def _van_lijsten(tijdlijn: Tijdlijn, oud: Stand, nieuw: Stand) -> Iterator[Wijziging]:
    for veld in tijdlijn.lijstvelden:
        weg = oud.lijsten[veld.name] - nieuw.lijsten[veld.name]
        erbij = nieuw.lijsten[veld.name] - oud.lijsten[veld.name]
        if weg or erbij:
            namen = _namen(veld.related_model, weg | erbij)
            label = capfirst(str(veld.verbose_name))
            yield Wijziging(label, _opsomming(namen, weg), _opsomming(namen, erbij))


def _van_delen(oud: Stand, nieuw: Stand) -> Iterator[Wijziging]:
    for deel, rijen in nieuw.delen.items():
        was = oud.delen[deel]
        anders = [pk for pk in [*was, *rijen] if was.get(pk) != rijen.get(pk)]
        if anders:
            label = capfirst(str(deel.model._meta.verbose_name_plural))
            van = [_regel(deel, was[pk]) for pk in dict.fromkeys(anders) if pk in was]
            naar = [_regel(deel, rijen[pk]) for pk in dict.fromkeys(anders) if pk in rijen]
            yield Wijziging(label, "; ".join(van), "; ".join(naar))


def _regel(deel: Onderdeel, waarden: dict[str, Any]) -> str:
    """A row as it is called, and what its name leaves out."""
    naam = str(deel.model(**waarden))
    tekst = [toon(v, waarden[v.attname]) for v in deel.velden if _is_extra(v, waarden[v.attname])]
    return f"{naam} ({', '.join(tekst)})" if tekst else naam


def _is_extra(veld: Any, waarde: Any) -> bool:
    return isinstance(waarde, str) and bool(waarde) and not veld.choices and veld.name != "naam"


def _namen(model: Any, nummers: Iterable[Any]) -> dict[Any, str]:
    return {ding.pk: str(ding) for ding in model._base_manager.filter(pk__in=list(nummers))}


def _opsomming(namen: dict[Any, str], nummers: Iterable[Any]) -> str:
    return ", ".join(sorted(namen.get(nummer, _("(bestaat niet meer)")) for nummer in nummers))


def toon(veld: Any, waarde: Any) -> str:
    """A value of a field in words; '' for nothing."""
    if waarde is None or waarde == "":
        return ""
    if veld.remote_field:
        return _namen(veld.related_model, [waarde]).get(waarde, _("(bestaat niet meer)"))
    if veld.choices:
        return str(dict(veld.flatchoices).get(waarde, waarde))
    return _in_woorden(waarde)


def _in_woorden(waarde: Any) -> str:
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    if isinstance(waarde, datetime):
        return date_format(timezone.localtime(waarde), "j F Y, H:i")
    if isinstance(waarde, date):
        return date_format(waarde, "j F Y")
    if isinstance(waarde, time):
        return waarde.strftime("%H:%M")
    return str(waarde)


def _kort(van: str, naar: str) -> tuple[str, str]:
    """Of long texts only the words around what differs."""
    if max(len(van), len(naar)) <= LANG:
        return van, naar
    oud, nieuw = van.split(), naar.split()
    begin = _gelijk(oud, nieuw)
    eind = _gelijk(oud[begin:][::-1], nieuw[begin:][::-1])
    return _stuk(oud, begin, eind), _stuk(nieuw, begin, eind)


def _gelijk(een: list[str], ander: list[str]) -> int:
    """How many words two lists begin with together."""
    paren = zip(een, ander, strict=False)
    return next(
        (nummer for nummer, (a, b) in enumerate(paren) if a != b), min(len(een), len(ander))
    )


def _stuk(woorden: list[str], begin: int, eind: int) -> str:
    van, tot = max(begin - OMGEVING, 0), len(woorden) - max(eind - OMGEVING, 0)
    voor, na = "… " if van else "", " …" if tot < len(woorden) else ""
    return f"{voor}{' '.join(woorden[van:tot])}{na}"


def bestaande(model: type[Model], nummers: Iterable[Any]) -> set[Any]:
    """Those of the numbers that still are somebody."""
    rijen = model._base_manager.filter(pk__in=list(nummers))
    return set(rijen.values_list("pk", flat=True))
