"""What of the sociale kaart can be found by searching, with which words and choices (H1, M2, M17).

A value of a facet is "slug|Name", so that a page of results needs no query to name its choices.
"""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from sociale_basis.kern.zoeken.registratie import (
    Teksten,
    registreer,
    registreer_afhankelijk,
    registreer_herkenner,
)
from wijken.models import Gebied
from wijken.zoeksoorten import OVERAL, STAAT_IN, wijkwaarden

from .boom.zoekvraag import laag_erboven
from .models import Begrip, Boomlaag, Doelgroep, Locatie, Organisatie, Taal, Thema, Voorziening

Facetten = dict[str, Iterable[str]]


def waarde(slug: str, naam: str) -> str:
    """A facet value with the name that the page shows."""
    return f"{slug}|{naam}"


def _voorzieningen() -> QuerySet:
    return Voorziening.objects.select_related("verantwoordelijke").prefetch_related(
        "themas__ouder",
        "doelgroepen",
        "gebieden__ouder",
        "uitvoerders",
        "locaties__gebied__ouder",
        "talen",
    )


def _woorden_van_themas(themas: Iterable[Thema]) -> str:
    return " ".join(f"{thema.naam} {thema.vraag}" for thema in themas)


def _tekst_voorziening(voorziening: Voorziening) -> Teksten:
    wie = [voorziening.verantwoordelijke, *voorziening.uitvoerders.all()]
    groepen = " ".join(groep.naam for groep in voorziening.doelgroepen.all())
    gebieden = " ".join(gebied.naam for gebied in voorziening.gebieden.all())
    return Teksten(
        titel=voorziening.titel,
        alledaags=voorziening.woorden,
        organisatie=" ".join(o.naam for o in wie if o and not o.is_gearchiveerd),
        kort=voorziening.kort,
        body=f"{voorziening.beschrijving} {voorziening.zo_begint_u}",
        extra=f"{_woorden_van_themas(voorziening.themas.all())} {groepen} {gebieden}",
    )


def _facetten_voorziening(voorziening: Voorziening) -> Facetten:
    themas = {t for thema in voorziening.themas.all() for t in (thema, thema.ouder) if t}
    gebieden = [] if voorziening.hele_gemeente else voorziening.gebieden.all()
    return {
        "thema": [waarde(t.slug, t.naam) for t in themas if not t.is_gearchiveerd],
        "doelgroep": [
            waarde(g.slug, g.naam) for g in voorziening.doelgroepen.all() if not g.is_gearchiveerd
        ],
        "wijk": [OVERAL] if voorziening.hele_gemeente else wijkwaarden(gebieden),
        STAAT_IN: wijkwaarden(p.gebied for p in _openbare_plekken(voorziening) if p.gebied),
        "hulp": [waarde(voorziening.soort, voorziening.get_soort_display())],
        "toegang": [waarde(voorziening.toegang, voorziening.get_toegang_display())],
        "kosten": [waarde(voorziening.kosten, voorziening.get_kosten_display())],
        "taal": [waarde(taal.code, taal.naam) for taal in voorziening.talen.all()],
    }


def _openbare_plekken(voorziening: Voorziening) -> list[Locatie]:
    """Its places that may be known; a confidential address counts nowhere."""
    plekken = voorziening.locaties.all()
    return [plek for plek in plekken if not (plek.vertrouwelijk or plek.is_gearchiveerd)]


def _punten_voorziening(voorziening: Voorziening) -> list[tuple[float, float]]:
    """Where its public places are."""
    return [
        (plek.lat, plek.lon)
        for plek in _openbare_plekken(voorziening)
        if plek.lat is not None and plek.lon is not None
    ]


def _tekst_organisatie(organisatie: Organisatie) -> Teksten:
    return Teksten(
        titel=organisatie.naam,
        kort=organisatie.kort,
        body=organisatie.beschrijving,
        extra=organisatie.get_soort_display(),
    )


def _tekst_plek(plek: Locatie) -> Teksten:
    ontmoeten = "ontmoetingsplek ontmoeten" if plek.is_ontmoetingsplek else ""
    return Teksten(
        titel=plek.naam,
        alledaags=plek.get_soort_display(),
        kort=plek.kort,
        body=plek.beschrijving,
        extra=f"{ontmoeten} {plek.straat} {plek.plaats}",
    )


def _facetten_plek(plek: Locatie) -> Facetten:
    return {"wijk": wijkwaarden([plek.gebied] if plek.gebied else [])}


