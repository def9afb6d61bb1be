"""From a file that was read to a plan: every difference and every error, nothing written."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from wijken.importeren.verslag import telwoord

from .bladen import DEELBLADEN, HOOFDBLADEN
from .boomregels import fouten_in_boom
from .deelrijen import Deelrijen
from .fout import Importfout
from .hoofdrijen import Hoofdrijen, is_geheim, ongenoemd
from .kolommen import Blad
from .lezen import Bestand
from .plan import Plan, Rijplan
from .uniek import dubbele_waarden
from .verwijzingen import Naslag

Meld = Callable[[str], object]


@dataclass(frozen=True)
class Wens:
    """What somebody asks of an import beside the file.

    ``volledig``: what the sheets in the file do not name goes to the archive, with ``reden``.
    ``toch``: also if that is more than a tenth.
    """

    volledig: bool = False
    reden: str = ""
    toch: bool = False

    def controleer(self) -> None:
        if self.volledig and not self.reden.strip():
            raise Importfout(
                "Wat niet in het bestand staat, gaat naar het archief. Schrijf op waarom, met "
                "--reden: bezoekers zien die reden."
            )


def maak_plan(
    bestand: Bestand, wens: Wens, *, vergrendel: bool = False, meld: Meld = lambda _regel: None
) -> Plan:
    """Compare a file with the portal. A fixed number of queries per 500 rows.

    ``vergrendel`` keeps the entries locked until the transaction ends.
    """
    wens.controleer()
    plan = Plan(timezone.now(), reden=wens.reden.strip(), meldingen=list(bestand.meldingen))
    naslag = Naslag()
    bladen = [
        Hoofdrijen(bestand.tabellen[blad.naam], naslag, plan, vergrendel=vergrendel)
        for blad in HOOFDBLADEN
        if blad.naam in bestand.tabellen
    ]
    for rijen in bladen:
        rijen.herken()
    for rijen in bladen:
        meld(f"{rijen.blad.naam}: {len(rijen.paren)} rijen vergelijken …")
        rijen.vergelijk()
    for deelblad in DEELBLADEN:
        if deelblad.naam in bestand.tabellen:
            Deelrijen(bestand.tabellen[deelblad.naam], naslag, plan).vergelijk()
    _tel_archief(bladen, plan, wens)
    plan.fouten += [*dubbele_waarden(plan), *fouten_in_boom(plan)]
    return plan


def _tel_archief(bladen: list[Hoofdrijen], plan: Plan, wens: Wens) -> None:
    for rijen in bladen:
        model = rijen.blad.model
        plan.in_gebruik[rijen.blad.naam] = model.objects.niet_gearchiveerd().count()
        if wens.volledig:
            weg = [ding for ding in ongenoemd(rijen) if not is_geheim(ding)]
            plan.weg += [_naar_archief(rijen.blad, ding, plan) for ding in weg]
            _meld_geheime(rijen, plan)


def _naar_archief(blad: Blad, ding: Any, plan: Plan) -> Rijplan:
    velden = {"gearchiveerd_op": plan.nu, "archiefreden": plan.reden}
    for veld, waarde in velden.items():
        setattr(ding, veld, waarde)
    return Rijplan(blad, 0, ding, is_nieuw=False, velden=velden)


def _meld_geheime(rijen: Hoofdrijen, plan: Plan) -> None:
    geheim = [ding for ding in ongenoemd(rijen) if is_geheim(ding)]
    if geheim:
        plan.meldingen.append(
            f"{rijen.blad.naam}: {telwoord(len(geheim), 'geheim adres', 'geheime adressen')} "
            "niet in het bestand. Die blijven, want een export laat ze soms weg."
        )
