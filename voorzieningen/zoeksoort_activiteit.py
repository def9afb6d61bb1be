"""Activities in the search: found by title, theme and place, as long as there is a day to come."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from sociale_basis.kern.zoeken.registratie import Teksten, registreer, registreer_afhankelijk
from wijken.models import Gebied
from wijken.zoeksoorten import OVERAL, STAAT_IN, wijkwaarden

from .models import (
    Activiteit,
    ActiviteitDag,
    Doelgroep,
    Locatie,
    Organisatie,
    Thema,
    Voorziening,
)


def _bron() -> QuerySet:
    return Activiteit.objects.select_related(
        "verantwoordelijke", "locatie__gebied__ouder"
    ).prefetch_related("themas__ouder", "doelgroepen", "gebieden__ouder")


def _tekst(activiteit: Activiteit) -> Teksten:
    """A theme says what it is about by its name only: its question belongs to the help itself."""
    themas = " ".join(thema.naam for thema in activiteit.themas.all())
    groepen = " ".join(groep.naam for groep in activiteit.doelgroepen.all())
    gebieden = " ".join(gebied.naam for gebied in activiteit.gebieden.all())
    wie, plek = activiteit.verantwoordelijke, activiteit.locatie
    soort = activiteit.get_soort_display()
    return Teksten(
        titel=activiteit.titel,
        organisatie=wie.naam if wie and not wie.is_gearchiveerd else "",
        kort=activiteit.kort,
        body=activiteit.beschrijving,
        extra=f"{soort} {themas} {groepen} {gebieden} {_plekwoorden(plek)}",
    )


def _plekwoorden(plek: Locatie | None) -> str:
    return f"{plek.naam} {plek.plaats}" if plek and not plek.vertrouwelijk else ""


def _facetten(activiteit: Activiteit) -> dict[str, Iterable[str]]:
    themas = {t for thema in activiteit.themas.all() for t in (thema, thema.ouder) if t}
    groepen = activiteit.doelgroepen.all()
    plek = activiteit.locatie
    ter_plekke = [plek.gebied] if plek and plek.gebied and not plek.vertrouwelijk else []
    genoemd = list(activiteit.gebieden.all()) or ter_plekke
    return {
        "thema": [f"{t.slug}|{t.naam}" for t in themas if not t.is_gearchiveerd],
        "doelgroep": [f"{g.slug}|{g.naam}" for g in groepen if not g.is_gearchiveerd],
        "wijk": [OVERAL] if activiteit.hele_gemeente else wijkwaarden(genoemd),
        STAAT_IN: wijkwaarden(ter_plekke),
        "toegang": [f"{activiteit.toegang}|{activiteit.get_toegang_display()}"],
        "kosten": [f"{activiteit.kosten}|{activiteit.get_kosten_display()}"],
    }


def _punten(activiteit: Activiteit) -> list[tuple[float, float]]:
    plek = activiteit.locatie
    if plek is None or plek.vertrouwelijk or plek.lat is None or plek.lon is None:
        return []
    return [(plek.lat, plek.lon)]


def registreer_activiteiten() -> None:
    """The kind, and what else changes its documents or whether they may be seen."""
    registreer(
        "activiteit", Activiteit, _tekst, _facetten,
        lambda: Activiteit.objects.zichtbaar().die_nog_komen(), bron=_bron, punten=_punten,
    )  # fmt: skip
    volgers: dict[Any, Any] = {
        Organisatie: lambda o: Q(verantwoordelijke=o),
        Locatie: lambda p: Q(locatie=p),
        Voorziening: lambda v: Q(voorziening=v),
        Thema: lambda t: Q(themas=t) | Q(themas__ouder=t),
        Doelgroep: lambda g: Q(doelgroepen=g),
        ActiviteitDag: lambda d: Q(pk=d.activiteit_id),
        Gebied: lambda g: Q(gebieden__in=_rond(g)) | Q(locatie__gebied__in=_rond(g)),
    }
    for model, keuze in volgers.items():
        registreer_afhankelijk(model, "activiteit", _nummers(keuze))


def _nummers(keuze: Any) -> Any:
    """From an object to the numbers of the activities that change with it."""

    def nummers(ding: Any) -> QuerySet:
        rijen = Activiteit.objects.filter(keuze(ding)).order_by()
        return rijen.values_list("pk", flat=True).distinct()

    return nummers


def _rond(gebied: Gebied) -> QuerySet:
    """The areas whose wijken change with this one: itself, those below it, the one above it."""
    keuze = Q(pk=gebied.pk) | Q(ouder=gebied) | Q(cbs_ouder=gebied) | Q(kinderen=gebied)
    return Gebied.objects.filter(keuze).order_by().values("pk")
