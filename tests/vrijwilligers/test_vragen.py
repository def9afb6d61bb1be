"""What becomes of questions that were asked by name (H6, L5, V7)."""

import pytest
from django.test import Client

from tests.wijken.vragen.mensen import Mensen, een_vraag
from vrijwilligers.models import Aanspreekpersoon
from wijken.geadresseerden import zoek_geadresseerde
from wijken.models import Hulpvraag
from wijken.vragen import handelingen

from .mensen import een_aanspreekpersoon, een_login

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H6"), pytest.mark.eis("L5")]


@pytest.fixture
def fatima() -> Aanspreekpersoon:
    persoon = een_aanspreekpersoon("Fatima", Mensen().volkel)
    een_login(persoon)
    return persoon


@pytest.fixture
def code(fatima) -> str:
    """The code of a question that was put to Fatima, and that she answered."""
    wie = zoek_geadresseerde(fatima.slug)
    vraag = een_vraag(wie.gebied, aan=wie, slug=fatima.slug)
    handelingen.antwoord(vraag, fatima.gebruiker, "Kom maar langs.")
    return vraag.code


def wat_de_vrager_leest(code: str) -> str:
    return Client().get(f"/vraag/{code}/", follow=True).content.decode()


def bij_fatima(persoon: Aanspreekpersoon) -> int:
    client = Client()
    client.force_login(persoon.gebruiker)
    return client.get(Hulpvraag.objects.get().werkpad).status_code


def test_the_page_to_ask_says_to_whom(fatima, client):
    html = client.get(fatima.vraag_url).content.decode()
    assert "Stel uw vraag aan Fatima" in html


@pytest.mark.parametrize("stand", ["vol", "pauze"])
def test_who_is_full_or_paused_takes_no_new_question_and_finishes_the_old(fatima, code, stand):
    fatima.zet_stand(stand)
    assert "Fatima" not in Client().get(fatima.vraag_url).content.decode()
    assert bij_fatima(fatima) == 200


@pytest.mark.eis("V7")
def test_who_stops_lets_go_and_the_asker_no_longer_reads_the_name(fatima, code):
    assert "Antwoord van Fatima" in wat_de_vrager_leest(code)
    fatima.stop()
    html = wat_de_vrager_leest(code)
    assert "Kom maar langs." in html
    assert "Antwoord van een aanspreekpersoon" in html
    assert "Fatima" not in html
    assert bij_fatima(fatima) in (403, 404)


@pytest.mark.eis("V7")
def test_what_she_had_taken_up_goes_back_to_the_team(fatima, code):
    Hulpvraag.objects.update(stand="in_behandeling", behandelaar=fatima.gebruiker)
    fatima.stop()
    vraag = Hulpvraag.objects.get()
    assert (vraag.stand, vraag.behandelaar, vraag.gericht_aan, vraag.aan_naam) == (
        "ontvangen", None, None, "",
    )  # fmt: skip


def test_what_she_was_asked_costs_twelve_queries(fatima, code, django_assert_max_num_queries):
    client = Client()
    client.force_login(fatima.gebruiker)
    for adres in (Hulpvraag.objects.get().werkpad, "/werk/vragen/", "/werk/"):
        client.get(adres)
        with django_assert_max_num_queries(12):
            assert client.get(adres).status_code in (200, 302)


def test_who_was_never_asked_has_no_list_of_questions(fatima):
    client = Client()
    client.force_login(fatima.gebruiker)
    assert client.get("/werk/vragen/").status_code == 403
