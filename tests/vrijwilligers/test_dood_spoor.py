"""The last thing on every dead end: somebody by name, and a number (H6, H10)."""

import pytest
from django.test import Client

from tests.fabriek import de_gemeente, een_boom, een_buurt, een_plek, een_thema, een_voorziening
from tests.fabriek import een_wijk as nieuwe_wijk
from tests.hulp.html import Lezer
from wijken.models import Postcodegebied

from .mensen import een_aanspreekpersoon

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H6"), pytest.mark.eis("H10")]
TEAM, GEMEENTE = "tel:+31850001111", "tel:+31850001234"
KIES = "Kies uw wijk"

# Dead ends at which the wijk is known: address → status.
BEKEND = {
    "/wijk/volkel/bestaat-niet/": 404,
    "/bestaat-niet/?wijk=volkel": 404,
    "/bestaat-niet/?postcode=5408AA": 404,
    "/voorziening/bestaat-niet/?wijk=volkel": 404,
    "/voorziening/gestopt/": 410,
    "/plek/oude-zwaan/": 410,
    "/zoeken/?q=xyzzy+volkel": 200,
    "/zoeken/?q=xyzzy&wijk=volkel": 200,
    "/zoeken/?q=xyzzy&postcode=5408AA": 200,
    "/voorzieningen/?wijk=volkel&letter=X": 200,
    "/plekken/?wijk=volkel&letter=X": 200,
    "/kaart/?wijk=volkel&thema=bestaat-niet": 200,
    "/boom/route/?wijk=volkel": 200,
    "/boom/route/?thema=leeg&wijk=volkel": 200,
}
ONBEKEND = {
    "/bestaat-niet/": 404,
    "/bestaat-niet/?wijk=bestaat-niet": 404,
    "/bestaat-niet/?wijk=volkel&wijk=reek": 404,
    "/bestaat-niet/?postcode=9999ZZ": 404,
    "/voorziening/overal-gestopt/": 410,
    "/zoeken/?q=xyzzy": 200,
    "/mijn-wijk/?postcode=9999ZZ": 200,
    "/mijn-wijk/?postcode=geen": 200,
    "/mijn-wijk/": 200,
    "/zoeken/": 200,
}


@pytest.fixture
def stad() -> None:
    """Fatima is there for Volkel; Reek has nobody."""
    volkel = nieuwe_wijk("Volkel", contact_naam="Team Volkel", contact_telefoon="085 000 1111")
    reek, buurt = nieuwe_wijk("Reek"), een_buurt("Kom Volkel", ouder=volkel)
    Postcodegebied.objects.create(postcode="5408AA", buurt=buurt)
    een_aanspreekpersoon("Fatima", volkel)
    een_thema("Leeg")
    een_voorziening("Gestopt", hele_gemeente=False, gebieden=[volkel]).archiveer("Op.")
    een_voorziening("Overal gestopt").archiveer("Op.")
    een_voorziening("Twee gestopt", hele_gemeente=False, gebieden=[volkel, reek]).archiveer("Op.")
    een_plek("Oude Zwaan", gebied=buurt).archiveer("Op.")


def bezoek(adres: str, status: int = 200) -> Lezer:
    antwoord = Client().get(adres)
    assert antwoord.status_code == status, adres
    lezer = Lezer(antwoord.content.decode())
    lezer.html = antwoord.content.decode()
    return lezer


@pytest.mark.parametrize(("adres", "status"), BEKEND.items(), ids=BEKEND)
def test_where_the_wijk_is_known_its_face_stands_beside_the_number_of_its_team(stad, adres, status):
    lezer = bezoek(adres, status)
    assert "Stel Fatima een vraag" in lezer.html
    assert any("/vraag/?aan=" in link for link in lezer.links)
    assert TEAM in lezer.links
    assert KIES not in lezer.html


@pytest.mark.parametrize(("adres", "status"), ONBEKEND.items(), ids=ONBEKEND)
def test_elsewhere_the_number_of_the_municipality_with_a_way_to_the_own_wijk(stad, adres, status):
    lezer = bezoek(adres, status)
    assert "Fatima" not in lezer.html
    assert GEMEENTE in lezer.links
    assert KIES in lezer.html
    assert "/wijken/" in lezer.links


def test_what_was_there_for_two_wijken_points_at_neither(stad):
    assert "Fatima" not in bezoek("/voorziening/twee-gestopt/", 410).html


def test_a_wijk_that_was_closed_points_at_the_level_above(stad):
    een_aanspreekpersoon("Marijke", de_gemeente())
    nieuwe_wijk("Oud").archiveer("Samengevoegd.")
    assert "Stel Marijke een vraag" in bezoek("/wijk/oud/", 410).html


def test_somebody_full_is_not_sent_more_people(stad):
    from vrijwilligers.models import Aanspreekpersoon

    Aanspreekpersoon.objects.get().zet_stand("vol")
    lezer = bezoek("/bestaat-niet/?wijk=volkel", 404)
    assert "Fatima" not in lezer.html
    assert TEAM in lezer.links


def test_a_wijk_without_number_gives_that_of_the_level_above(stad):
    assert GEMEENTE in bezoek("/bestaat-niet/?wijk=reek", 404).links


def test_the_face_costs_a_dead_end_two_queries_at_most(stad, django_assert_max_num_queries):
    client = Client()
    client.get("/bestaat-niet/?wijk=volkel")
    with django_assert_max_num_queries(3):  # the municipality for the name in the header, too
        client.get("/bestaat-niet/?wijk=volkel")


def test_a_route_begins_with_the_face_by_name(stad):
    een_boom()
    html = bezoek("/boom/route/?thema=leeg&wijk=volkel").html
    assert "Begin bij Fatima, aanspreekpersoon in Volkel." in html
    assert html.index("Begin bij Fatima") < html.index("Dit is Buurt.")
    assert "Begin bij" not in bezoek("/boom/route/?thema=leeg&wijk=reek").html


def test_the_roots_of_a_boom_hold_the_names(stad):
    een_boom()
    html = bezoek("/wijk/volkel/boom/").html
    assert "Aanspreekpersonen" in html
    assert "Fatima" in html
    assert "Aanspreekpersonen" not in bezoek("/boom/").html
