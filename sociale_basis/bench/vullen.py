"""Synthetic provisions in bulk: the same rows every time, in a database of their own."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice, product
from typing import Any

from django.utils import timezone

from voorzieningen.models import Locatie, Organisatie, Thema, Voorziening
from wijken.models import Gebied

from .boom import vul_boom

WAT = ("Koffieochtend", "Formulierenhulp", "Taalmaatje", "Wandelgroep", "Budgetcursus", "Maatje",
       "Klussendienst", "Eettafel", "Spreekuur", "Huiswerkhulp")  # fmt: skip
VOOR = ("voor ouderen", "voor jongeren", "voor ouders", "voor mantelzorgers", "voor nieuwkomers")
STUK = 2000


def vul(aantal: int) -> None:
    """Make ``aantal`` provisions with places and organisations in eleven wijken."""
    wijken = _gebieden()
    themas = [Thema.objects.create(naam=f"Thema {nummer}") for nummer in range(14)]
    organisaties = _organisaties(max(10, aantal // 20))
    locaties = _locaties(max(20, aantal // 4), wijken)
    alles = _voorzieningen(aantal, organisaties)
    while stuk := list(islice(alles, STUK)):
        _koppel(Voorziening.objects.bulk_create(stuk), wijken, themas, locaties)
    vul_boom()


def _namen() -> Iterator[str]:
    nummer = 0
    while True:
        nummer += 1
        for wat, voor in product(WAT, VOOR):
            yield f"{wat} {voor} {nummer}"


def _gebieden() -> list[Gebied]:
    gemeente = Gebied.objects.create(
        naam="Benchstad", soort="gemeente", code="GM1991",
        contact_naam="Gemeente", contact_telefoon="085 000 1234",
    )  # fmt: skip
    return [
        Gebied.objects.create(naam=f"Wijk {nummer}", soort="wijk", indeling="eigen", ouder=gemeente)
        for nummer in range(1, 12)
    ]


def _termijnen() -> dict[str, Any]:
    vandaag = timezone.localdate()
    return {
        "laatst_gecontroleerd": vandaag,
        "controleren_voor": vandaag + timedelta(days=183),
        "verouderd_vanaf": vandaag + timedelta(days=366),
        "publicatie": "gepubliceerd",
    }


def _organisaties(aantal: int) -> list[Organisatie]:
    rijen = [
        Organisatie(
            naam=f"Stichting {n}", slug=f"stichting-{n}", sorteernaam=f"stichting{n}",
            kort="Helpt bewoners.", telefoon="+31850001234", **_termijnen(),
        )
        for n in range(aantal)
    ]  # fmt: skip
    return Organisatie.objects.bulk_create(rijen, batch_size=STUK)


def _locaties(aantal: int, wijken: list[Gebied]) -> list[Locatie]:
    rijen = [
        Locatie(
            naam=f"Plek {n}", slug=f"plek-{n}", sorteernaam=f"plek{n}", soort="wijkgebouw",
            gebied=wijken[n % len(wijken)],
            is_ontmoetingsplek=n % 3 == 0, straat="Straat", huisnummer=str(n), plaats="Benchstad",
            lat=51.6 + (n * 7919 % 10007) / 50_000, lon=5.5 + (n * 104_729 % 10009) / 50_000,
            **_termijnen(),
        )
        for n in range(aantal)
    ]  # fmt: skip
    return Locatie.objects.bulk_create(rijen, batch_size=STUK)


def _voorzieningen(aantal: int, organisaties: list[Organisatie]) -> Iterator[Voorziening]:
    termijnen = _termijnen()
    for nummer, titel in enumerate(islice(_namen(), aantal)):
        voorziening = Voorziening(
            titel=titel, slug=f"v-{nummer}", kort="Kom gerust langs. De koffie staat klaar.",
            beschrijving="Wij helpen u verder met wat er speelt. " * 8,
            verantwoordelijke=organisaties[nummer % len(organisaties)],
            toegang=("inloop", "aanmelden", "verwijzing", "indicatie")[nummer % 4],
            vorm=("collectief", "individueel")[nummer % 2], kosten="gratis",
            hele_gemeente=nummer % 3 == 0, **termijnen,
        )  # fmt: skip
        voorziening.vul_naamvelden()
        voorziening.rang = voorziening.bereken_rang()
        yield voorziening


def _koppel(
    rijen: list[Voorziening], wijken: list[Gebied], themas: list[Thema], locaties: list[Locatie]
) -> None:
    koppelingen = ((Voorziening.gebieden, wijken), (Voorziening.themas, themas),
                   (Voorziening.locaties, locaties))  # fmt: skip
    for relatie, keuzes in koppelingen:
        tussen: Any = relatie.through
        veld = f"{keuzes[0]._meta.model_name}_id"
        tussen.objects.bulk_create(
            tussen(voorziening_id=rij.pk, **{veld: keuzes[rij.pk % len(keuzes)].pk})
            for rij in rijen
        )
