"""/werk/netwerk/: who may see and change what, and how it goes on a phone without JavaScript."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from tests.fabriek import een_organisatie, een_wijk
from tests.wijken.mensen import een_login, een_teamlid
from wijken.models import Netwerkpartner

from .partners import een_partner

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M6")]


@pytest.fixture
def wijken() -> dict[str, Any]:
    """Volkel with a partner, and Reek where others work."""
    volkel, reek = een_wijk("Volkel"), een_wijk("Reek")
    return {
        "volkel": volkel,
        "reek": reek,
        "partner": een_partner(
            volkel, "wijkagent", contactpersoon="Ans Verkuijlen", telefoon="085 000 3333"
        ),
        "ander": een_partner(volkel, "huisarts"),
    }


def van_team(wijk: str, *, verbinder: bool) -> Callable[[dict[str, Any]], User]:
    return lambda wijken: een_login(een_teamlid(gebied=wijken[wijk], verbinder=verbinder))


def als_partner(wijken: dict[str, Any]) -> User:
    gebruiker = User.objects.create_user("agent")
    Netwerkpartner.objects.filter(pk=wijken["partner"].pk).update(gebruiker=gebruiker)
    return gebruiker


def als_partner_elders(wijken: dict[str, Any]) -> User:
    gebruiker = User.objects.create_user("pastor")
    een_partner(wijken["reek"], "pastor", gebruiker=gebruiker)
    return gebruiker


WIE: dict[str, Callable[[dict[str, Any]], User]] = {
    "verbinder": van_team("volkel", verbinder=True),
    "preventiewerker": van_team("volkel", verbinder=False),
    "partner": als_partner,
    "verbinder elders": van_team("reek", verbinder=True),
    "preventiewerker elders": van_team("reek", verbinder=False),
    "partner elders": als_partner_elders,
    "beheerder": lambda _wijken: User.objects.create_superuser("beheerder"),
    "buitenstaander": lambda _wijken: User.objects.create_user("iemand"),
}
NETWERK, VOLKEL, NIEUW = "/werk/netwerk/", "/werk/netwerk/volkel/", "/werk/netwerk/volkel/nieuw/"
PARTNER, RING, WEG = "partner/", "partner/ring/", "partner/weg/"
ANDER = "ander/"
# What each address answers to a plain GET; a form that is sent is in the table below it.
ZIEN = {
    #                          list  Volkel new  change other  out
    "verbinder":              (302, 200, 200, 200, 200, 200),
    "preventiewerker":        (302, 200, 403, 403, 403, 403),
    "partner":                (200, 404, 404, 200, 404, 403),
    "verbinder elders":       (302, 404, 404, 404, 404, 404),
    "preventiewerker elders": (302, 404, 404, 404, 404, 404),
    "partner elders":         (200, 404, 404, 404, 404, 404),
    "beheerder":              (403, 403, 403, 403, 403, 403),
    "buitenstaander":         (403, 403, 403, 403, 403, 403),
}  # fmt: skip
# Whether what is sent is done: a new partner, a change, another ring, out of the network.
DOEN = {
    "verbinder":              (True, True, True, True),
    "preventiewerker":        (False, False, False, False),
    "partner":                (False, True, False, False),
    "verbinder elders":       (False, False, False, False),
    "preventiewerker elders": (False, False, False, False),
    "partner elders":         (False, False, False, False),
    "beheerder":              (False, False, False, False),
    "buitenstaander":         (False, False, False, False),
}  # fmt: skip
iedereen = pytest.mark.parametrize("wie", WIE)


def binnen(wie: str, wijken: dict[str, Any]) -> Client:
    client = Client()
    client.force_login(WIE[wie](wijken))
    return client


def adres(deel: str, wijken: dict[str, Any]) -> str:
    for naam in ("partner", "ander"):
        if deel.startswith(naam):
            return f"/werk/netwerk/partner/{wijken[naam].pk}/{deel.removeprefix(naam + '/')}"
    return deel


@iedereen
def test_each_address_answers_what_the_table_says(wie, wijken):
    client = binnen(wie, wijken)
    delen = (NETWERK, VOLKEL, NIEUW, PARTNER, ANDER, WEG)
    antwoorden = tuple(client.get(adres(deel, wijken)).status_code for deel in delen)
    assert antwoorden == ZIEN[wie]
    assert client.get(adres(RING, wijken)).status_code in (403, 405)


@iedereen
def test_what_is_sent_is_done_as_the_table_says(wie, wijken):
    client, partner = binnen(wie, wijken), wijken["partner"]
    nieuw = {"functie": "pastor", "ring": "tweede", "domein": "geloof"}
    client.post(NIEUW, nieuw)
    gedaan = [Netwerkpartner.objects.filter(functie="pastor", gebied=wijken["volkel"]).exists()]
    client.post(adres(PARTNER, wijken), nieuw | {"functie": "agent", "brengt_in": "Nieuw."})
    partner.refresh_from_db()
    gedaan.append(partner.brengt_in == "Nieuw.")
    client.post(adres("ander/ring/", wijken), {"ring": "tweede"})
    wijken["ander"].refresh_from_db()
    gedaan.append(wijken["ander"].ring == "tweede")
    client.post(adres(WEG, wijken), {"reden": "Met pensioen."})
    partner.refresh_from_db()
    gedaan.append(partner.is_gearchiveerd)
    assert tuple(gedaan) == DOEN[wie]


def test_who_is_not_logged_in_is_asked_to(client, wijken):
    for deel in (NETWERK, VOLKEL, NIEUW, PARTNER, WEG):
        assert client.get(adres(deel, wijken))["Location"].startswith("/beheer/login/?next=/werk/")


def test_a_partner_changes_contact_offer_and_capacity_and_nothing_else(wijken):
    client = binnen("partner", wijken)
    alles = {
        "functie": "burgemeester", "ring": "tweede", "domein": "anders", "is_gangmaker": "on",
        "tekende_op": "2026-01-01", "gebruiker": "", "helpt_bij_idee": "on",
        "brengt_in": "Kent het dorp.", "capaciteit": "vol tot januari",
        "contactpersoon": "Bram", "telefoon": "085 000 4444", "email": "b@voorbeeld.nl",
        "contact_openbaar": "on",
    }  # fmt: skip
    assert client.post(adres(PARTNER, wijken), alles).status_code == 302
    partner = Netwerkpartner.objects.get(pk=wijken["partner"].pk)
    assert (partner.functie, partner.ring, partner.domein) == ("wijkagent", "eerste", "zorg")
    assert [partner.is_gangmaker, partner.tekende, partner.helpt_bij_idee] == [False] * 3
    assert (partner.contactpersoon, partner.brengt_in) == ("Bram", "Kent het dorp.")
    assert partner.contact_openbaar
    assert partner.capaciteit_op == timezone.localdate()


def test_a_partner_who_left_can_no_longer_come_in(wijken):
    client = binnen("partner", wijken)
    wijken["partner"].refresh_from_db()
    wijken["partner"].archiveer("Werkt elders.")
    assert client.get(NETWERK).status_code == 403
    assert Netwerkpartner.objects.get(pk=wijken["partner"].pk).gebruiker is None


@pytest.mark.eis("V7")
def test_the_team_sees_contacts_that_are_not_public(wijken):
    tekst = binnen("preventiewerker", wijken).get(VOLKEL).content.decode()
    assert "Ans Verkuijlen" in tekst
    assert 'href="tel:+31850003333"' in tekst
    assert "alleen voor het team" in tekst
    assert "Geen contact bekend" in tekst  # the other one


def test_a_new_partner_is_on_the_website_at_once(client, wijken):
    gegevens = {"functie": "pastor", "ring": "tweede", "domein": "geloof", "capaciteit": "vol"}
    antwoord = binnen("verbinder", wijken).post(NIEUW, gegevens, follow=True)
    assert "Pastor is bewaard" in antwoord.content.decode()
    assert "Pastor" in client.get("/wijk/volkel/netwerk/").content.decode()


def test_what_is_wrong_stands_beside_the_field_and_what_was_typed_stays(wijken):
    gegevens = {"ring": "eerste", "domein": "zorg", "telefoon": "twaalf", "brengt_in": "Veel."}
    tekst = binnen("verbinder", wijken).post(NIEUW, gegevens).content.decode()
    assert "Vul een functie in, of kies hieronder een organisatie" in tekst
    assert "geen geldig telefoonnummer" in tekst
    assert 'value="twaalf"' in tekst
    assert 'value="Veel."' in tekst
    assert "<title>Fout:" in tekst


def test_only_organisations_on_the_website_can_be_chosen(wijken):
    een_organisatie("Te zien")
    een_organisatie("Nog niet", publicatie="concept")
    tekst = binnen("verbinder", wijken).get(NIEUW).content.decode()
    assert "Te zien" in tekst
    assert "Nog niet" not in tekst.split("Geen, of niet in de lijst")[1].split("</select>")[0]


def test_moving_twice_moves_once(wijken):
    client = binnen("verbinder", wijken)
    for _keer in range(2):
        client.post(adres(RING, wijken), {"ring": "tweede"})
    wijken["partner"].refresh_from_db()
    assert wijken["partner"].ring == "tweede"
    client.post(adres(RING, wijken), {"ring": "derde"})
    wijken["partner"].refresh_from_db()
    assert wijken["partner"].ring == "tweede"


def test_a_partner_does_not_leave_without_a_reason(wijken):
    tekst = binnen("verbinder", wijken).post(adres(WEG, wijken), {"reden": " "}).content.decode()
    assert 'aria-invalid="true"' in tekst
    wijken["partner"].refresh_from_db()
    assert not wijken["partner"].is_gearchiveerd


@pytest.mark.eis("V9")
def test_saying_that_it_still_holds_renews_the_day(wijken):
    oud = timezone.localdate() - timedelta(200)
    Netwerkpartner.objects.filter(pk=wijken["partner"].pk).update(
        capaciteit="vol", capaciteit_op=oud
    )
    client = binnen("partner", wijken)
    client.post(adres(PARTNER, wijken), {"capaciteit": "vol"})
    wijken["partner"].refresh_from_db()
    assert wijken["partner"].capaciteit_op == oud
    client.post(adres(PARTNER, wijken), {"capaciteit": "vol", "klopt_nog": "on"})
    wijken["partner"].refresh_from_db()
    assert wijken["partner"].capaciteit_op == timezone.localdate()


@pytest.mark.eis("V9")
def test_the_menu_counts_for_whom_to_ask_again(wijken):
    oud = timezone.localdate() - timedelta(200)
    for naam in ("partner", "ander"):
        Netwerkpartner.objects.filter(pk=wijken[naam].pk).update(
            capaciteit="vol", capaciteit_op=oud
        )
    for wie, aantal in (("verbinder", 2), ("preventiewerker", 0), ("verbinder elders", 0)):
        client = Client()
        Netwerkpartner.objects.update(gebruiker=None)
        User.objects.filter(username__startswith="lid").delete()
        client.force_login(WIE[wie](wijken))
        request = client.get(VOLKEL if "elders" not in wie else "/werk/netwerk/reek/").wsgi_request
        assert [deel.aantal for deel in request._werkdelen if deel.titel == "Netwerk"] == [aantal]


def test_the_whole_list_costs_no_more_when_it_grows(wijken, django_assert_max_num_queries):
    client = binnen("verbinder", wijken)
    for nummer in range(25):
        een_partner(
            wijken["volkel"], f"functie {nummer}", organisatie=een_organisatie(f"O{nummer}")
        )
    client.get(VOLKEL)
    with django_assert_max_num_queries(25):
        client.get(VOLKEL)


# --- two people at once ----------------------------------------------------------------------


def versie(client: Client, pad: str) -> str:
    return str(client.get(pad).context["formulier"]["versie"].value())


def formulier(partner: Netwerkpartner, **anders: Any) -> dict[str, Any]:
    vast = {"functie": partner.functie, "ring": partner.ring, "domein": partner.domein}
    contact = {"contactpersoon": partner.contactpersoon, "telefoon": partner.telefoon}
    return vast | contact | {"brengt_in": partner.brengt_in} | anders


def test_two_at_once_on_one_field_both_see_both(wijken):
    partner, pad = wijken["partner"], adres(PARTNER, wijken)
    client = binnen("verbinder", wijken)
    begonnen = versie(client, pad)
    partner.brengt_in = "Kent de winkels."
    partner.save()
    mijn = formulier(partner, brengt_in="Kent de jeugd.", versie=begonnen)
    antwoord = client.post(pad, mijn)
    tekst = antwoord.content.decode()
    assert "Iemand anders schreef hier net: “Kent de winkels.”" in tekst
    assert 'value="Kent de jeugd."' in tekst
    nu = str(antwoord.context["formulier"]["versie"].value())
    assert nu != begonnen
    assert client.post(pad, mijn | {"versie": nu}).status_code == 302
    partner.refresh_from_db()
    assert partner.brengt_in == "Kent de jeugd."


def test_two_who_wrote_the_same_do_not_clash(wijken):
    partner, pad = wijken["partner"], adres(PARTNER, wijken)
    client = binnen("verbinder", wijken)
    mijn = formulier(partner, telefoon="085-000 77 77", versie=versie(client, pad))
    partner.telefoon = "0850007777"
    partner.save()
    assert client.post(pad, mijn).status_code == 302


def test_two_at_once_on_different_fields_lose_nothing(wijken):
    partner, pad = wijken["partner"], adres(PARTNER, wijken)
    client = binnen("verbinder", wijken)
    mijn = formulier(partner, brengt_in="Kent de jeugd.", versie=versie(client, pad))
    partner.contactpersoon, partner.contact_openbaar = "Bram", True
    partner.ring = "tweede"
    partner.save()
    assert client.post(pad, mijn).status_code == 302
    partner.refresh_from_db()
    assert (partner.brengt_in, partner.contactpersoon) == ("Kent de jeugd.", "Bram")
    assert (partner.ring, partner.contact_openbaar) == ("tweede", True)
