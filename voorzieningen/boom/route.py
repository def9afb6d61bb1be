"""The way for one question in one area: who first, who then, and back again (H3, M10).

Begins at the roots, follows the steps upwards, and comes back down. Nine queries.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Prefetch, Q, Window
from django.db.models.functions import RowNumber

from wijken.models import Gebied
from wijken.models.gebied import Contactpunt
from wijken.team import Team

from ..models import Boomlaag, Locatie, Organisatie, Stap, Thema, Voorziening
from .team import contact_bij, team_bij

HOOGSTENS = 3  # provisions and places named at a halt


@dataclass(frozen=True)
class Halte:
    """One layer on the way: whom to call, what helps there, and what comes after it."""

    laag: Boomlaag
    contact: Contactpunt | None
    team: Team | None
    hulp: tuple[Voorziening, ...]
    plekken: tuple[Locatie, ...]
    verder: tuple[Stap, ...]


@dataclass(frozen=True)
class Route:
    """The halts from the roots up, and the steps back down in the order they are taken."""

    thema: Thema
    gebied: Gebied
    haltes: tuple[Halte, ...]
    terug: tuple[Stap, ...]


def route_voor(thema: Thema, gebied: Gebied) -> Route:
    """For a theme and an area; without layers a route without halts."""
    lagen = list(Boomlaag.objects.zichtbaar().met_contact())
    hulp = _hulp(thema, gebied, lagen)
    stappen = _stappen(hulp)
    op_weg = klim(lagen, stappen)
    plekken = _plekken(gebied)
    haltes = tuple(
        Halte(
            laag,
            contact_bij(laag, gebied),
            team_bij(laag, gebied),
            tuple(hulp.get(laag.pk, ())),
            plekken if laag == op_weg[0] else (),
            _verder(laag, hulp.get(laag.pk, []), stappen),
        )
        for laag in op_weg
    )
    return Route(thema, gebied, haltes, daal(op_weg, stappen))


def klim(lagen: list[Boomlaag], stappen: Iterable[Stap]) -> list[Boomlaag]:
    """The layers from the roots, each the nearest that steps up lead to; never in a circle."""
    op_weg = lagen[:1]
    while op_weg:
        doelen = {
            stap.naar_laag_id
            for stap in stappen
            if stap.van_laag_id == op_weg[-1].pk and not stap.is_terug
        }
        hoger = [
            laag for laag in lagen if laag.pk in doelen and laag.volgorde > op_weg[-1].volgorde
        ]
        if not hoger:
            break
        op_weg.append(hoger[0])
    return op_weg


def daal(op_weg: list[Boomlaag], stappen: Iterable[Stap]) -> tuple[Stap, ...]:
    """The steps back from the highest layer on the way, each to the nearest below it."""
    terug: list[Stap] = []
    hier = op_weg[-1] if op_weg else None
    while hier:
        lager = [
            stap
            for stap in stappen
            if stap.is_terug and stap.van_laag_id == hier.pk and _is_lager(stap, hier)
        ]
        stap = max(lager, key=_hoogte, default=None)
        terug += [stap] if stap else []
        hier = stap.naar_laag if stap else None
    return tuple(terug)


def _hoogte(stap: Stap) -> int:
    return stap.naar_laag.volgorde if stap.naar_laag else -1


def _is_lager(stap: Stap, laag: Boomlaag) -> bool:
    return stap.naar_laag is not None and stap.naar_laag.volgorde < laag.volgorde


def _verder(laag: Boomlaag, hulp: list[Voorziening], stappen: list[Stap]) -> tuple[Stap, ...]:
    """The layer's steps up, and those that what is named here has of its own."""
    namen = {voorziening.pk for voorziening in hulp}
    return tuple(
        stap
        for stap in stappen
        if not stap.is_terug and (stap.van_laag_id == laag.pk or stap.van_voorziening_id in namen)
    )


def _hulp(thema: Thema, gebied: Gebied, lagen: list[Boomlaag]) -> dict[int, list[Voorziening]]:
    """Per layer the first few provisions, those of the area itself first; two queries."""
    volgorde = (F("hele_gemeente").asc(), F("rang").asc(), F("sorteernaam").asc(), F("pk").asc())
    nummer = Window(
        RowNumber(), partition_by=["laag", "soort", "vorm", "toegang"], order_by=volgorde
    )
    rijen = (
        Voorziening.objects.zichtbaar()
        .voor_gebied(gebied)
        .met_thema(thema)
        .annotate(nummer=nummer)
        .filter(nummer__lte=HOOGSTENS)
        .order_by(*volgorde)
        .prefetch_related(
            Prefetch("verantwoordelijke", Organisatie.objects.zichtbaar().voor_links())
        )
    )
    per_opvang = {laag.opvang: laag.pk for laag in lagen if laag.opvang}
    per_laag: dict[int, list[Voorziening]] = {}
    for rij in rijen:
        per_laag.setdefault(rij.laag_id or per_opvang.get(rij.opvang, 0), []).append(rij)
    return {laag: rijen[:HOOGSTENS] for laag, rijen in per_laag.items()}


def _stappen(hulp: dict[int, list[Voorziening]]) -> list[Stap]:
    """Of all layers, and of the provisions that are named."""
    genoemd = [voorziening.pk for rijen in hulp.values() for voorziening in rijen]
    van = Q(van_laag__isnull=False) | Q(van_voorziening__in=genoemd)
    return list(Stap.objects.zichtbaar().filter(van).met_enden())


def _plekken(gebied: Gebied) -> tuple[Locatie, ...]:
    rijen = Locatie.objects.zichtbaar().ontmoetingsplekken()
    if gebied.soort != Gebied.Soort.GEMEENTE:
        rijen = rijen.in_gebied(gebied)
    return tuple(rijen.voor_links()[:HOOGSTENS])
