"""Likely duplicates in the admin: the list, the decision, and who may take it."""

import pytest
from django.contrib.admin.models import LogEntry

from tests.fabriek import een_organisatie, een_voorziening
from tests.rollen import Toneel, een_medewerker, ingelogd
from voorzieningen.dubbelen import ververs
from voorzieningen.models import Dubbel, Organisatie, Voorziening

pytestmark = pytest.mark.django_db
LIJST = "/beheer/voorzieningen/dubbel/"


@pytest.fixture
def paar():
    paar = een_voorziening("Koffieochtend"), een_voorziening("Koffie-ochtend", telefoon="112")
    ververs()
    return paar


@pytest.fixture
def redacteur():
    return ingelogd(een_medewerker("redacteur"))


def pagina(dubbel=None):
    return f"{LIJST}{(dubbel or Dubbel.objects.get()).pk}/change/"


def antwoord(client, besluit="samen", **velden):
    gezien = client.get(pagina()).context
    gegevens = {"besluit": besluit, "gezien": gezien["gezien"], "blijft": gezien["blijft"].pk}
    return client.post(pagina(), gegevens | velden, follow=True)


def test_the_start_page_counts_and_links_to_the_list(paar, redacteur):
    start = redacteur.get("/beheer/").content.decode()
    assert "Misschien dubbel op de kaart" in start
    assert LIJST in start
    tekst = redacteur.get(LIJST).content.decode()
    assert "“Koffieochtend” en “Koffie-ochtend”" in tekst
    assert "zelfde naam" in tekst


def test_two_are_remembered_and_leave_the_list(paar, redacteur):
    assert "Onthouden: dit zijn er twee." in antwoord(redacteur, "twee").content.decode()
    assert Dubbel.objects.get().stand == "twee"
    assert "Koffie-ochtend" not in redacteur.get(LIJST).content.decode()
    assert "Koffie-ochtend" in redacteur.get(f"{LIJST}?stand=twee").content.decode()
    redacteur.post(f"{LIJST}zoek-opnieuw/")
    assert Dubbel.objects.get().stand == "twee"


def test_one_click_merges_with_what_was_proposed(paar, redacteur):
    tekst = antwoord(redacteur, telefoon="weg").content.decode()
    assert "Samengevoegd. “Koffieochtend” blijft." in tekst
    over = Voorziening.objects.niet_gearchiveerd().get()
    assert (over.titel, over.telefoon) == ("Koffieochtend", "112")
    assert LogEntry.objects.filter(change_message__startswith="Samengevoegd").count() == 2


def test_who_merges_chooses_which_one_stays(paar, redacteur):
    gezien = redacteur.get(f"{pagina()}?blijft={paar[1].pk}").context
    assert gezien["blijft"] == paar[1]
    gegevens = {"besluit": "samen", "gezien": gezien["gezien"], "blijft": paar[1].pk}
    redacteur.post(pagina(), gegevens)
    assert Voorziening.objects.niet_gearchiveerd().get() == paar[1]


def test_what_changed_meanwhile_is_shown_first(paar, redacteur):
    gezien = redacteur.get(pagina()).context
    paar[0].save()
    gegevens = {"besluit": "samen", "gezien": gezien["gezien"], "titel": "weg"}
    resultaat = redacteur.post(pagina(), gegevens)
    assert resultaat.status_code == 400
    assert "Intussen is er iets veranderd" in resultaat.content.decode()
    assert {k.veld: k.kiest_weg for k in resultaat.context["keuzes"]}["titel"]
    assert Voorziening.objects.niet_gearchiveerd().count() == 2


def test_values_that_do_not_go_together_are_explained(paar, redacteur):
    Voorziening.objects.filter(pk=paar[1].pk).update(website="geen adres")
    resultaat = antwoord(redacteur, website="weg")
    assert resultaat.status_code == 400
    assert "Er is niets veranderd" in resultaat.content.decode()


@pytest.mark.parametrize("bodem", ["", "x", "999999"])
def test_bad_input_is_no_server_error(paar, redacteur, bodem):
    assert redacteur.get(f"{pagina()}?blijft={bodem}").status_code == 200
    assert redacteur.post(pagina(), {"blijft": bodem, "besluit": "samen"}).status_code == 400
    assert redacteur.get(f"{LIJST}{bodem or 0}/change/").status_code == 404
    assert redacteur.get(f"{LIJST}zoek-opnieuw/").status_code == 405


@pytest.mark.parametrize("rol", ["organisatie-redacteur", "lezer"])
def test_others_see_and_decide_nothing(paar, rol):
    client = ingelogd(een_medewerker(rol, Toneel()))
    assert client.get(LIJST).status_code == 403
    assert client.post(f"{LIJST}zoek-opnieuw/").status_code == 403
    assert client.post(pagina(), {"besluit": "twee"}).status_code in (403, 404)
    assert Dubbel.objects.get().stand == "open"


def test_a_wijkredacteur_sees_pairs_of_the_own_wijk_only():
    toneel = Toneel()
    eigen = {"gebieden": [toneel.volkel], "hele_gemeente": False}
    een_voorziening("Soep in Volkel", **eigen)
    een_voorziening("Soep in Volkel", **eigen)
    een_organisatie("De Beuk")
    een_organisatie("Stichting De Beuk")
    ververs()
    client = ingelogd(een_medewerker("wijkredacteur", toneel))
    tekst = client.get(LIJST).content.decode()
    assert "Soep in Volkel" in tekst
    assert "De Beuk" not in tekst
    beuk = Dubbel.objects.get(soort="organisatie")
    assert client.get(pagina(beuk)).status_code == 404
    assert client.post(pagina(beuk), {"besluit": "twee"}).status_code == 404
    assert Organisatie.objects.niet_gearchiveerd().filter(naam__endswith="De Beuk").count() == 2


def test_a_pair_of_which_one_was_archived_leaves_the_list(paar, redacteur):
    paar[0].archiveer("Weg.")
    assert "Koffie-ochtend" not in redacteur.get(LIJST).content.decode()
    assert redacteur.get(pagina()).status_code == 404


def test_the_list_and_a_pair_ask_few_queries(redacteur, django_assert_max_num_queries):
    for nummer in range(20):
        een_voorziening(f"Koffie {nummer}")
        een_voorziening(f"Koffie {nummer}")
    ververs()
    redacteur.get(LIJST)
    with django_assert_max_num_queries(12):
        redacteur.get(LIJST)
    with django_assert_max_num_queries(40):
        redacteur.get(pagina(Dubbel.objects.first()))
