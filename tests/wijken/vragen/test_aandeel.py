"""The share that was answered in time: honest, and public once there are enough (L5, V7)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.fabriek import een_wijk
from wijken.models import Gebied, Hulpvraag, Vraagcijfer
from wijken.models.vraagcijfer import maand_van
from wijken.vragen import handelingen
from wijken.vragen.aandeel import Aandeel, aandeel_van, per_gebied

from .mensen import Mensen, een_beantwoorde_vraag, een_vraag, met_spatie

pytestmark = [pytest.mark.django_db, pytest.mark.eis("L5")]


def cijfers(gebied: Gebied, aantal: int, *, te_laat: int = 0, maanden: int = 3) -> None:
    """Questions that are gone already, answered so many months ago."""
    maand = maand_van(timezone.localdate() - timedelta(days=30 * maanden))
    Vraagcijfer.objects.bulk_create(
        Vraagcijfer(gebied=gebied, maand=maand, werkdagen=2, op_tijd=nummer >= te_laat)
        for nummer in range(aantal)
    )


def blok(client: Client, slug: str = "volkel") -> str:
    return met_spatie(client.get(f"/wijk/{slug}/").content.decode())


# --- how it is counted ---------------------------------------------------------------------


def test_it_counts_what_is_kept_and_what_is_gone(mensen: Mensen) -> None:
    cijfers(mensen.volkel, 5, te_laat=1)
    een_beantwoorde_vraag(mensen.volkel, mensen.fenna)
    assert per_gebied() == {mensen.volkel.pk: Aandeel(op_tijd=5, beantwoord=6, totaal=6)}


def test_a_question_counts_once_before_and_after_it_goes(mensen: Mensen) -> None:
    een_beantwoorde_vraag(mensen.volkel, mensen.fenna, tekst="a")
    een_beantwoorde_vraag(mensen.volkel, mensen.fenna, tekst="b", dagen_geleden=40)
    een_vraag(mensen.volkel, "c", dagen_geleden=40)
    vooraf = per_gebied()
    Hulpvraag.objects.all().delete()
    assert per_gebied() == vooraf == {mensen.volkel.pk: Aandeel(1, 2, 3)}


def test_silence_past_the_day_counts_as_late(mensen: Mensen) -> None:
    een_vraag(mensen.volkel, "a", dagen_geleden=20)
    een_vraag(mensen.volkel, "b")
    assert per_gebied() == {mensen.volkel.pk: Aandeel(0, 0, 1)}


def test_closing_without_an_answer_is_no_way_out(mensen: Mensen) -> None:
    laat, op_tijd = een_vraag(mensen.volkel, "a", dagen_geleden=20), een_vraag(mensen.volkel, "b")
    for vraag in (laat, op_tijd):
        handelingen.sluit(vraag, mensen.fenna.gebruiker, "Weg.")
    assert per_gebied() == {mensen.volkel.pk: Aandeel(0, 0, 1)}


def test_only_the_last_twelve_months_count(mensen: Mensen) -> None:
    cijfers(mensen.volkel, 9, maanden=14)
    een_beantwoorde_vraag(mensen.volkel, mensen.fenna, dagen_geleden=400)
    assert not per_gebied()


def test_the_wijk_that_asked_is_counted_whoever_answers(mensen: Mensen) -> None:
    een_beantwoorde_vraag(mensen.zeeland, mensen.gerda)
    assert list(per_gebied()) == [mensen.zeeland.pk]


def test_a_stadsdeel_adds_up_its_wijken_and_the_municipality_everything(mensen: Mensen) -> None:
    oost = een_wijk("Oost", soort="stadsdeel")
    kom = een_wijk("Kom", ouder=oost)
    cijfers(kom, 3)
    cijfers(mensen.reek, 4)
    alle = per_gebied()
    assert [aandeel_van(plek, alle).totaal for plek in (kom, oost, mensen.gemeente)] == [3, 3, 7]


@pytest.mark.parametrize(("goed", "totaal", "procent"), [(0, 0, 0), (1, 3, 33), (10, 10, 100)])
def test_a_share_is_a_whole_percentage(goed: int, totaal: int, procent: int) -> None:
    assert Aandeel(goed, totaal, totaal).procent == procent


# --- what is public ------------------------------------------------------------------------


@pytest.mark.eis("V7")
def test_below_ten_answers_nothing_is_told(client: Client, mensen: Mensen) -> None:
    cijfers(mensen.volkel, 9)
    assert "procent" not in blok(client)
    assert "Wij antwoorden binnen 3 werkdagen." in blok(client)


def test_from_ten_answers_on_the_wijk_tells_its_share(client: Client, mensen: Mensen) -> None:
    cijfers(mensen.volkel, 10, te_laat=1)
    assert "In Volkel kreeg het afgelopen jaar 90 procent van de vragen op tijd antwoord." in blok(
        client
    )


def test_with_too_few_in_the_wijk_it_tells_that_of_the_municipality(
    client: Client, mensen: Mensen
) -> None:
    cijfers(mensen.volkel, 4)
    cijfers(mensen.reek, 8)
    assert "In Maashorst kreeg het afgelopen jaar 100 procent" in blok(client)
    assert "In Maashorst kreeg" in blok(client, "maashorst")


def test_ten_that_were_never_answered_are_not_enough(mensen: Mensen) -> None:
    for nummer in range(11):
        een_vraag(mensen.volkel, str(nummer), dagen_geleden=30)
    assert not aandeel_van(mensen.volkel, per_gebied()).is_openbaar


def test_the_figures_cost_one_query(mensen: Mensen) -> None:
    cijfers(mensen.volkel, 30)
    with CaptureQueriesContext(connection) as gevraagd:
        per_gebied()
    assert len(gevraagd) == 1
