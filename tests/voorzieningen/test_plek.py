"""Places: rooms, keeper, accessibility, and what there is to do (M11, L14)."""

import pytest
from django.core.exceptions import ValidationError

from tests.fabriek import (
    een_buurt,
    een_geheime_plek,
    een_organisatie,
    een_plek,
    een_voorziening,
    een_wijk,
)
from voorzieningen.models import Locatie, Ruimte
from wijken.models import Postcodegebied

pytestmark = pytest.mark.django_db


def html(client) -> str:
    return client.get("/plek/dorpshuis-de-linde/").content.decode()


@pytest.mark.eis("M11")
@pytest.mark.eis("L14")
def test_the_page_shows_rooms_tariff_keeper_and_what_there_is_to_do(client):
    stichting = een_organisatie("Beheerstichting De Linde")
    plek = een_plek(
        beheerder="beheerder van het dorpshuis", beheerstichting=stichting, tarief="10 euro"
    )
    Ruimte.objects.create(locatie=plek, naam="Grote zaal", personen=80, inrichting="podium")
    een_voorziening("Koffieochtend", locaties=[plek])
    for woorden in (
        "Grote zaal",
        "80",
        "podium",
        "10 euro",
        "Beheerstichting De Linde",
        "Koffieochtend",
    ):
        assert woorden in html(client)


@pytest.mark.eis("L14")
def test_rooms_end_with_whom_to_call_for_them(client):
    stichting = een_organisatie("Beheerstichting De Linde", telefoon="085 000 5555")
    plek = een_plek(beheerstichting=stichting)
    assert "met een groep?" not in html(client)
    Ruimte.objects.create(locatie=plek, naam="Grote zaal")
    ruimtes = html(client).split("met een groep?")[1].split("</p>")[0]
    assert 'href="tel:+31850005555"' in ruimtes
    plek.telefoon = "085 000 6666"
    plek.save()
    assert 'href="tel:+31850006666"' in html(client).split("met een groep?")[1].split("</p>")[0]


@pytest.mark.eis("M11")
def test_no_and_unknown_are_different_answers(client):
    een_plek(drempelvrij="ja", lift="nee")
    antwoorden = {vraag: code for vraag, code, _woord in Locatie.objects.get().toegankelijkheid()}
    assert antwoorden["zonder drempels"] == "ja"
    assert antwoorden["lift of alles gelijkvloers"] == "nee"
    assert antwoorden["ringleiding voor slechthorenden"] == "onbekend"
    assert "<strong>nee</strong>" in html(client)


def test_a_park_is_not_asked_for_its_lift(client):
    een_plek(soort="park")
    assert "Kunt u erin?" not in html(client)


@pytest.mark.eis("M1")
def test_the_buurt_follows_from_the_point_or_else_from_the_postcode():
    buurt = een_buurt()
    assert een_plek().gebied == buurt
    ander = een_buurt("Kom Reek", grens=None)
    Postcodegebied.objects.create(postcode="5375AA", buurt=ander)
    assert een_plek("Op postcode", lat=None, lon=None, postcode="5375AA").gebied == ander
    assert een_plek("Nergens", lat=None, lon=None, postcode="").gebied is None


def test_the_page_leads_to_the_wijk(client):
    een_plek(gebied=een_buurt(ouder=een_wijk("Volkel")))
    assert 'href="/wijk/volkel/"' in html(client)


def test_a_meeting_place_has_no_secret_address():
    with pytest.raises(ValidationError, match="geheim adres"):
        Locatie(naam="x", vertrouwelijk=True, is_ontmoetingsplek=True).clean()


def test_a_secret_place_gives_no_address_even_in_code():
    assert een_geheime_plek().adresregel == ""


@pytest.mark.eis("V2")
def test_an_area_holds_the_places_of_the_areas_in_it():
    uden = een_wijk("Uden", soort="stadsdeel")
    west = een_wijk("Uden West", ouder=uden)
    plek = een_plek(gebied=een_buurt(ouder=west))
    ander = een_wijk("Reek")
    for gebied in (plek.gebied, west, uden, west.ouder.ouder):
        assert plek in Locatie.objects.in_gebied(gebied)
    assert plek not in Locatie.objects.in_gebied(ander)
