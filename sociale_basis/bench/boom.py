"""A boom to measure: layers, steps of their own for many provisions, agreements about regie."""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, pairwise, product
from typing import Any

from voorzieningen.models import (
    Boomlaag,
    Organisatie,
    Regieafspraak,
    Stap,
    Thema,
    Voorwaarde,
    Voorziening,
)

STAPPEN = 2000
AFSPRAKEN = 60
DOELEN = 100  # provisions at which the steps of others end
LAGEN = (("Buurt", "buurt", "wijk"), ("Team", "vrij", "wijk"), ("Toegang", "", "gemeente"),
         ("Specialist", "drempel", "gemeente"))  # fmt: skip
WOORDEN = {
    "wanneer": "Het lukt niet meer alleen, en het duurt al een tijd.",
    "wie": "de helper",
    "wie_belt": "De helper belt, met de bewoner erbij.",
    "wat_verteld": "Alleen waar de bewoner ja op zegt.",
    "duur": "Een week.",
}


def vul_boom() -> None:
    """``STAPPEN`` steps beside those of the layers, and ``AFSPRAKEN`` agreements."""
    lagen = [
        Boomlaag.objects.create(
            naam=naam, volgorde=plaats, opvang=opvang, niveau=niveau,
            wat="Hier helpen mensen elkaar.", wie="buren, helpers",
        )
        for plaats, (naam, opvang, niveau) in enumerate(LAGEN, start=1)
    ]  # fmt: skip
    for onder, boven in pairwise(lagen):
        Stap.objects.create(soort="ondersteuning", van_laag=onder, naar_laag=boven, **WOORDEN)
        Stap.objects.create(soort="afschalen", van_laag=boven, naar_laag=onder, **WOORDEN)
    Stap.objects.bulk_create(_stappen(), batch_size=500)
    _afspraken(list(Thema.objects.all()), list(Organisatie.objects.all()[:20]))


def _stappen() -> Iterator[Stap]:
    """From what is free to what needs a decision: never down a layer, so never in a circle."""
    vrij = Voorziening.objects.filter(toegang__in=Voorziening.VRIJ_TOEGANKELIJK).order_by("pk")
    doelen = list(Voorziening.objects.filter(toegang="indicatie").order_by("pk")[:DOELEN])
    paren = product(("ondersteuning", "overnemen"), enumerate(vrij.iterator()))
    for nummer, (soort, (plek, van)) in enumerate(islice(paren, STAPPEN)):
        stap = Stap(
            naam=f"Stap {nummer}", slug=f"stap-{nummer}", soort=soort, van_voorziening=van,
            naar_voorziening=doelen[plek % len(doelen)], **WOORDEN,
        )  # fmt: skip
        stap.vul_naamvelden()
        yield stap


def _afspraken(themas: Sequence[Thema], organisaties: Sequence[Organisatie]) -> None:
    voorwaarden = [Voorwaarde.objects.create(naam=f"Voorwaarde {n}") for n in range(6)]
    for nummer, paar in enumerate(islice(combinations(themas, 2), AFSPRAKEN)):
        velden: dict[str, Any] = {"waarom": "Dit past.", "anderen": "Zij helpen mee."}
        afspraak = Regieafspraak.objects.create(
            naam=f"Afspraak {nummer}", functie="coach",
            organisatie=organisaties[nummer % len(organisaties)], **velden,
        )  # fmt: skip
        afspraak.themas.set(paar)
        afspraak.voorwaarden.set(voorwaarden[: nummer % 3])
