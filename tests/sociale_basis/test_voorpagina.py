"""The front page: one question, everyday themes, the own wijk, a number (H1, H10)."""

import pytest

from tests.fabriek import de_gemeente, een_thema, een_wijk
from voorzieningen.models import Thema

pytestmark = pytest.mark.django_db


def html(client) -> str:
    return client.get("/").content.decode()


@pytest.mark.eis("H10")
def test_themes_stand_there_in_the_words_of_residents(client):
    geld = een_thema("Geld", vraag="Ik kom niet rond met mijn geld")
    Thema.objects.create(naam="Schulden", ouder=geld)
    assert "Ik kom niet rond met mijn geld" in html(client)
    assert "Schulden" not in html(client)


@pytest.mark.eis("H10")
def test_the_number_of_the_municipality_can_be_tapped(client):
    de_gemeente()
    assert html(client).split("</main>")[0].count('href="tel:+31850001234"') >= 1


@pytest.mark.eis("H10")
def test_the_number_stands_on_top_and_is_not_said_again_in_the_foot(client):
    de_gemeente()
    boven, onder = html(client).split("</h1>")[1].split("<footer")
    assert "tel:" in boven.split("Dit speelt er bij mij")[0]
    assert "tel:" not in onder


@pytest.mark.eis("H10")
def test_who_searches_for_somebody_else_is_shown_the_list(client):
    een_thema("Geld")
    assert "Zoekt u voor iemand anders?" in html(client)


@pytest.mark.eis("H6")
def test_a_postcode_leads_to_the_own_wijk(client):
    een_wijk()
    assert 'action="/mijn-wijk/"' in html(client)
    assert 'name="postcode"' in html(client)


@pytest.mark.eis("H11")
def test_every_page_says_that_the_network_gives_no_care(client):
    assert "Wij geven zelf geen zorg" in html(client)


def test_a_portal_without_any_data_still_helps(client):
    assert "nog geen onderwerpen" in html(client)
    assert 'href="tel:1400"' in html(client)


def test_it_takes_few_queries(client, django_assert_max_num_queries):
    for nummer in range(14):
        een_thema(f"Thema {nummer}")
        een_wijk(f"Wijk {nummer}")
    with django_assert_max_num_queries(5):
        html(client)
