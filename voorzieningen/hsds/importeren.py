"""The import as the command does it: read, compare, and only then write."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.contrib.auth.models import AbstractBaseUser

from sociale_basis.kern.geschiedenis import een_moment
from sociale_basis.kern.models import Logregel
from voorzieningen.dubbelen import bij_nieuwe, ververs
from voorzieningen.models import Herkomst
from voorzieningen.models.herkomst import VELD
from voorzieningen.uitwisseling.logboek import leg_uitwisseling_vast
from voorzieningen.uitwisseling.toepassen import Toepasser
from wijken.importeren.verslag import opsomming

from .bestanden import lees_map
from .bronding import Sleutel
from .talen import Talen, Themas
from .verantwoording import Bronverslag
from .vergelijken import Vergelijker, Vergelijking
from .vertalen import vertaal
from .werk import Werk

MEEST = 30  # lines of one kind in a report that is not asked for in full
Melder = Callable[[str], object]


def importeer_hsds(
    pad: Path,
    *,
    redacteur: AbstractBaseUser,
    bron: str = "",
    themas: Path | None = None,
    opslaan: bool = False,
    meld: Melder = lambda _regel: None,
) -> Bronverslag:
    """Call it in a transaction. Raises Importfout for a folder that is of no use.

    ``bron`` is the name under which the records are remembered; default that of the folder.
    """
    werk = Werk(lees_map(pad), Themas(themas), Talen())
    vertaal(werk)
    naam = (bron or werk.bron.naam)[:80]
    uit = Vergelijker(naam, werk.dingen, redacteur).vergelijk(vergrendel=opslaan)
    verslag = _verslag(werk, uit)
    if opslaan:
        _bewaar(werk, naam, uit, redacteur, meld)
    return verslag


def _bewaar(werk: Werk, bron: str, uit: Vergelijking, door: Any, meld: Melder) -> None:
    for taal in werk.talen.nieuw.values():
        taal.save()
    with een_moment():
        Toepasser(uit.plan, door=door, reden=f"Import: {bron}", meld=meld).voer_uit()
    _onthoud(bron, uit)
    ververs()
    gegevens = {"rijen": len(uit.plan.gewijzigd), "botsingen": len(uit.botsingen)}
    leg_uitwisseling_vast(Logregel.Soort.IMPORT, door=door, bestand=bron, gegevens=gegevens)


def _onthoud(bron: str, uit: Vergelijking) -> None:
    """What was taken over of each record, with numbers for what was new a moment ago."""
    anders, nieuw = [], []
    for sleutel, waarden in uit.overgenomen.items():
        vast = {naam: _vast(waarde) for naam, waarde in waarden.items()}
        oud = uit.herkomsten.get(sleutel)
        if oud is None:
            nieuw.append(_herkomst(bron, sleutel, uit, vast))
        elif oud.waarden != vast:
            oud.waarden = vast
            anders.append(oud)
    Herkomst.objects.bulk_create(nieuw, batch_size=500)
    Herkomst.objects.bulk_update(anders, ["waarden"], batch_size=500)


def _herkomst(bron: str, sleutel: Sleutel, uit: Vergelijking, waarden: Any) -> Herkomst:
    ding = uit.rijen[sleutel].ding
    soort, nummer = sleutel
    return Herkomst(
        bron=bron, soort=soort, sleutel=nummer, waarden=waarden, **{VELD[type(ding)]: ding}
    )


def _vast(waarde: Any) -> Any:
    if isinstance(waarde, list) and waarde and not isinstance(waarde[0], dict):
        return sorted(_vast(deel) for deel in waarde)
    return waarde.pk if hasattr(waarde, "_meta") else waarde


# --- the report ------------------------------------------------------------------------------


def _verslag(werk: Werk, uit: Vergelijking) -> Bronverslag:
    for ding, reden in uit.overgeslagen:
        werk.boek.laat(ding.rij, reden)
    verslag = Bronverslag(verantwoording=werk.boek)
    for rij in uit.plan.rijen:
        verslag.noteer(rij.blad.meervoud, rij.groep, rij.regel())
    for deel in uit.plan.delen:
        verslag.noteer(deel.blad.meervoud, deel.groep, deel.regel())
    verslag.meldingen += werk.boek.gebreken
    verslag.meldingen += _over_talen_en_themas(werk)
    verslag.meldingen += _over_verschillen(uit)
    verslag.meldingen += _over_dubbelen(uit)
    return verslag


def _over_talen_en_themas(werk: Werk) -> list[str]:
    regels = []
    if werk.talen.nieuw:
        namen = ", ".join(taal.naam for taal in werk.talen.nieuw.values())
        regels.append(f"nieuwe talen: {namen}.")
    if werk.themas.onbekend:
        termen = [f"{term}: {aantal} keer" for term, aantal in werk.themas.onbekend.most_common()]
        regels.append(f"zonder thema in de lijst van --themas: {opsomming(termen)}.")
    zonder = sum(not ding.lijsten.get("themas") for ding in werk.dingen.values() if _is(ding))
    if zonder:
        regels.append(
            f"{zonder} voorzieningen zonder thema. Die blijven concept tot u er een kiest."
        )
    return regels


def _is(ding: Any) -> bool:
    return ding.sleutel[0] == "service"


def _over_verschillen(uit: Vergelijking) -> list[str]:
    regels = [str(botsing) for botsing in uit.botsingen]
    if uit.eigen:
        regels.append(f"{uit.eigen} velden heeft de redactie zelf veranderd. Die blijven zo.")
    if uit.verdwenen:
        regels.append(f"niet meer in de bron, hier nog wel: {opsomming(uit.verdwenen)}.")
    return regels


def _over_dubbelen(uit: Vergelijking) -> list[str]:
    paren = bij_nieuwe([rij for rij in uit.plan.rijen if rij.is_nieuw])
    regels = [str(paar) for paar in paren[:MEEST]]
    if len(paren) > MEEST:
        regels.append(f"en nog {len(paren) - MEEST} paren die misschien dubbel zijn.")
    return regels
