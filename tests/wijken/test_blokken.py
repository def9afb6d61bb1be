"""What is kept of the page of a wijk, and how soon a change shows."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.fabriek import een_organisatie, een_plek, een_voorziening, een_wijk
from wijken.models import Gebied, Inzet, Teamlid

pytestmark = pytest.mark.django_db


@pytest.fixture
def volkel() -> Gebied:
    wijk = een_wijk("Volkel")
    joost = Teamlid.objects.create(
        naam="Joost", functie="preventiewerker", expertise="volwassenen", telefoon="0850001234"
    )
    Inzet.objects.create(teamlid=joost, gebied=wijk)
    een_plek("Dorpshuis De Zwaan", gebied=wijk)
    een_voorziening("Breicafé", hele_gemeente=False, gebieden=[wijk])
    return wijk


def pagina(client: Client) -> str:
    return client.get("/wijk/volkel/").text


def test_a_second_visitor_in_the_same_minute_costs_three_queries(
    client: Client, volkel: Gebied, django_assert_max_num_queries: Any
) -> None:
    eerste = pagina(client)
    with django_assert_max_num_queries(3):
        assert pagina(client) == eerste


def test_who_leaves_and_what_is_archived_is_gone_at_once(client: Client, volkel: Gebied) -> None:
    assert "Joost" in pagina(client)
    Teamlid.objects.get().archiveer("Werkt hier niet meer.")
    assert "Joost" not in pagina(client)

    assert "Dorpshuis De Zwaan" in pagina(client)
    volkel.locaties.get().archiveer("Het dak is stuk.")
    assert "Dorpshuis De Zwaan" not in pagina(client)

    assert "Breicafé" in pagina(client)
    volkel.voorzieningen.get().archiveer("De wol is op.")
    assert "Breicafé" not in pagina(client)


def test_a_new_number_of_the_wijk_stands_there_at_once(client: Client, volkel: Gebied) -> None:
    assert "085 000 9999" not in pagina(client)
    volkel.contact_naam, volkel.contact_telefoon = "Team Volkel", "0850009999"
    volkel.save()
    assert "085 000 9999" in pagina(client)


def test_an_absence_shows_within_a_minute(
    client: Client, volkel: Gebied, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "is er niet" not in pagina(client).lower()
    vandaag = timezone.localdate()
    Teamlid.objects.get().afwezigheden.create(van=vandaag, tot=vandaag + timedelta(days=3))
    straks = timezone.now() + timedelta(seconds=60)
    monkeypatch.setattr("sociale_basis.context.timezone.now", lambda: straks)
    assert "is er niet" in pagina(client).lower()


def test_every_area_keeps_its_own_page(client: Client, volkel: Gebied) -> None:
    een_wijk("Reek")
    een_organisatie("Stichting Reek")
    assert "Joost" in pagina(client)
    assert "Joost" not in client.get("/wijk/reek/").text
