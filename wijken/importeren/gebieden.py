"""Keeping the areas of the CBS, without touching what people made of them (M1).

Names, borders and CBS parents come from the file. The own layout, contacts, introductions and
page addresses stay as they are.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings

from .. import grenzen
from ..codes import LENGTE, lees_code
from ..models import Gebied
from ..volgers import voor_de_wijziging
from .inlezen import MEERVOUD, Gebiedsrij, Inhoud, lees_gebieden
from .samenstellen import stel_grenzen_samen
from .verslag import Verslag, opsomming, telwoord
from .vervallen import laat_vervallen, titel


def importeer_gebieden(
    paden: Sequence[Path],
    laag: str | None = None,
    *,
    alle_paginas: bool = False,
    behoud_vervallen: bool = False,
) -> Verslag:
    """Read files and keep their areas; to be called inside a transaction.

    Raises Importfout for files that cannot be used. Areas that are not in the files any more
    are archived, unless they are in use: then the report says to stop.
    """
    inhoud = lees_gebieden(paden, eigen_gemeente(), laag, alle_paginas=alle_paginas)
    verslag = Verslag(meldingen=list(inhoud.meldingen), fouten=list(inhoud.fouten))
    daarna = voor_de_wijziging()
    bewaar(inhoud.rijen, verslag)
    verslag.meldingen += filter(None, (volger() for volger in daarna))
    if not verslag.fouten:
        _laat_vervallen(inhoud, verslag, behoud_vervallen)
    _meld_eigen_grenzen(verslag)
    _meld_zonder_wijk(verslag)
    return verslag


def eigen_gemeente() -> str:
    """'GM1991 Maashorst', or the code alone before the gemeente was imported."""
    gemeente = Gebied.objects.gemeente()
    return f"{settings.GEMEENTE_CODE} {gemeente or ''}".strip()


def bewaar(rijen: Iterable[Gebiedsrij], verslag: Verslag) -> None:
    """Add and change areas, highest level first so that a parent stands before its children."""
    bekend = {str(gebied.code): gebied for gebied in Gebied.objects.cbs().met_grens()}
    for rij in sorted(rijen, key=lambda rij: (LENGTE[rij.code.soort], rij.code)):
        _bewaar_rij(rij, bekend, verslag)
    _koppel_los_gebleven(bekend, verslag)


def _bewaar_rij(rij: Gebiedsrij, bekend: dict[str, Gebied], verslag: Verslag) -> None:
    soort, wie = MEERVOUD[rij.code.soort], f"{rij.naam or rij.code} ({rij.code})"
    gebied = bekend.get(str(rij.code))
    if gebied is None:
        bekend[str(rij.code)] = _nieuw(rij, bekend)
        verslag.noteer(soort, "toegevoegd", wie)
        return
    verschillen = _pas_toe(gebied, _waarden(rij, bekend))
    if verschillen or gebied.is_gearchiveerd:
        gebied.grens_bron = rij.bron
        gebied.herstel() if gebied.is_gearchiveerd else gebied.save()
        wat = ", ".join(verschillen) or "weer in gebruik"
        verslag.noteer(soort, "gewijzigd", f"{wie}: {wat}")
    else:
        verslag.noteer(soort, "gelijk", wie)


def _nieuw(rij: Gebiedsrij, bekend: dict[str, Gebied]) -> Gebied:
    velden = {"naam": str(rij.code)} | _waarden(rij, bekend)
    return Gebied.objects.create(
        code=str(rij.code),
        soort=rij.code.soort,
        indeling=Gebied.Indeling.CBS,
        grens_bron=rij.bron,
        **velden,
    )


def _waarden(rij: Gebiedsrij, bekend: dict[str, Gebied]) -> dict[str, Any]:
    """The fields that the file decides; a name or parent that it does not know is left alone."""
    ouder = bekend.get(str(rij.boven))
    waarden = {
        "naam": rij.naam or None,
        "cbs_ouder": ouder,
        "grens": grenzen.schrijf(rij.vorm),
        "grens_indicatief": False,
    }
    return {veld: waarde for veld, waarde in waarden.items() if waarde is not None}


def _pas_toe(gebied: Gebied, waarden: dict[str, Any]) -> list[str]:
    """Set the fields; returns what changed in words."""
    verschillen = []
    for veld, nieuw in waarden.items():
        oud = getattr(gebied, veld)
        if oud != nieuw:
            setattr(gebied, veld, nieuw)
            verschillen.append(_verschil(veld, oud, nieuw))
    return verschillen


def _verschil(veld: str, oud: Any, nieuw: Any) -> str:
    if veld == "naam":
        return f"heette {oud}"
    if veld == "cbs_ouder":
        return f"hoort bij {nieuw}"
    return "grens" if veld == "grens" else "grens was een schets"


def _koppel_los_gebleven(bekend: dict[str, Gebied], verslag: Verslag) -> None:
    """Give areas of an earlier file the parent that was not there yet."""
    gekoppeld = []
    for code, gebied in bekend.items():
        gelezen = lees_code(code)
        ouder = bekend.get(str(gelezen.boven)) if gelezen else None
        if gebied.cbs_ouder_id is None and ouder and not gebied.is_gearchiveerd:
            gebied.cbs_ouder = ouder
            gebied.save()
            gekoppeld.append(gebied.naam)
    if gekoppeld:
        verslag.meldingen.append(
            f"Alsnog aan hun wijk of gemeente gekoppeld: {opsomming(gekoppeld)}."
        )


def _laat_vervallen(inhoud: Inhoud, verslag: Verslag, behoud: bool) -> None:
    """Archive what the files no longer hold, of the levels that they do hold."""
    codes = {str(rij.code) for rij in inhoud.rijen}
    soorten = {rij.code.soort for rij in inhoud.rijen}
    weg = list(
        Gebied.objects.niet_gearchiveerd().cbs().filter(soort__in=soorten).exclude(code__in=codes)
    )
    if behoud and weg:
        namen = opsomming([titel(gebied) for gebied in weg])
        verslag.meldingen.append(f"Niet in het bestand, toch behouden: {namen}.")
        return
    laat_vervallen(
        weg,
        MEERVOUD,
        verslag,
        reden="Dit gebied bestaat niet meer in de indeling van het CBS.",
        advies=(
            "Is dit het goede bestand, van het goede jaar, en is het heel? Zo ja: bewaar eerst "
            "met --behoud-vervallen, zet om wat eraan hangt, en importeer dan nog eens zonder."
        ),
    )


def _meld_eigen_grenzen(verslag: Verslag) -> None:
    namen = stel_grenzen_samen()
    if namen:
        verslag.meldingen.append(
            f"Grens van eigen gebieden opnieuw samengesteld: {opsomming(namen)}."
        )


def _meld_zonder_wijk(verslag: Verslag) -> None:
    los = Gebied.objects.niet_gearchiveerd().cbs().filter(cbs_ouder__isnull=True)
    for soort, boven in (("buurt", "de wijken van het CBS"), ("wijk", "de gemeente")):
        aantal = los.filter(soort=soort).count()
        if aantal:
            verslag.meldingen.append(
                f"{telwoord(aantal, soort, MEERVOUD[soort])}: nog geen gebied erboven. Importeer "
                f"ook het bestand met {boven}; koppelen gaat dan vanzelf."
            )
