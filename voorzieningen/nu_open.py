"""Which places and provisions are open at a moment, for the filter of the search (M11).

Two queries instead of evaluating every timetable. ``stand()`` is the definition; what has a
deviation on the day is asked for it, and a test holds the rest against it.
"""

from datetime import date, datetime, timedelta
from typing import Any

from .models import Afwijking, Locatie, Openingstijd, Voorziening
from .openingstijden import feestdag
from .openingstijden.slots import HELE_DAG, bereik, wandklok

EEN_DAG = timedelta(days=1)
SOORTEN: dict[str, tuple[str, Any]] = {
    "plek": ("locatie", Locatie),
    "voorziening": ("voorziening", Voorziening),
}


def nu_open(op: datetime | None = None) -> dict[str, set[int]]:
    """{kind: numbers of what is open at ``op`` (default now)}, for the kinds that have times."""
    return {soort: _open(veld, model, op) for soort, (veld, model) in SOORTEN.items()}


def _open(veld: str, model: Any, op: datetime | None) -> set[int]:
    moment = wandklok(op)
    volgens_rooster = _volgens_rooster(veld, moment)
    anders = _met_afwijking(veld, moment.date())
    zelf_gevraagd = {
        ding.pk
        for ding in model.objects.filter(pk__in=anders).prefetch_related(*model.TIJDEN)
        if ding.stand(op).soort == "open"
    }
    return (volgens_rooster - anders) | zelf_gevraagd


def _met_afwijking(veld: str, vandaag: date) -> set[int]:
    """What has other times today, or had yesterday in an evening that may still go on."""
    rijen = Afwijking.objects.filter(van_dag__lte=vandaag, tot_dag__gte=vandaag - EEN_DAG)
    return set(rijen.filter(**{f"{veld}__isnull": False}).values_list(f"{veld}_id", flat=True))


def _volgens_rooster(veld: str, moment: datetime) -> set[int]:
    """Open by the week's rows: those of today, and yesterday's that run past midnight."""
    minuut = moment.hour * 60 + moment.minute
    vandaag, gisteren = moment.date(), moment.date() - EEN_DAG
    return _op_dag(veld, vandaag, minuut) | _op_dag(veld, gisteren, minuut + HELE_DAG)


def _op_dag(veld: str, dag: date, minuut: int) -> set[int]:
    """Open ``minuut`` minutes after the midnight that a day began with."""
    rijen = Openingstijd.objects.geldig(dag).filter(
        **{f"{veld}__isnull": False}, weekdag=dag.weekday(), op_afspraak=False
    )
    if feestdag(dag):
        rijen = rijen.filter(**{f"{veld}__feestdagen": "open"})
    open_nu = set()
    for nummer, van, tot in rijen.values_list(f"{veld}_id", "van", "tot"):
        begin, einde = bereik(van, tot)
        if begin <= minuut < einde:
            open_nu.add(nummer)
    return open_nu
