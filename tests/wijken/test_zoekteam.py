"""People of the teams in the search: found by what they do, gone with them (M3, V7)."""

import pytest
from django.test import Client

from sociale_basis.kern.models import Document, Term, Vorm
from sociale_basis.kern.zoeken.termen import herstel_tellingen
from sociale_basis.kern.zoeken.zoek import zoek
from sociale_basis.zoekpagina.kaartjes import kaartjes
from tests.fabriek import een_organisatie, een_voorziening, een_wijk
from tests.wijken.mensen import een_teamlid
from wijken.models import Gebied, Inzet, Teamlid

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M3")]


@pytest.fixture
def jeanne() -> Teamlid:
    return een_teamlid(
        "Jeanne Oosterling",
        een_wijk("Volkel"),
        functie="wijkverpleegkundige",
        expertise="jeugd",
        moederorganisatie=een_organisatie("Thuiszorg De Klaproos"),
        over="Vragen over gezond ouder worden.",
        verbinder=True,
    )


def gevonden(vraag: str) -> list[str]:
    return [kaart.url for kaart in kaartjes(zoek(vraag)) if kaart.soort == "Iemand van het team"]


@pytest.mark.parametrize(
    "vraag",
    [
        "wijkverpleegkundige",
        "wijkverpleegkundige volkel",
        "wijkverpleegkundigen in Volkel",
        "verbinder",
        "jeugd",
        "klaproos",
        "jeanne oosterling",
        "jeane oosterlink",
    ],
)
def test_somebody_is_found_by_function_wijk_expertise_organisation_and_name(jeanne, vraag):
    een_voorziening("Wandelclub")
    assert gevonden(vraag) == [f"/wijk/volkel/#team-{jeanne.pk}"]


def test_the_card_leads_to_the_person_on_the_page_of_the_wijk(jeanne, client):
    html = client.get("/zoeken/?q=oosterling").content.decode()
    assert f'href="/wijk/volkel/#team-{jeanne.pk}"' in html
    assert f'id="team-{jeanne.pk}"' in client.get("/wijk/volkel/").content.decode()


def test_what_they_wrote_themselves_does_not_answer_in_place_of_help(jeanne):
    assert gevonden("gezond ouder worden") == []


def test_who_works_elsewhere_is_not_found_in_this_wijk(jeanne):
    een_teamlid("Wim", een_wijk("Reek"), functie="wijkverpleegkundige")
    assert gevonden("wijkverpleegkundige volkel") == [f"/wijk/volkel/#team-{jeanne.pk}"]


@pytest.mark.eis("V7")
def test_who_left_is_gone_at_once_from_the_index_and_all_it_suggests(jeanne, client):
    assert Term.objects.filter(woord__startswith="oosterl").exists()
    jeanne.archiveer("Werkt hier niet meer.")
    assert not Document.objects.filter(soort="teamlid").exists()
    assert not Term.objects.filter(woord__startswith="oosterl", df__gt=0).exists()
    assert gevonden("jeanne oosterling") == []
    for adres in ("/zoeken/?q=oosterlin", "/zoeken/voorstellen/?q=oosterl"):
        html = client.get(adres).content.decode()
        assert "Jeanne" not in html
        assert "oosterling" not in html.lower()
    herstel_tellingen()  # every night
    assert not Vorm.objects.filter(vorm__startswith="oosterl").exists()


@pytest.mark.eis("V7")
def test_who_works_nowhere_any_more_is_not_found_either(jeanne):
    jeanne.inzetten.get().delete()
    assert gevonden("wijkverpleegkundige") == []
    Inzet.objects.create(teamlid=jeanne, gebied=Gebied.objects.get(naam="Volkel"))
    assert len(gevonden("wijkverpleegkundige")) == 1


def test_another_name_of_wijk_or_organisation_is_followed(jeanne):
    jeanne.moederorganisatie.naam = "Zorg Thuis"
    jeanne.moederorganisatie.save()
    assert gevonden("klaproos") == []
    Gebied.objects.get(naam="Volkel").archiveer("Samengevoegd.")
    assert gevonden("wijkverpleegkundige") == []


def test_the_kind_can_be_chosen_in_the_list_of_results(jeanne):
    html = Client().get("/zoeken/?q=wijkverpleegkundige").content.decode()
    assert "Iemand van het team" in html
