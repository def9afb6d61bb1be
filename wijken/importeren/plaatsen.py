"""Which place a four-digit postcode belongs to, to name a place outside the municipality (M1)."""

from collections.abc import Iterator
from pathlib import Path

from sociale_basis.kern.velden import lees_pc4

from ..models import Postcodeplaats
from .csvbestand import open_tabel
from .verslag import Verslag

KOLOMMEN = {
    "pc4": ("pc4", "postcode4", "postcode"),
    "plaats": ("plaats", "plaatsnaam", "woonplaats"),
}
SOORT = "plaatsen"


def importeer_plaatsen(pad: Path) -> Verslag:
    """Read the file and keep its places; those that are not in it stay.

    Raises Importfout if the file cannot be used.
    """
    verslag = Verslag()
    gelezen: dict[str, str] = {}
    for nummer, pc4, plaats in _rijen(pad, verslag):
        if gelezen.setdefault(pc4, plaats) != plaats:
            verslag.meldingen.append(
                f"rij {nummer}: {pc4} is ook {plaats}; {gelezen[pc4]} stond er eerst en telt."
            )
    _bewaar(gelezen, verslag)
    return verslag


def _rijen(pad: Path, verslag: Verslag) -> Iterator[tuple[int, str, str]]:
    with open_tabel(pad, KOLOMMEN, {"pc4", "plaats"}) as tabel:
        for nummer, rij in tabel.rijen():
            pc4, plaats = lees_pc4(rij["pc4"]), rij["plaats"]
            if pc4 is None:
                verslag.fouten.append(
                    f"rij {nummer}: {rij['pc4']!r} is geen postcode van 4 cijfers."
                )
            elif not 0 < len(plaats) <= 80:
                verslag.fouten.append(
                    f"rij {nummer}: bij {pc4} hoort een plaats van 1 tot 80 tekens."
                )
            else:
                yield nummer, pc4, plaats


def _bewaar(gelezen: dict[str, str], verslag: Verslag) -> None:
    bekend = {rij.pc4: rij for rij in Postcodeplaats.objects.all()}
    nieuw = {pc4: plaats for pc4, plaats in gelezen.items() if pc4 not in bekend}
    anders = [rij for pc4, rij in bekend.items() if gelezen.get(pc4, rij.plaats) != rij.plaats]
    gelijk = [str(rij) for pc4, rij in bekend.items() if gelezen.get(pc4) == rij.plaats]
    verslag.noteer(SOORT, "toegevoegd", *(f"{pc4} {plaats}" for pc4, plaats in nieuw.items()))
    verslag.noteer(
        SOORT, "gewijzigd", *(f"{rij.pc4} {gelezen[rij.pc4]}, was {rij.plaats}" for rij in anders)
    )
    verslag.noteer(SOORT, "gelijk", *gelijk)
    for rij in anders:
        rij.plaats = gelezen[rij.pc4]
    Postcodeplaats.objects.bulk_update(anders, ["plaats"], batch_size=500)
    Postcodeplaats.objects.bulk_create(
        (Postcodeplaats(pc4=pc4, plaats=plaats) for pc4, plaats in nieuw.items()), batch_size=1000
    )
