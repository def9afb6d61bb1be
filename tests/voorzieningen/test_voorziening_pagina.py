"""The page of one provision answers a worried visitor, and machines too."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.fabriek import (
    de_gemeente,
    een_doelgroep,
    een_geheime_plek,
    een_organisatie,
    een_plek,
    een_voorziening,
    een_wijk,
)
from voorzieningen.models import Openingstijd, Taal

pytestmark = pytest.mark.django_db


def pagina(client, adres="/voorziening/formulierenbrigade/") -> str:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def hoofddeel(html: str) -> str:
    return html.split("<main")[1].split("</main>")[0]


def gegevens(html: str) -> dict:
    return json.loads(re.search(r'ld\+json">(.*?)</script>', html, re.DOTALL)[1])


@pytest.mark.eis("H1")
def test_the_page_says_what_for_whom_where_and_what_it_costs(client):
    een_voorziening(
        beschrijving="Neem uw brieven mee.",
        doelgroepen=[een_doelgroep("Ouderen")],
        gebieden=[een_wijk("Volkel")],
        hele_gemeente=False,
        locaties=[een_plek()],
        kosten="gratis",
        leeftijd_van=55,
    )
    html = hoofddeel(pagina(client))
    for woorden in (
        "Neem uw brieven mee.", "Ouderen", "Volkel", "Dorpshuis De Linde", "5401 AB Uden",
        "Gratis", "Vanaf 55 jaar", "U kunt zo binnenlopen",
    ):  # fmt: skip
        assert woorden in html


@pytest.mark.eis("H2")
def test_the_page_says_who_is_responsible_and_who_does_the_work(client):
    samen, brigade = een_organisatie("Samen"), een_organisatie("De Brigade")
    een_voorziening(verantwoordelijke=samen, uitvoerders=[brigade], door_vrijwilligers=True)
    html = hoofddeel(pagina(client))
    assert 'href="/organisatie/samen/"' in html
    assert 'href="/organisatie/de-brigade/"' in html
    assert "Vrijwilligers voeren het uit" in html


@pytest.mark.eis("H10")
@pytest.mark.parametrize(
    ("eigen", "van_organisatie", "te_bellen"),
    [
        ("085 000 1111", "085 000 2222", "+31850001111"),
        ("", "085 000 2222", "+31850002222"),
        ("", "", "+31850001234"),
    ],
)
def test_there_is_always_a_number_to_tap(client, eigen, van_organisatie, te_bellen):
    de_gemeente()
    samen = een_organisatie(telefoon=van_organisatie)
    een_voorziening(telefoon=eigen, verantwoordelijke=samen)
    assert f'href="tel:{te_bellen}"' in hoofddeel(pagina(client))


@pytest.mark.eis("H10")
def test_even_without_any_number_in_the_database_somebody_can_be_called(client):
    een_voorziening()
    assert 'href="tel:1400"' in hoofddeel(pagina(client))


@pytest.mark.eis("L1")
@pytest.mark.parametrize(
    ("dagen", "woorden"),
    [(10, "Nagekeken op"), (100, "Er kan iets veranderd zijn"), (200, "Dit klopt misschien niet")],
)
def test_the_page_says_how_fresh_it_is(client, dagen, woorden):
    dag = timezone.localdate() - timedelta(days=dagen)
    een_voorziening(laatst_gecontroleerd=dag, controletermijn=90)
    assert woorden in pagina(client)


def test_a_secret_address_is_said_to_be_secret_by_not_being_said(client):
    een_voorziening(locaties=[een_geheime_plek()])
    html = pagina(client)
    assert "Geheimlaan" not in html
    assert "Er is geen vast adres" in html


def test_where_and_when_stands_before_the_small_print(client):
    een_voorziening(locaties=[een_plek()])
    html = pagina(client)
    assert html.index("Waar is het?") < html.index("Voor wie is het?")
    assert "Waar en wanneer?" not in html


def test_paper_gets_the_times_as_a_sentence(client):
    voorziening = een_voorziening()
    Openingstijd.objects.create(voorziening=voorziening, weekdag=1, van="09:00", tot="12:00")
    assert re.search(r'class="alleen-print">Dinsdag van 9.00 tot 12.00 uur', pagina(client))


def test_languages_and_interpreter_are_told(client):
    voorziening = een_voorziening(
        tolk="ja", talen=[Taal.objects.create(code="ar", naam="Arabisch")]
    )
    assert "Arabisch" in pagina(client)
    assert "Er kan een tolk bij komen" in pagina(client)
    voorziening.tolk = "onbekend"
    voorziening.save()
    assert "tolk" not in pagina(client)


def test_machines_read_the_same_as_people(client):
    een_voorziening(
        kosten="gratis",
        locaties=[een_plek()],
        telefoon="085 000 1111",
        kort='Hulp </script> & "meer"',
    )
    html = pagina(client)
    schema = gegevens(html)
    assert schema["@type"] == "Service"
    assert schema["description"] == 'Hulp </script> & "meer"'
    assert schema["isAccessibleForFree"] is True
    plek = schema["availableChannel"][0]["serviceLocation"]
    assert plek["address"]["postalCode"] == "5401AB"
    assert '<link rel="canonical" href="http://testserver/voorziening/formulierenbrigade/">' in html


def test_opening_times_are_shown_and_told_to_machines(client):
    voorziening = een_voorziening()
    Openingstijd.objects.create(voorziening=voorziening, weekdag=1, van="09:00", tot="12:00")
    html = pagina(client)
    assert "9.00 tot 12.00" in html or "9.00–12.00" in html
    assert gegevens(html)["hoursAvailable"][0]["opens"] == "09:00"


def test_what_people_type_is_never_run(client):
    een_voorziening("<b>Vet</b>", slug="vet", kort="<img src=x>", beschrijving="<script>1</script>")
    html = hoofddeel(pagina(client, "/voorziening/vet/"))
    assert "<b>Vet" not in html
    assert "<img" not in html
    assert "<script>1" not in html


def test_the_page_keeps_to_its_queries_however_much_hangs_on_it(
    client, django_assert_max_num_queries
):
    plekken = [een_plek(f"Plek {n}") for n in range(8)]
    wijken = [een_wijk(f"Wijk {n}") for n in range(8)]
    groepen = [een_doelgroep(f"Groep {n}") for n in range(8)]
    een_voorziening(locaties=plekken, gebieden=wijken, doelgroepen=groepen, beschrijving="Hallo.")
    pagina(client)
    with django_assert_max_num_queries(12):
        pagina(client)
