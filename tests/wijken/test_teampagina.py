"""The page of an area shows its people, and never somebody who is not there (M3, M4, H6, L4)."""

import re

import pytest

from tests.fabriek import de_gemeente, een_organisatie, een_plek, een_wijk
from tests.wijken.mensen import een_teamlid, is_weg
from wijken.models import Gebied, Teamlid

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M3")]


def kaart(client, lid: Teamlid, adres: str = "/wijk/volkel/") -> str:
    """The card of one member, without white space between words."""
    tekst = client.get(adres).content.decode()
    gevonden = re.search(rf'<li id="team-{lid.pk}".*?</article>', tekst, re.DOTALL)
    return " ".join(gevonden[0].split()) if gevonden else ""


def test_a_card_says_who_it_is_when_where_and_how_to_reach_them(client):
    lid = een_teamlid(
        functie="preventiewerker jeugd",
        over="Voor ouders met vragen.",
        bereikbaar="maandag en dinsdag",
        moederorganisatie=een_organisatie("Welzijn De Linde"),
        loop_binnen_bij=een_plek("De Zwaan"),
        loop_binnen_wanneer="dinsdag van 10 tot 12 uur",
    )
    tekst = kaart(client, lid)
    assert "Joost de Wit" in tekst
    assert "Preventiewerker jeugd" in tekst
    assert "Voor ouders met vragen." in tekst
    assert "maandag en dinsdag" in tekst
    assert 'href="/organisatie/welzijn-de-linde/"' in tekst
    assert 'href="/plek/de-zwaan/"' in tekst
    assert "dinsdag van 10 tot 12 uur" in tekst
    assert 'href="tel:+31850004455"' in tekst
    assert 'href="mailto:team@voorbeeld.nl"' in tekst


@pytest.mark.eis("M4")
@pytest.mark.eis("L4")
def test_the_verbinder_is_marked_and_is_where_an_idea_begins(client):
    lid = een_teamlid(verbinder=True)
    tekst = " ".join(client.get("/wijk/volkel/").content.decode().split())
    assert ">Verbinder</span>" in kaart(client, lid)
    assert "Begin bij Joost de Wit: de verbinder brengt mensen bij elkaar." in tekst


def test_who_is_away_names_the_day_and_the_colleague_who_helps(client):
    joost = een_teamlid("Joost", telefoon="085 000 1111")
    verlof = is_weg(joost, een_teamlid("Anouk", telefoon="085 000 2222"))
    tekst = kaart(client, joost)
    assert f"Is er niet tot en met {verlof.tot.day} " in tekst
    assert "Tot die tijd helpt Anouk u." in tekst
    assert 'href="tel:+31850002222"' in tekst
    assert "+31850001111" not in tekst


@pytest.mark.eis("H10")
def test_who_is_away_without_a_replacement_still_leads_to_a_number(client):
    joost = een_teamlid("Joost", telefoon="085 000 1111")
    is_weg(joost)
    tekst = kaart(client, joost)
    assert "Bel zolang Gemeente Maashorst." in tekst
    assert 'href="tel:+31850001234"' in tekst
    assert "+31850001111" not in tekst


def test_a_number_of_a_person_always_comes_with_one_that_is_answered(client):
    een_teamlid(verbinder=True)
    paneel = client.get("/wijk/volkel/").content.decode().split("paneel--nadruk")[1]
    paneel = " ".join(paneel.split("</section>")[0].split())
    assert "Joost de Wit, preventiewerker" in paneel
    assert "Geen gehoor? Bel Gemeente Maashorst:" in paneel


def test_a_wijk_without_a_team_says_whose_team_it_shows(client):
    een_wijk("Reek")
    een_teamlid("Mia", de_gemeente())
    tekst = " ".join(client.get("/wijk/reek/").content.decode().split())
    assert "Reek heeft geen eigen team. Het team van Maashorst is er ook voor u." in tekst
    assert "Mia" in tekst


def test_where_there_is_no_team_at_all_there_is_no_empty_heading(client):
    een_wijk("Reek")
    assert "Het team van" not in client.get("/wijk/reek/").content.decode()


@pytest.mark.eis("M4")
def test_the_municipality_and_a_stadsdeel_show_a_face_for_each_wijk(client):
    uden = Gebied.objects.create(
        naam="Uden", soort="stadsdeel", indeling="eigen", ouder=de_gemeente()
    )
    een_teamlid("Yusuf", een_wijk("Uden West", ouder=uden))
    een_teamlid("Joost", een_wijk("Volkel"), verbinder=True)
    een_teamlid("Anouk", Gebied.objects.get(naam="Volkel"))
    gemeente = client.get("/wijk/maashorst/").content.decode()
    gezichten = gemeente.split("Elke wijk een vast gezicht")[1].split("</section>")[0]
    assert re.findall(r'href="(/wijk/[\w-]+/)"', gezichten) == [
        "/wijk/volkel/",
        "/wijk/uden/",
        "/wijk/uden-west/",
    ]
    assert "Joost" in gezichten
    assert "Anouk" not in gezichten
    stadsdeel = client.get("/wijk/uden/").content.decode()
    assert "Yusuf" in stadsdeel
    assert "Joost" not in stadsdeel


@pytest.mark.eis("V7")
def test_who_left_is_on_no_page_at_once(client):
    volkel = een_wijk("Volkel")
    lid = een_teamlid("Joost", volkel, verbinder=True, telefoon="085 000 1111")
    lid.archiveer("Werkt hier niet meer.")
    for adres in ("/", "/wijken/", "/wijk/volkel/", "/wijk/maashorst/", "/zoeken/?q=joost"):
        tekst = client.get(adres).content.decode()
        assert "+31850001111" not in tekst
        assert "Joost" not in tekst.replace('value="joost"', ""), adres


def test_more_people_and_more_wijken_cost_no_more_queries(client, django_assert_max_num_queries):
    for nummer in range(12):
        wijk = een_wijk(f"Wijk {nummer}")
        for lid in range(4):
            is_weg(een_teamlid(f"Lid {lid}", wijk), een_teamlid(f"Ander {lid}", wijk))
    for adres in ("/wijk/wijk-3/", "/wijk/maashorst/"):
        client.get(adres)
        with django_assert_max_num_queries(9):
            client.get(adres)
