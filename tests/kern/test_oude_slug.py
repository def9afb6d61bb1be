"""Addresses of pages: made from the name, kept when it changes, redirected when they change."""

import pytest

from sociale_basis.kern.models.oude_slug import sorteernaam
from tests.fabriek import een_geheime_plek, een_organisatie, een_voorziening

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("naam", "sleutel"),
    [("Één Loket", "eenloket"), ("'t Huukske", "thuukske"), ("3-6 jaar", "36jaar"), ("💚", "")],
)
def test_names_sort_by_letters_and_digits_alone(naam, sleutel):
    assert sorteernaam(naam) == sleutel


def test_the_address_comes_from_the_name_and_survives_a_new_name():
    organisatie = een_organisatie("Één Loket & Co")
    assert organisatie.slug == "een-loket-co"
    organisatie.naam = "Heel Anders"
    organisatie.save()
    assert organisatie.slug == "een-loket-co"
    assert organisatie.sorteernaam == "heelanders"


def test_two_of_the_same_name_get_two_addresses():
    assert een_organisatie("Buurtsteun").slug == "buurtsteun"
    assert een_organisatie("Buurtsteun").slug == "buurtsteun-2"


def test_a_name_without_letters_gets_an_address_all_the_same():
    assert een_organisatie("💚").slug == "pagina"


@pytest.mark.eis("V12")
def test_an_old_address_redirects_to_the_new_one(client):
    voorziening = een_voorziening("Taalmaatje")
    for nieuw in ("taal-maatje", "samen-nederlands"):
        voorziening.slug = nieuw
        voorziening.save()
    for oud in ("taalmaatje", "taal-maatje"):
        antwoord = client.get(f"/voorziening/{oud}/")
        assert (antwoord.status_code, antwoord["Location"]) == (
            301,
            "/voorziening/samen-nederlands/",
        )


def test_a_new_page_never_takes_an_old_address_of_another():
    eerste = een_organisatie("Buurtsteun")
    eerste.slug = "buurtsteun-oost"
    eerste.save()
    assert een_organisatie("Buurtsteun").slug == "buurtsteun-2"


@pytest.mark.eis("V12")
def test_an_archived_page_says_why_it_went_and_what_replaced_it(client):
    nieuw = een_voorziening("Formulierenhulp")
    oud = een_voorziening("Papierwinkel")
    oud.archiveer("Samengegaan met de Formulierenhulp.", vervangen_door=nieuw)
    antwoord = client.get("/voorziening/papierwinkel/")
    assert antwoord.status_code == 410
    assert "Samengegaan met de Formulierenhulp." in antwoord.content.decode()
    assert "/voorziening/formulierenhulp/" in antwoord.content.decode()


@pytest.mark.eis("V12")
def test_an_old_address_of_an_archived_page_says_the_same(client):
    oud = een_voorziening("Papierwinkel")
    oud.slug = "papierhulp"
    oud.save()
    oud.archiveer("Gestopt.")
    assert client.get("/voorziening/papierwinkel/").status_code == 410


def test_a_replacement_that_is_not_public_is_not_named(client):
    concept = een_voorziening("Nog Geheim Plan", publicatie="concept")
    een_voorziening("Papierwinkel").archiveer("Gestopt.", vervangen_door=concept)
    assert "Nog Geheim Plan" not in client.get("/voorziening/papierwinkel/").content.decode()


@pytest.mark.parametrize("publicatie", ["concept", "gepubliceerd"])
def test_an_archived_page_that_nobody_could_see_stays_unknown(client, publicatie):
    if publicatie == "concept":
        een_organisatie("Stil Plan", publicatie="concept").archiveer("Ging niet door.")
        adres = "/organisatie/stil-plan/"
    else:
        een_geheime_plek("Stil Huis").archiveer("Verhuisd.")
        adres = "/plek/stil-huis/"
    antwoord = client.get(adres)
    assert antwoord.status_code == 404
    assert "Stil" not in antwoord.content.decode()
