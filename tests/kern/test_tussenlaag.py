"""What holds for every request: no null characters, and no page of one visitor for another."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "adres",
    [
        "/voorzieningen/?wijk=%00",
        "/kaart/?thema=geld%00",
        "/kaart/punten.json?wijk=%00",
        "/kaart/grenzen.json?gebied=%00",
        "/nergens/?x=%00",
    ],
)
def test_a_null_character_gets_our_own_page_that_helps_on_either_database(client, adres):
    antwoord = client.get(adres)
    assert antwoord.status_code == 400
    assert "Dit adres klopt niet" in antwoord.content.decode()
    assert "default-src 'self'" in antwoord["Content-Security-Policy"]


def test_staff_get_the_same_answer(admin_client):
    adres = "/beheer/voorzieningen/voorziening/?publicatie__exact=%00"
    assert admin_client.get(adres).status_code == 400


def test_any_other_strange_character_is_looked_up_and_not_found(client):
    assert client.get("/voorzieningen/?wijk=%C3%28%E2%80%AE").status_code == 404


@pytest.mark.parametrize("adres", ["/", "/kaart/", "/voorzieningen/", "/nergens/"])
def test_a_cache_on_the_way_keeps_the_pages_of_visitors_apart(client, adres):
    assert "Cookie" in client.get(adres)["Vary"]


def test_what_is_the_same_for_everybody_may_be_kept_for_everybody(client):
    assert not client.get("/kaart/punten.json").has_header("Vary")


def test_a_shared_computer_does_not_keep_a_list(client):
    assert "no-store" in client.get("/mijn-lijst/")["Cache-Control"]
