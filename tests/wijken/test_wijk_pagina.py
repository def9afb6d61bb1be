"""The page of a wijk, the list of wijken, and the way there from a postcode (V2, M1, H6)."""

import pytest

from tests.fabriek import de_gemeente, een_buurt, een_plek, een_voorziening, een_wijk
from wijken.models import Gebied, Postcodegebied, Postcodeplaats

pytestmark = pytest.mark.django_db


def html(client, adres: str) -> str:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


@pytest.mark.eis("H6")
def test_the_page_begins_with_whom_to_call(client):
    een_wijk(
        contact_naam="Team Volkel", contact_telefoon="085 000 2222", contact_uren="elke ochtend"
    )
    hoofd = html(client, "/wijk/volkel/").split("<main")[1]
    assert "Team Volkel" in hoofd
    assert 'href="tel:+31850002222"' in hoofd
    assert "elke ochtend" in hoofd
    assert "geven zelf geen zorg" in hoofd


@pytest.mark.eis("H6")
def test_a_wijk_without_its_own_number_says_whose_number_it_gives(client):
    een_wijk()
    tekst = html(client, "/wijk/volkel/")
    assert 'href="tel:+31850001234"' in tekst
    assert "Volkel heeft nog geen eigen nummer. Dit is het nummer van Maashorst." in tekst


def test_a_wijk_where_nobody_has_a_number_gives_one_all_the_same(client):
    een_wijk(ouder=None)
    assert 'href="tel:1400"' in html(client, "/wijk/volkel/").split("</main>")[0]


@pytest.mark.eis("M11")
def test_the_page_shows_meeting_places_and_what_is_for_this_wijk(client):
    volkel, reek = een_wijk("Volkel"), een_wijk("Reek")
    een_plek("De Linde", gebied=een_buurt(ouder=volkel))
    een_plek("De Es", gebied=een_buurt("Kom Reek", ouder=reek))
    een_voorziening("Eetpunt", hele_gemeente=False, gebieden=[volkel])
    een_voorziening("Wandelclub", hele_gemeente=False, gebieden=[reek])
    tekst = html(client, "/wijk/volkel/")
    assert "De Linde" in tekst
    assert "Eetpunt" in tekst
    assert "De Es" not in tekst
    assert "Wandelclub" not in tekst


@pytest.mark.eis("V2")
def test_stadsdeel_and_gemeente_have_a_page_with_what_is_below_them(client):
    uden = Gebied.objects.create(
        naam="Uden", soort="stadsdeel", indeling="eigen", ouder=de_gemeente()
    )
    een_wijk("Uden West", ouder=uden)
    assert 'href="/wijk/uden-west/"' in html(client, "/wijk/uden/")
    assert 'href="/wijk/uden/"' in html(client, "/wijk/maashorst/")
    assert 'href="/wijk/uden/"' in html(client, "/wijken/")


@pytest.mark.eis("M1")
def test_residents_see_the_own_wijken_and_not_those_of_the_cbs(client):
    Gebied.objects.create(naam="CBS-wijk Uden", soort="wijk", indeling="cbs", code="WK199101")
    assert "CBS-wijk Uden" in html(client, "/wijken/")
    een_wijk("Uden West")
    assert "CBS-wijk Uden" not in html(client, "/wijken/")
    assert client.get("/wijk/cbs-wijk-uden/").status_code == 404


@pytest.mark.eis("M1")
def test_a_postcode_leads_straight_to_the_wijk(client):
    Postcodegebied.objects.create(postcode="5408AB", buurt=een_buurt(ouder=een_wijk("Volkel")))
    assert client.get("/mijn-wijk/?postcode=5408 ab")["Location"] == "/wijk/volkel/"


@pytest.mark.eis("M1")
def test_a_postcode_in_two_wijken_asks_for_the_house_number_and_then_knows(client):
    for nummer, naam in ((1, "Volkel"), (2, "Reek")):
        buurt = een_buurt(f"Kom {naam}", ouder=een_wijk(naam))
        Postcodegebied.objects.create(postcode="5408AB", huisnummer=nummer, buurt=buurt)
    vraag = html(client, "/mijn-wijk/?postcode=5408AB")
    assert 'name="huisnummer"' in vraag
    assert 'value="5408AB"' in vraag
    assert 'href="/wijk/reek/"' in vraag
    antwoord = client.get("/mijn-wijk/?postcode=5408AB&huisnummer=2")
    assert antwoord["Location"] == "/wijk/reek/"


@pytest.mark.eis("H10")
def test_a_postcode_elsewhere_names_the_place_and_gives_a_number(client):
    Postcodegebied.objects.create(postcode="5408AB", buurt=een_buurt(ouder=een_wijk()))
    Postcodeplaats.objects.create(pc4="1011", plaats="Amsterdam")
    tekst = html(client, "/mijn-wijk/?postcode=1011AB")
    assert "hoort bij Amsterdam" in tekst
    assert "ligt niet in de gemeente Maashorst" in tekst
    assert 'href="tel:+31850001234"' in tekst.split("</main>")[0]


@pytest.mark.parametrize("postcode", ["hallo", "12", "<b>5408</b>", "x" * 3000])
def test_a_wrong_postcode_is_said_beside_the_field_and_stays_in_it(client, postcode):
    een_wijk()
    tekst = client.get("/mijn-wijk/", {"postcode": postcode}).content.decode()
    assert 'aria-invalid="true"' in tekst
    assert "geen Nederlandse postcode" in tekst
    assert "<b>5408" not in tekst
    assert 'href="/wijk/volkel/"' in tekst


def test_without_any_area_the_pages_still_end_with_a_number(client):
    for adres in ("/wijken/", "/mijn-wijk/", "/mijn-wijk/?postcode=5408AB"):
        assert 'href="tel:1400"' in html(client, adres).split("</main>")[0]


def test_borders_of_all_wijken_or_of_one_area_with_its_parts(client):
    volkel = een_wijk("Volkel")
    een_buurt(ouder=volkel)
    volkel.grens = een_buurt("Ander").grens
    volkel.save()
    assert len(client.get("/kaart/grenzen.json").json()["features"]) == 1
    assert len(client.get("/kaart/grenzen.json?gebied=volkel").json()["features"]) == 2
    assert client.get("/kaart/grenzen.json?gebied=atlantis").status_code == 404


def test_a_wijk_asks_no_more_when_it_holds_more(client, django_assert_max_num_queries):
    volkel = een_wijk()
    for nummer in range(15):
        buurt = een_buurt(f"Buurt {nummer}", ouder=volkel)
        een_plek(f"Plek {nummer}", gebied=buurt)
        een_voorziening(f"Voorziening {nummer}", hele_gemeente=False, gebieden=[volkel])
    html(client, "/wijk/volkel/")
    with django_assert_max_num_queries(12):
        html(client, "/wijk/volkel/")
