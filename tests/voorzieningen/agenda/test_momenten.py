"""The table of coming times follows every change, and the days that come and go."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from tests.fabriek import een_activiteit
from voorzieningen.agenda.momenten import VOORUIT, ververs, ververs_alles
from voorzieningen.models import Activiteit, ActiviteitDag, Moment
from voorzieningen.taken import agenda

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M11")]

MORGEN = timezone.localdate() + timedelta(days=1)
WEEK = timedelta(weeks=1)


def dagen(**filters) -> list[date]:
    return list(Moment.objects.filter(**filters).values_list("dag", flat=True))


def test_saving_writes_half_a_year():
    een_activiteit()
    assert dagen() == [MORGEN + nummer * WEEK for nummer in range(26)]


def test_saving_again_writes_nothing_new(django_assert_max_num_queries):
    activiteit = een_activiteit()
    voor = set(Moment.objects.values_list("pk", flat=True))
    with django_assert_max_num_queries(5):
        ververs(activiteit)
    assert set(Moment.objects.values_list("pk", flat=True)) == voor


def test_another_time_or_rhythm_replaces_what_was():
    activiteit = een_activiteit()
    activiteit.van, activiteit.tot, activiteit.herhaling = time(15), time(16), "twee_weken"
    activiteit.save()
    assert len(dagen()) == 13
    assert {moment.klok for moment in Moment.objects.all()} == {"15.00 – 16.00"}


def test_a_cancelled_day_is_kept_as_cancelled_and_comes_back_when_it_is_not():
    activiteit = een_activiteit()
    afwijking = ActiviteitDag.objects.create(activiteit=activiteit, dag=MORGEN, afgelast=True)
    assert dagen(stand="afgelast") == [MORGEN]
    assert Moment.objects.gaat_door().first().dag == MORGEN + WEEK
    afwijking.delete()
    assert dagen(stand="afgelast") == []
    assert Moment.objects.gaat_door().first().dag == MORGEN


def test_a_moved_day_stands_on_both_days():
    activiteit, later = een_activiteit(), MORGEN + timedelta(days=2)
    ActiviteitDag.objects.create(
        activiteit=activiteit, dag=MORGEN, nieuwe_dag=later, reden="De zaal is bezet"
    )
    oud, nieuw = Moment.objects.filter(gepland=MORGEN)
    assert (oud.stand, oud.dag, oud.naar) == ("verzet", MORGEN, nieuw.begin)
    assert (nieuw.stand, nieuw.dag) == ("gaat_door", later)
    assert nieuw.van_andere_dag


def test_what_is_further_away_than_half_a_year_is_known_by_its_next_time():
    ver = MORGEN + VOORUIT + timedelta(days=100)
    een_activiteit(begin_dag=ver, herhaling="een_keer")
    assert dagen() == [ver]


def test_what_is_over_has_no_times():
    een_activiteit(begin_dag=date(2020, 1, 7), herhaling="een_keer")
    assert dagen() == []


def test_the_daily_job_adds_what_comes_in_sight_and_drops_what_is_over():
    een_activiteit()
    ververs_alles(MORGEN + 2 * WEEK)
    assert dagen()[0] == MORGEN + 2 * WEEK
    assert len(dagen()) == 27


def test_the_job_repairs_what_somebody_changed_behind_its_back():
    een_activiteit()
    Moment.objects.all().delete()
    agenda()
    assert len(dagen()) == 26


def test_the_job_leaves_the_archive_alone():
    een_activiteit().archiveer("Gestopt.")
    assert ververs_alles() == 0
    assert not Moment.objects.zichtbaar().exists()


def test_a_time_counts_until_it_is_over():
    nu = timezone.localtime()
    een_activiteit(begin_dag=nu.date(), van=time(0), tot=time(23, 59), herhaling="een_keer")
    moment = Moment.objects.get()
    assert list(Moment.objects.komend(moment.einde - timedelta(minutes=1))) == [moment]
    assert not Moment.objects.komend(moment.einde).exists()


def test_without_an_end_it_counts_all_day():
    een_activiteit(tot=None, herhaling="een_keer")
    moment = Moment.objects.get()
    assert Moment.objects.komend(moment.begin + timedelta(hours=3)).exists()
    assert not Moment.objects.komend(moment.begin + timedelta(days=1)).exists()


def test_changing_one_day_counts_as_changing_the_activity():
    activiteit = een_activiteit()
    gisteren = timezone.now() - timedelta(days=1)
    Activiteit.objects.update(gewijzigd_op=gisteren)
    ActiviteitDag.objects.create(activiteit=activiteit, dag=MORGEN, afgelast=True)
    activiteit.refresh_from_db()
    assert activiteit.gewijzigd_op > gisteren
