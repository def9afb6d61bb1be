"""A–Z lists, with paging in SQL and a fixed number of queries."""

import pytest

from tests.fabriek import een_organisatie, een_plek, een_voorziening, een_wijk
from voorzieningen.models import Openingstijd

pytestmark = pytest.mark.django_db


def html(client, adres: str) -> str:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


@pytest.mark.eis("H1")
def test_a_list_goes_from_a_to_z_in_pages_of_twenty(client):
    for nummer in range(45):
        een_voorziening(f"Voorziening {nummer:02d}")
    eerste, derde = html(client, "/voorzieningen/"), html(client, "/voorzieningen/?page=3")
    assert "Voorziening 00" in eerste
    assert "Voorziening 20" not in eerste
    assert "Voorziening 44" in derde
    assert "45 gevonden" in eerste


@pytest.mark.parametrize(
    ("pagina", "te_zien"),
    [("9999", "Voorziening 24"), ("-1", "Voorziening 24"), ("x", "Voorziening 00")],
)
def test_a_wrong_page_number_gives_a_page_instead_of_an_error(client, pagina, te_zien):
    for nummer in range(25):
        een_voorziening(f"Voorziening {nummer:02d}")
    assert te_zien in html(client, f"/voorzieningen/?page={pagina}")


def test_a_letter_narrows_the_list_and_letters_without_entries_are_no_link(client):
    een_voorziening("Adempauze")
    een_voorziening("Budgetcursus")
    tekst = html(client, "/voorzieningen/?letter=b")
    assert "Budgetcursus" in tekst
    assert "Adempauze" not in tekst
    assert 'href="?letter=A"' in tekst
    assert 'href="?letter=C"' not in tekst


def test_paging_keeps_the_letter(client):
    for nummer in range(25):
        een_voorziening(f"Buurt {nummer:02d}")
    assert "letter=B&amp;page=2" in html(client, "/voorzieningen/?letter=B")


@pytest.mark.parametrize("letter", ["%", "<script>", "AB", "é", "1"])
def test_an_odd_letter_counts_as_none(client, letter):
    een_voorziening("Adempauze")
    assert "Adempauze" in html(client, f"/voorzieningen/?letter={letter}")


@pytest.mark.eis("H10")
@pytest.mark.parametrize("adres", ["/voorzieningen/", "/organisaties/", "/plekken/", "/kaart/"])
def test_an_empty_list_ends_with_somebody_to_call(client, adres):
    assert 'href="tel:1400"' in html(client, adres).split("<main")[1].split("</main>")[0]


@pytest.mark.eis("M11")
def test_places_to_meet_can_be_shown_alone(client):
    een_plek("Dorpshuis De Linde")
    een_plek("Kantoor Noord", is_ontmoetingsplek=False)
    tekst = html(client, "/plekken/?ontmoeten=1")
    assert "De Linde" in tekst
    assert "Kantoor Noord" not in tekst


@pytest.mark.parametrize(
    "adres", ["/voorzieningen/", "/organisaties/", "/plekken/", "/kaart/", "/themas/"]
)
def test_a_list_asks_no_more_when_it_holds_more(client, adres, django_assert_max_num_queries):
    volkel = een_wijk()
    for nummer in range(20):
        plek = een_plek(f"Plek {nummer}")
        Openingstijd.objects.create(locatie=plek, weekdag=nummer % 7, van="09:00", tot="12:00")
        een_organisatie(f"Organisatie {nummer}").locaties.add(plek)
        een_voorziening(f"Voorziening {nummer}", gebieden=[volkel], locaties=[plek])
    html(client, adres)
    with django_assert_max_num_queries(12):
        html(client, adres)
