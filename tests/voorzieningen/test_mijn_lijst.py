"""The volunteer's basic tool: keep, print, share (H10)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.fabriek import een_organisatie, een_plek, een_voorziening
from voorzieningen.mijn_lijst import HOOGSTENS, lees_nummers

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H10")]


def bewaar(client, voorziening, **meer):
    return client.post("/mijn-lijst/bewaar/", {"voorziening": voorziening.pk, **meer})


def test_what_is_kept_stands_on_the_list_in_order(client):
    taal, koffie = een_voorziening("Taalmaatje"), een_voorziening("Koffieochtend")
    bewaar(client, taal)
    bewaar(client, koffie)
    html = client.get("/mijn-lijst/").content.decode()
    assert html.index("Taalmaatje") < html.index("Koffieochtend")
    assert 'class="kop__teller">2<' in html


def test_keeping_twice_keeps_once_and_taking_off_takes_off(client):
    taal = een_voorziening("Taalmaatje")
    bewaar(client, taal)
    bewaar(client, taal)
    assert client.cookies["mijn_lijst"].value == str(taal.pk)
    bewaar(client, taal, weg=1)
    assert "nog leeg" in client.get("/mijn-lijst/").content.decode()


def test_the_whole_list_can_be_emptied_on_a_shared_computer(client):
    bewaar(client, een_voorziening("Taalmaatje"))
    assert "Maak mijn lijst leeg" in client.get("/mijn-lijst/").content.decode()
    client.post("/mijn-lijst/bewaar/", {"leeg": "1"})
    assert "nog leeg" in client.get("/mijn-lijst/").content.decode()


def test_keeping_leads_back_to_the_page_it_came_from(client):
    taal = een_voorziening("Taalmaatje")
    antwoord = bewaar(client, taal, terug="/voorziening/taalmaatje/")
    assert antwoord["Location"] == "/voorziening/taalmaatje/"
    assert "Haal van mijn lijst" in client.get("/voorziening/taalmaatje/").content.decode()


@pytest.mark.parametrize(
    "terug", ["https://kwaad.voorbeeld.nl/", "//kwaad.voorbeeld.nl", "javascript:1", ""]
)
def test_it_never_leads_to_another_site(client, terug):
    antwoord = bewaar(client, een_voorziening(), terug=terug)
    assert antwoord["Location"] == "/mijn-lijst/"


@pytest.mark.parametrize("nummer", ["", "x", "999999", "-1", "1 OR 1=1", "9" * 40])
def test_what_is_not_there_cannot_be_kept(client, nummer):
    assert client.post("/mijn-lijst/bewaar/", {"voorziening": nummer}).status_code == 404


def test_a_link_never_changes_a_list(client):
    assert client.get("/mijn-lijst/bewaar/").status_code == 405


def test_a_shared_list_shows_everything_to_hand_over(client):
    taal = een_voorziening("Taalmaatje", telefoon="085 000 1111", locaties=[een_plek()])
    html = client.get(f"/lijst/?v={taal.pk}").content.decode()
    for woorden in ("Taalmaatje", "085 000 1111", "Dorpshuis De Linde", "5401 AB Uden"):
        assert woorden in html
    assert 'name="robots" content="noindex"' in html


def test_a_list_says_how_to_begin_whom_one_calls_and_when(client):
    brigade = een_organisatie("De Brigade", telefoon="085 000 2222", bereikbaar="op maandag")
    hulp = een_voorziening(verantwoordelijke=brigade, zo_begint_u="Neem uw brieven mee.")
    html = client.get(f"/lijst/?v={hulp.pk}").content.decode()
    assert "Neem uw brieven mee." in html
    assert "(De Brigade, op maandag)" in html


@pytest.mark.eis("L1")
def test_a_list_warns_for_what_nobody_checked(client):
    lang_geleden = timezone.localdate() - timedelta(days=200)
    oud = een_voorziening(laatst_gecontroleerd=lang_geleden, controletermijn=90)
    html = client.get(f"/lijst/?v={oud.pk}").content.decode()
    assert "Dit klopt misschien niet meer" in html


def test_paper_carries_the_address_that_opens_the_same_list(client):
    hulp = een_voorziening()
    bewaar(client, hulp)
    adres = f"Deze pagina op internet: http://testserver/lijst/?v={hulp.pk}<"
    assert adres in client.get("/mijn-lijst/").content.decode()
    assert adres in client.get(f"/lijst/?v={hulp.pk}").content.decode()


def test_a_list_can_be_mailed_without_copying(client):
    hulp = een_voorziening()
    bewaar(client, hulp)
    html = client.get("/mijn-lijst/").content.decode()
    assert f"&amp;body=http%3A%2F%2Ftestserver%2Flijst%2F%3Fv%3D{hulp.pk}" in html


def test_who_kept_something_is_told_so_on_the_spot(client):
    hulp = een_voorziening()
    pad = hulp.get_absolute_url()
    assert f'value="{pad}#bewaren"' in client.get(pad).content.decode()
    bewaar(client, hulp)
    html = client.get(pad).content.decode()
    assert 'id="bewaren"' in html
    assert "Dit staat op uw lijst" in html


def test_what_has_gone_is_said_to_have_gone(client):
    weg, blijft = een_voorziening("Papierwinkel"), een_voorziening("Taalmaatje")
    weg.archiveer("Gestopt.")
    html = client.get(f"/lijst/?v={weg.pk}.{blijft.pk}").content.decode()
    assert "1 ding op deze lijst staat niet meer" in html
    assert "Papierwinkel" not in html


@pytest.mark.parametrize("code", ["", "....", "a.b.c", "<script>", "1" * 500, "١.٢"])
def test_an_odd_link_gives_an_empty_list_and_a_number_to_call(client, code):
    antwoord = client.get("/lijst/", {"v": code})
    assert antwoord.status_code == 200
    assert "Deze lijst is leeg" in antwoord.content.decode()
    assert "tel:" in antwoord.content.decode()


def test_a_list_is_never_endless():
    assert len(lees_nummers(".".join(map(str, range(1, 500))))) == HOOGSTENS


def test_nothing_of_a_list_stays_on_the_server(client):
    bewaar(client, een_voorziening())
    assert "sessionid" not in client.cookies
    assert client.cookies["mijn_lijst"]["max-age"] == ""
    assert client.cookies["mijn_lijst"]["httponly"]


def test_a_long_list_takes_few_queries(client, django_assert_max_num_queries):
    nummers = [een_voorziening(f"Voorziening {n}").pk for n in range(30)]
    with django_assert_max_num_queries(12):
        client.get("/lijst/?v=" + ".".join(map(str, nummers)))
