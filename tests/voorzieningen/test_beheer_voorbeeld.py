"""A preview is the public page itself, for staff alone."""

import pytest

from sociale_basis.demo.gebruikers import maak_logins
from tests.fabriek import een_geheime_plek, een_organisatie, een_plek, een_voorziening

from .beheer import open_formulier, wijzig

pytestmark = pytest.mark.django_db

SOORTEN = [een_organisatie, een_plek, een_voorziening]


@pytest.fixture
def redacteur(client):
    client.force_login(maak_logins()["redacteur"])
    return client


def voorbeeld(ding) -> str:
    return wijzig(ding).replace("change", "voorbeeld")


@pytest.mark.parametrize("maak", SOORTEN)
def test_staff_see_the_page_of_a_draft_with_a_bar_that_says_so(redacteur, maak):
    concept = maak(publicatie="concept")
    html = redacteur.get(voorbeeld(concept)).content.decode()
    assert "Voorbeeld, alleen voor u" in html
    assert f'href="{wijzig(concept)}"' in html
    assert f'<h1 class="nl-heading nl-heading--level-1">{concept}</h1>' in html


@pytest.mark.parametrize("maak", SOORTEN)
def test_the_public_sees_neither_the_draft_nor_its_preview(client, maak):
    concept = maak(publicatie="concept")
    assert client.get(concept.get_absolute_url()).status_code == 404
    antwoord = client.get(voorbeeld(concept))
    assert antwoord.status_code == 302
    assert antwoord["Location"].startswith("/beheer/login/")


def test_somebody_without_rights_on_the_kaart_sees_no_preview(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("x", is_staff=True))
    assert client.get(voorbeeld(een_voorziening(publicatie="concept"))).status_code in (403, 404)


def test_no_robot_and_no_cache_keeps_it(redacteur):
    antwoord = redacteur.get(voorbeeld(een_voorziening(publicatie="concept")))
    assert "noindex" in antwoord["X-Robots-Tag"]
    assert "no-store" in antwoord["Cache-Control"]


def test_the_bar_is_not_on_the_website(client):
    html = client.get(een_voorziening().get_absolute_url()).content.decode()
    assert "Voorbeeld" not in html


def test_a_confidential_address_has_no_page_and_so_no_preview(redacteur):
    geheim = een_geheime_plek()
    assert redacteur.get(voorbeeld(geheim)).status_code == 404
    assert "/voorbeeld/" not in redacteur.get(wijzig(geheim)).content.decode()


def test_one_button_saves_and_shows_the_preview(redacteur):
    concept = een_voorziening(publicatie="concept")
    post = open_formulier(redacteur, wijzig(concept)) | {"kort": "Nieuwe zin."}
    antwoord = redacteur.post(wijzig(concept), post | {"_voorbeeld": "x"}, follow=True)
    assert antwoord.redirect_chain[-1][0] == voorbeeld(concept)
    assert "Nieuwe zin." in antwoord.content.decode()


def test_what_does_not_exist_has_no_preview(redacteur):
    assert redacteur.get("/beheer/voorzieningen/voorziening/9999/voorbeeld/").status_code == 404
    assert redacteur.get("/beheer/voorzieningen/voorziening/x/voorbeeld/").status_code == 404
