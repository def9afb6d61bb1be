"""The areas of the demo: gemeente, CBS wijken, buurten, own wijken and postcodes (M1)."""

from pathlib import Path

from shapely import Polygon

from wijken import grenzen
from wijken.importeren.indeling import importeer_indeling
from wijken.models import Gebied, Postcodegebied, Postcodeplaats

from .bron import Bron, Demofout, Register, Rij
from .schets import Lonlat, schets_grenzen

BESTAND = "gebieden.toml"
BRON = "Schets voor de demo"


def laad_gebieden(bron: Bron, indeling: Path) -> Register[Gebied]:
    """Make all areas; returns the own stadsdelen and wijken by name."""
    gemeente, omtrek = _gemeente(bron)
    cbs_wijken = _cbs_wijken(bron, gemeente)
    buurten = _buurten(bron, cbs_wijken, omtrek)
    _deel_in(indeling)
    _postcodes(bron, buurten)
    return _vul_wijken(bron)


def _gemeente(bron: Bron) -> tuple[Gebied, list[Lonlat]]:
    rij = Rij(BESTAND, bron.lees(BESTAND)["gemeente"])
    omtrek = rij.neem("omtrek")
    gemeente = rij.maak(
        Gebied,
        soort=Gebied.Soort.GEMEENTE,
        grens=grenzen.schrijf(Polygon(omtrek)),
        grens_bron=BRON,
        grens_indicatief=True,
    )
    gemeente.save()
    return gemeente, omtrek


def _cbs_wijken(bron: Bron, gemeente: Gebied) -> Register[Gebied]:
    """By code; their borders follow from their buurten and are not needed on any page."""
    wijken: Register[Gebied] = Register()
    for rij in bron.rijen(BESTAND, "cbs_wijk"):
        wijk = rij.maak(Gebied, soort=Gebied.Soort.WIJK, cbs_ouder=gemeente)
        wijk.save()
        wijken[str(wijk.code)] = wijk
    return wijken


def _buurten(bron: Bron, cbs_wijken: Register[Gebied], omtrek: list[Lonlat]) -> Register[Gebied]:
    """By code, each with its part of the sketch."""
    rijen = list(bron.rijen(BESTAND, "buurt"))
    cellen = schets_grenzen({rij.velden["code"]: rij.neem("midden") for rij in rijen}, omtrek)
    buurten: Register[Gebied] = Register()
    for rij in rijen:
        code = rij.velden["code"]
        buurt = rij.maak(
            Gebied,
            soort=Gebied.Soort.BUURT,
            cbs_ouder=cbs_wijken.vind(rij, f"WK{code[2:8]}"),
            grens=grenzen.schrijf(cellen[code]),
            grens_bron=BRON,
            grens_indicatief=True,
        )
        buurt.save()
        buurten[code] = buurt
    return buurten


def _deel_in(indeling: Path) -> None:
    """The own wijken as a municipality would make them: with the import command's own code.

    The list of the policy has a misprint; the import names it and takes the likely code.
    """
    verslag = importeer_indeling(indeling, neem_suggestie_over=True)
    if verslag.fouten:
        raise Demofout(f"{indeling.name}: {' '.join(verslag.fouten)}")


def _vul_wijken(bron: Bron) -> Register[Gebied]:
    """Introduction, order and first contact of the own stadsdelen and wijken."""
    wijken = Register({w.naam: w for w in Gebied.objects.eigen().met_grens()})
    for rij in bron.rijen(BESTAND, "wijk"):
        wijk = wijken.vind(rij, rij.velden["naam"])
        for veld, waarde in rij.velden.items():
            setattr(wijk, veld, waarde)
        wijk.full_clean()
        wijk.save()
    return wijken


def _postcodes(bron: Bron, buurten: Register[Gebied]) -> None:
    Postcodegebied.objects.bulk_create(
        rij.maak(Postcodegebied, buurt=buurten.neem(rij, "buurt"))
        for rij in bron.rijen(BESTAND, "postcode")
    )
    Postcodeplaats.objects.bulk_create(
        rij.maak(Postcodeplaats) for rij in bron.rijen(BESTAND, "plaats")
    )
