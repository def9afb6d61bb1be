"""What hangs on one provision, as far as the public may see it.

Plain queries with few columns: for a single object they take half the time of prefetching.
"""

from dataclasses import dataclass

from django.db.models import CharField, Q, Value

from wijken.models import Gebied

from .models import Doelgroep, Locatie, Organisatie, Regieafspraak, Taal, Thema, Voorziening


@dataclass(frozen=True)
class Verbanden:
    """Who, for whom, where and about what; every list holds only what is visible."""

    verantwoordelijke: Organisatie | None
    uitvoerders: list[Organisatie]
    themas: list[Thema]
    doelgroepen: list[Doelgroep]
    gebieden: list[Gebied]
    plekken: list[Locatie]
    talen: list[str]
    regie: list[Organisatie]


def verbanden_van(voorziening: Voorziening) -> Verbanden:
    """Five queries."""
    nummer = voorziening.pk
    verantwoordelijke, uitvoerders, regie = _organisaties(voorziening)
    themas = Thema.objects.zichtbaar().filter(voorzieningen=nummer).select_related("ouder")
    doelgroepen, talen = _groepen_en_talen(nummer)
    gebieden = Gebied.objects.zichtbaar().filter(voorzieningen=nummer)
    return Verbanden(
        verantwoordelijke,
        uitvoerders,
        list(themas.only("naam", "slug", "ouder__naam", "ouder__slug")),
        doelgroepen,
        [] if voorziening.hele_gemeente else list(gebieden.only("naam", "slug")),
        list(Locatie.objects.zichtbaar().filter(voorzieningen=nummer).voor_links()),
        talen,
        regie,
    )


def _groepen_en_talen(nummer: int) -> tuple[list[Doelgroep], list[str]]:
    """For whom, and in which languages: names only, in one query; a language has no page."""
    groepen = Doelgroep.objects.zichtbaar().order_by().filter(voorzieningen=nummer)
    talen = Taal.objects.order_by().filter(voorziening=nummer)
    geen = Value("", output_field=CharField())
    rijen = groepen.values_list("volgorde", "naam", "slug").union(
        talen.values_list(Value(0), "naam", geen), all=True
    )
    op_volgorde = sorted(rijen)
    return (
        [Doelgroep(naam=naam, slug=slug) for _plaats, naam, slug in op_volgorde if slug],
        [naam for _plaats, naam, slug in op_volgorde if not slug],
    )


def _organisaties(
    voorziening: Voorziening,
) -> tuple[Organisatie | None, list[Organisatie], list[Organisatie]]:
    """Who is responsible, who carries it out, and who may have regie where more is going on (H4);
    one query."""
    uitvoerend = Voorziening.uitvoerders.through.objects.filter(voorziening=voorziening)
    nummers = uitvoerend.values("organisatie_id")
    over = Regieafspraak.objects.zichtbaar().order_by().over(voorziening).values("organisatie_id")
    keuze = Q(pk=voorziening.verantwoordelijke_id) | Q(pk__in=nummers) | Q(pk__in=over)
    rijen = list(
        Organisatie.objects.zichtbaar()
        .filter(keuze)
        .voor_links()
        .annotate(is_uitvoerder=Q(pk__in=nummers), heeft_regie=Q(pk__in=over))
    )
    wie = next((o for o in rijen if o.pk == voorziening.verantwoordelijke_id), None)
    return wie, _met(rijen, "is_uitvoerder"), _met(rijen, "heeft_regie")


def _met(rijen: list[Organisatie], kenmerk: str) -> list[Organisatie]:
    return [organisatie for organisatie in rijen if getattr(organisatie, kenmerk, False)]
