"""Nieuw in de wijk: what began here lately (issue 5)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.fabriek import een_voorziening, een_wijk
from voorzieningen.models import Herkomst, Voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.eis("L4")]


def nieuws(client, adres: str = "/wijk/volkel/") -> str:
    html = client.get(adres).content.decode()
    return html.split('id="wijk-nieuw"')[1].split("</section>")[0] if "wijk-nieuw" in html else ""


def van_volkel(titel: str, dagen: int, **velden) -> Voorziening:
    """Made ``dagen`` days ago, for Volkel alone."""
    gebieden = {"hele_gemeente": False, "gebieden": [een_wijk_die_er_is()]}
    voorziening = een_voorziening(titel, **gebieden | velden)
    ooit = timezone.now() - timedelta(days=dagen)
    Voorziening.objects.filter(pk=voorziening.pk).update(aangemaakt_op=ooit)
    return voorziening


def een_wijk_die_er_is():
    from wijken.models import Gebied

    return Gebied.objects.filter(naam="Volkel").first() or een_wijk("Volkel")


def test_what_is_new_stands_there_the_newest_first_and_what_is_old_does_not(client):
    for titel, dagen in (("Breiclub", 30), ("Eetpunt", 3), ("Oude club", 90)):
        van_volkel(titel, dagen)
    tekst = nieuws(client)
    assert tekst.index("Eetpunt") < tekst.index("Breiclub")
    assert "Oude club" not in tekst


def test_only_the_newest_few_are_news(client):
    for nummer in range(8):
        van_volkel(f"Club {nummer}", nummer + 1)
    assert nieuws(client).count("<li>") == 4


def test_without_news_there_is_no_heading(client):
    van_volkel("Oude club", 90)
    assert nieuws(client) == ""


def test_what_was_imported_is_not_news(client):
    voorziening = van_volkel("Eetpunt", 1)
    Herkomst.objects.create(bron="x", soort="y", sleutel="1", voorziening=voorziening)
    assert nieuws(client) == ""


def test_what_the_public_may_not_see_is_not_news_either(client):
    van_volkel("Plan", 1, publicatie="concept")
    morgen = timezone.localdate() + timedelta(days=1)
    van_volkel("Straks", 1, zichtbaar_vanaf=morgen)
    assert nieuws(client) == ""


def test_what_becomes_visible_today_is_new_today(client):
    van_volkel("Eetpunt", 300, zichtbaar_vanaf=timezone.localdate())
    assert "Eetpunt" in nieuws(client)


def test_the_municipality_shows_what_is_new_anywhere(client):
    van_volkel("Eetpunt", 3)
    assert "Eetpunt" in nieuws(client, "/wijk/maashorst/")
