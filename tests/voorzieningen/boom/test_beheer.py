"""The boom in the admin: words at the field, an overview of what is missing, rights and history."""

import re
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client

from sociale_basis.demo.gebruikers import maak_logins
from tests.fabriek import (
    een_afspraak,
    een_boom,
    een_laag,
    een_stap,
    een_thema,
    een_voorwaarde,
    een_voorziening,
)
from tests.voorzieningen.beheer import open_formulier, wijzig
from voorzieningen.boom.gaten import gaten
from voorzieningen.models import Regieafspraak, Stap, Voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H3")]


@pytest.fixture
def beheer(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("chef"))
    return client


def stapvelden(van, naar, soort: str) -> dict[str, object]:
    tekst = dict.fromkeys(("wanneer", "wie", "wie_belt"), "x")
    return {"van_laag": van.pk, "naar_laag": naar.pk, "soort": soort, **tekst}


def test_a_wrong_step_is_explained_at_the_field(beheer: Client) -> None:
    buurt, team, _top = een_boom()
    adres = "/beheer/voorzieningen/stap/add/"
    antwoord = beheer.post(adres, stapvelden(team, buurt, "overnemen"))
    assert antwoord.status_code == 200
    assert "lagere laag" in antwoord.context["adminform"].form.errors["naar_laag"][0]


def test_no_provision_belongs_to_a_layer_that_is_gone(beheer: Client) -> None:
    """Not by choosing it, and not by coming back after the layer went."""
    laag = een_laag("Oude laag")
    verleden, nu = (een_voorziening(naam, themas=[een_thema()]) for naam in ("Verleden", "Nu"))
    Voorziening.objects.filter(pk=verleden.pk).update(laag=laag)
    verleden.refresh_from_db()
    verleden.archiveer("Gestopt.")
    laag.archiveer("Niet meer nodig.")
    for hulp, anders in ((verleden, {"archiefreden": [""]}), (nu, {"laag": [laag.pk]})):
        post = open_formulier(beheer, wijzig(hulp)) | anders
        fouten = beheer.post(wijzig(hulp), post).context["adminform"].form.errors
        assert fouten["laag"] == ["Deze laag is gearchiveerd. Kies een andere."]
    post = open_formulier(beheer, wijzig(verleden)) | {"archiefreden": [""], "laag": [""]}
    assert beheer.post(wijzig(verleden), post).status_code == 302


def test_a_right_step_is_kept_with_its_history(beheer: Client) -> None:
    buurt, _team, top = een_boom()
    adres = "/beheer/voorzieningen/stap/add/"
    assert beheer.post(adres, stapvelden(buurt, top, "overnemen")).status_code == 302
    stap = Stap.objects.get(soort="overnemen")
    assert stap.naam == "Van Buurt naar Specialist: overnemen"
    assert stap.history.get().history_user.username == "chef"


@pytest.mark.parametrize("model", ["boomlaag", "stap", "voorwaarde", "regieafspraak"])
def test_every_list_and_form_opens(beheer: Client, model: str) -> None:
    een_boom()
    assert beheer.get(f"/beheer/voorzieningen/{model}/").status_code == 200
    assert beheer.get(f"/beheer/voorzieningen/{model}/add/").status_code == 200


def test_what_was_saved_can_be_opened_and_saved_again(beheer: Client) -> None:
    """On PostgreSQL too, where no row is locked together with what its order looks up."""
    laag, *_hoger = een_boom()
    stap = een_stap(een_voorziening("Maatje", laag=laag), een_voorziening("Hulp", laag=laag))
    for ding in (laag, Stap.objects.first(), stap, een_voorwaarde(), een_afspraak("Geld")):
        antwoord = beheer.post(wijzig(ding), open_formulier(beheer, wijzig(ding)))
        assert antwoord.status_code == 302, ding


def test_staff_see_what_has_no_layer_no_way_and_nobody_responsible(beheer: Client) -> None:
    buurt, team, top = een_boom()
    Stap.objects.filter(van_laag=team).delete()
    een_voorziening("Vast", toegang="aanmelden", vorm="individueel")
    een_voorziening("Zelf geregeld", laag=team)
    zelf = een_voorziening("Met eigen stappen", laag=team)
    een_stap(zelf, top)
    een_stap(zelf, buurt, "afschalen")
    html = beheer.get("/beheer/voorzieningen/boomlaag/gaten/").content.decode()
    assert "Zonder weg omhoog" in html
    lijst = beheer.get("/beheer/voorzieningen/voorziening/?boom=omhoog").content.decode()
    assert "Vast" in lijst
    assert "Zelf geregeld" in lijst
    assert "Met eigen stappen" not in lijst
    terug = beheer.get("/beheer/voorzieningen/voorziening/?boom=terug").content.decode()
    assert "Met eigen stappen" not in terug


def test_the_list_of_what_is_missing_counts_what_residents_see(beheer: Client) -> None:
    """A step to a draft is no way for them; what is not on the website yet is no gap."""
    buurt, team, top = een_boom()
    Stap.objects.filter(van_laag=team).delete()
    los = een_voorziening("Naar iets verborgens", laag=team)
    een_stap(los, een_voorziening("Concept", laag=top, publicatie="concept"))
    een_stap(los, buurt, "afschalen")
    een_voorziening("Nog niet", laag=team, zichtbaar_vanaf=date(2099, 1, 1))
    per_gat = {gat.sleutel: gat.aantal for gat in gaten()}
    assert (per_gat["omhoog"], per_gat["terug"]) == (1, 0)
    overzicht = beheer.get("/beheer/voorzieningen/boomlaag/gaten/").content.decode()
    adres = re.search(r'href="([^"]*boom=omhoog[^"]*)"', overzicht)[1].replace("&amp;", "&")
    lijst = beheer.get(adres).content.decode()
    assert "Naar iets verborgens" in lijst
    assert "Nog niet" not in lijst


def test_a_reader_may_look_and_not_change(client: Client) -> None:
    client.force_login(maak_logins()["lezer"])
    een_boom()
    assert client.get("/beheer/voorzieningen/stap/").status_code == 200
    assert client.get("/beheer/voorzieningen/stap/add/").status_code == 403
    assert client.get("/beheer/voorzieningen/boomlaag/gaten/").status_code == 200
    client.force_login(User.objects.create_user("niemand", is_staff=True))
    assert client.get("/beheer/voorzieningen/boomlaag/gaten/").status_code == 403


def test_the_history_of_an_agreement_holds_its_themes(beheer: Client) -> None:
    from tests.fabriek import een_organisatie

    gegevens = {
        "naam": "Geld", "organisatie": een_organisatie().pk, "functie": "coach",
        "waarom": "Past.", "anderen": "Helpen.", "themas": [een_thema().pk],
    }  # fmt: skip
    assert beheer.post("/beheer/voorzieningen/regieafspraak/add/", gegevens).status_code == 302
    afspraak = Regieafspraak.objects.get()
    assert afspraak.history.first().themas.count() == 1


def test_lists_ask_a_fixed_number_of_queries(beheer, django_assert_max_num_queries) -> None:
    _buurt, team, top = een_boom()
    for n in range(30):
        een_stap(een_voorziening(f"Hulp {n}", laag=team), top)
    beheer.get("/beheer/voorzieningen/stap/")
    with django_assert_max_num_queries(12):
        beheer.get("/beheer/voorzieningen/stap/")
