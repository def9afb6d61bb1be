"""Which places and provisions are open at a moment, for the filter of the search (M11).

Two queries instead of evaluating every timetable. ``stand()`` is the definition; what has a
deviation on the day is asked for it (two queries more), and a test holds the rest against it.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from .models import Afwijking, Locatie, Openingstijd, Voorziening
from .openingstijden import feestdag
from .openingstijden.slots import HELE_DAG, bereik, wandklok

EEN_DAG = timedelta(days=1)
SOORTEN: dict[str, tuple[str, Any]] = {
    "plek": ("locatie", Locatie),
    "voorziening": ("voorziening", Voorziening),
}
NUMMERS = [f"{veld}_id" for veld, _model in SOORTEN.values()]


def nu_open(op: datetime | None = None) -> dict[str, set[int]]:
    """{kind: numbers of what is open at ``op`` (default now)}, for the kinds that have times."""
    moment = wandklok(op)
    rooster, afwijkend = _volgens_rooster(moment), _met_afwijking(moment.date())
    return {
        soort: _open(model, rooster[veld], afwijkend[veld], op)
        for soort, (veld, model) in SOORTEN.items()
    }


def _open(model: Any, volgens_rooster: set[int], anders: set[int], op: datetime | None) -> set[int]:
    if not anders:
        return volgens_rooster
    zelf_gevraagd = {
        ding.pk
        for ding in model.objects.filter(pk__in=anders).prefetch_related(*model.TIJDEN)
        if ding.stand(op).soort == "open"
    }
    return (volgens_rooster - anders) | zelf_gevraagd


def _met_afwijking(vandaag: date) -> dict[str, set[int]]:
    """What has other times today, or had yesterday in an evening that may still go on."""
    rijen = Afwijking.objects.filter(van_dag__lte=vandaag, tot_dag__gte=vandaag - EEN_DAG)
    return _per_veld(rijen.values_list(*NUMMERS))


def _volgens_rooster(moment: datetime) -> dict[str, set[int]]:
    """Open by the week's rows: those of today, and yesterday's that run past midnight."""
    minuut, vandaag = moment.hour * 60 + moment.minute, moment.date()
    gisteren = vandaag - EEN_DAG
    sinds = {vandaag.weekday(): minuut, gisteren.weekday(): minuut + HELE_DAG}
    rijen = (_op_dag(vandaag) | _op_dag(gisteren)).values_list(*NUMMERS, "weekdag", "van", "tot")
    return _per_veld(
        nummers for *nummers, dag, van, tot in rijen if _loopt(bereik(van, tot), sinds[dag])
    )


def _op_dag(dag: date) -> QuerySet:
    rijen = Openingstijd.objects.geldig(dag).filter(weekdag=dag.weekday(), op_afspraak=False)
    if feestdag(dag):
        open_op_feestdagen = Q(locatie__feestdagen="open") | Q(voorziening__feestdagen="open")
        rijen = rijen.filter(open_op_feestdagen)
    return rijen


def _loopt(tijd: tuple[int, int], minuut: int) -> bool:
    return tijd[0] <= minuut < tijd[1]


def _per_veld(rijen: Iterable[Sequence[int | None]]) -> dict[str, set[int]]:
    kolommen = list(zip(*rijen, strict=True)) or [()] * len(NUMMERS)
    return {
        veld: {nummer for nummer in kolom if nummer is not None}
        for (veld, _model), kolom in zip(SOORTEN.values(), kolommen, strict=True)
    }