def _punten_plek(plek: Locatie) -> list[tuple[float, float]]:
    if plek.vertrouwelijk or plek.lat is None or plek.lon is None:
        return []
    return [(plek.lat, plek.lon)]


def _tekst_thema(thema: Thema) -> Teksten:
    return Teksten(titel=thema.naam, alledaags=f"{thema.vraag} {thema.woorden}", kort=thema.uitleg)


def _tekst_begrip(begrip: Begrip) -> Teksten:
    return Teksten(titel=begrip.term, alledaags=begrip.andere_vormen, kort=begrip.uitleg)


def _tekst_laag(laag: Boomlaag) -> Teksten:
    """Also by the words of the layer just below: “wie helpt er boven het wijkteam”."""
    onder = Boomlaag.objects.zichtbaar().filter(volgorde__lt=laag.volgorde).last()
    return Teksten(
        titel=laag.naam,
        alledaags=laag.woorden,
        kort=laag.wat,
        body=f"{laag.wie} {laag.grens}",
        extra=f"{onder.naam} {onder.woorden}" if onder else "",
    )


def _geen(_ding: object) -> Facetten:
    return {}


def _is_algemeen_en_samen(voorziening: Voorziening) -> bool:
    """Collective and freely accessible, and not paid for (M17)."""
    return voorziening.bereken_rang() == 0 and voorziening.kosten != Voorziening.Kosten.BETAALD


def registreer_alles() -> None:
    """Every kind of this app, and what else changes their documents."""
    registreer(
        "voorziening", Voorziening, _tekst_voorziening, _facetten_voorziening,
        lambda: Voorziening.objects.zichtbaar(), _is_algemeen_en_samen,
        bron=_voorzieningen, punten=_punten_voorziening,
    )  # fmt: skip
    registreer(
        "organisatie",
        Organisatie,
        _tekst_organisatie,
        _geen,
        lambda: Organisatie.objects.zichtbaar(),
    )
    registreer(
        "plek", Locatie, _tekst_plek, _facetten_plek, lambda: Locatie.objects.zichtbaar(),
        bron=lambda: Locatie.objects.select_related("gebied__ouder"), punten=_punten_plek,
    )  # fmt: skip
    registreer("thema", Thema, _tekst_thema, _geen, lambda: Thema.objects.zichtbaar())
    registreer("begrip", Begrip, _tekst_begrip, _geen, lambda: Begrip.objects.zichtbaar())
    registreer("boomlaag", Boomlaag, _tekst_laag, _geen, lambda: Boomlaag.objects.zichtbaar())
    registreer_herkenner(laag_erboven)
    _registreer_afhankelijk()


def _registreer_afhankelijk() -> None:
    volgers = {
        Organisatie: lambda o: _nummers(Q(verantwoordelijke=o) | Q(uitvoerders=o)),
        Thema: lambda t: _nummers(Q(themas=t) | Q(themas__ouder=t)),
        Doelgroep: lambda g: _nummers(Q(doelgroepen=g)),
        Locatie: lambda p: _nummers(Q(locaties=p)),
        Taal: lambda t: _nummers(Q(talen=t)),
        Gebied: lambda g: _nummers(Q(gebieden__in=_rond(g)) | Q(locaties__gebied__in=_rond(g))),
    }
    for model, nummers in volgers.items():
        registreer_afhankelijk(model, "voorziening", nummers)
    registreer_afhankelijk(
        Gebied,
        "plek",
        lambda g: Locatie.objects.filter(gebied__in=_rond(g)).values_list("pk", flat=True),
    )
    registreer_afhankelijk(
        Boomlaag,
        "boomlaag",
        lambda laag: Boomlaag.objects.exclude(pk=laag.pk).values_list("pk", flat=True),
    )
    registreer_afhankelijk(Thema, "thema", lambda t: t.subthemas.values_list("pk", flat=True))


def _rond(gebied: Gebied) -> QuerySet:
    """The areas whose wijken change with this one: itself, those below it, the one above it."""
    keuze = Q(pk=gebied.pk) | Q(ouder=gebied) | Q(cbs_ouder=gebied) | Q(kinderen=gebied)
    return Gebied.objects.filter(keuze).order_by().values("pk")


def _nummers(keuze: Q) -> QuerySet:
    return Voorziening.objects.filter(keuze).values_list("pk", flat=True).distinct()
