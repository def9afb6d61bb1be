"""The filter "nu open" finds exactly what says of itself that it is open (M11)."""

from datetime import date, datetime, time, timedelta
from random import Random

import pytest

from tests.fabriek import een_plek
from voorzieningen.models import Afwijking, Locatie, Openingstijd
from voorzieningen.nu_open import nu_open

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M11")]

TIJDEN = [time(0), time(1), time(9), time(12), time(13, 30), time(17), time(21), time(23, 59)]
# A usual week, the nights around it, Christmas, Koningsdag and both changes of the clock.
DAGEN = [date(2026, 11, 23) + timedelta(days=n) for n in range(8)] + [
    date(2026, 12, 25), date(2026, 12, 26), date(2026, 4, 27), date(2026, 3, 29),
    date(2026, 10, 25),
]  # fmt: skip


def een_rooster(kans: Random, nummer: int) -> None:
    plek = een_plek(f"Plek {nummer}", feestdagen=kans.choice(["dicht", "open"]))
    for _rij in range(kans.randint(1, 6)):
        van, tot = kans.sample(TIJDEN, 2)
        Openingstijd.objects.create(
            locatie=plek,
            weekdag=kans.randint(0, 6),
            van=van,
            tot=tot,
            op_afspraak=kans.random() < 0.2,
            geldig_van=kans.choice([None, date(2026, 11, 25)]),
            geldig_tot=kans.choice([None, None, date(2026, 12, 25)]),
        )
    if kans.random() < 0.4:
        _een_afwijking(kans, plek)


def _een_afwijking(kans: Random, plek: Locatie) -> None:
    dag = kans.choice(DAGEN)
    gesloten = kans.random() < 0.5
    van, tot = (None, None) if gesloten else (time(10), time(2))
    Afwijking.objects.create(
        locatie=plek,
        van_dag=dag,
        tot_dag=dag + timedelta(days=1),
        gesloten=gesloten,
        van=van,
        tot=tot,
    )


def test_the_filter_and_the_sentence_on_the_page_always_agree():
    kans = Random(20261122)
    for nummer in range(40):
        een_rooster(kans, nummer)
    plekken = list(Locatie.objects.prefetch_related(*Locatie.TIJDEN))
    for dag in DAGEN:
        for uur in (0, 1, 3, 9, 11, 12, 14, 17, 22, 23):
            op = datetime.combine(dag, time(uur, 15))
            zelf = {plek.pk for plek in plekken if plek.stand(op).soort == "open"}
            assert nu_open(op)["plek"] == zelf, op


def test_it_asks_few_questions_however_many_there_are(django_assert_max_num_queries):
    kans = Random(1)
    for nummer in range(30):
        een_rooster(kans, nummer)
    with django_assert_max_num_queries(12):
        nu_open(datetime(2026, 12, 25, 11, 0))
