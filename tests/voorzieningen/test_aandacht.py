"""The start page of /beheer/ counts what needs attention, and each count opens its list (L1)."""

from datetime import date, timedelta

import pytest

from sociale_basis.demo.gebruikers import maak_logins
from sociale_basis.kern.models import Mail, Zoekterm
from tests.fabriek import een_organisatie, een_plek, een_voorziening
from tests.hulp.html import Lezer
from voorzieningen.gebreken import GEBREKEN
from voorzieningen.models import Voorstel

pytestmark = [pytest.mark.django_db, pytest.mark.eis("L1")]

MET_TELEFOON = {"telefoon": "085 000 1111"}


@pytest.fixture
def redacteur(client):
    client.force_login(maak_logins()["redacteur"])
    return client


@pytest.fixture
def in_orde():
    """An organisation, a place and a provision on which nothing is wrong."""
    samen = een_organisatie(**MET_TELEFOON)
    return een_voorziening(verantwoordelijke=samen, locaties=[een_plek()])


def start(client) -> str:
    return client.get("/beheer/").content.decode()


def test_who_has_nothing_to_do_is_told_so(redacteur, in_orde):
    assert "U heeft niets te doen. Alles is bijgewerkt." in start(redacteur)


MANKEMENTEN = [
    ("voorziening", "lang", {"laatst_gecontroleerd": date(2020, 1, 1)}),
    ("voorziening", "verlopen", {"laatst_gecontroleerd": date.today() - timedelta(days=200)}),
    ("voorziening", "concept", {"publicatie": "concept"}),
    ("organisatie", "zonder_contact", {"telefoon": ""}),
    ("organisatie", "verlopen", {"laatst_gecontroleerd": date.today() - timedelta(days=200)}),
    ("locatie", "zonder_punt", {"lat": None, "lon": None}),
    ("locatie", "lang", {"laatst_gecontroleerd": date(2020, 1, 1)}),
]


@pytest.mark.parametrize(("model", "gebrek", "velden"), MANKEMENTEN)
def test_one_click_opens_a_list_of_exactly_what_was_counted(
    redacteur, in_orde, model, gebrek, velden
):
    ding = {
        "voorziening": in_orde,
        "organisatie": in_orde.verantwoordelijke,
        "locatie": in_orde.locaties.get(),
    }[model]
    for naam, waarde in velden.items():
        setattr(ding, naam, waarde)
    ding.save()
    link = f"/beheer/voorzieningen/{model}/?let_op={gebrek}"
    assert link in Lezer(start(redacteur)).links
    lijst = redacteur.get(link).content.decode()
    assert f"/beheer/voorzieningen/{model}/{ding.pk}/change/" in lijst
    assert "1 gevonden" in lijst


def test_a_provision_without_theme_or_place_is_counted(redacteur, in_orde):
    in_orde.themas.clear()
    in_orde.locaties.clear()
    html = start(redacteur)
    assert "?let_op=zonder_thema" in html
    assert "?let_op=plek_nodig" in html


def test_help_by_telephone_needs_no_place(redacteur, in_orde):
    in_orde.toegang = "aanmelden"
    in_orde.save()
    in_orde.locaties.clear()
    assert "plek_nodig" not in start(redacteur)


def test_the_number_of_who_is_responsible_is_a_contact_too(redacteur, in_orde):
    assert "voorziening/?let_op=zonder_contact" not in start(redacteur)
    in_orde.verantwoordelijke.telefoon = ""
    in_orde.verantwoordelijke.save()
    assert "voorziening/?let_op=zonder_contact" in start(redacteur)


def test_it_says_which_of_them_are_yours(redacteur, in_orde):
    logins = maak_logins()
    for wie in ("redacteur", "redacteur", "beheerder"):
        een_voorziening("Concept", publicatie="concept", redacteur=logins[wie])
    assert "waarvan 2 van u" in start(redacteur)


def test_the_archive_asks_for_nothing(redacteur, in_orde):
    een_voorziening("Weg", publicatie="concept").archiveer("Gestopt.")
    assert "U heeft niets te doen" in start(redacteur)


def test_words_that_found_nothing_are_counted_once_enough_people_asked(redacteur, in_orde):
    term = Zoekterm.objects.create(dag=date.today(), soort="niets", woord="zwemles", aantal=2)
    assert "Zoekwoorden" not in start(redacteur)
    term.aantal = 3
    term.save()
    assert "Zoekwoorden die niets vonden" in start(redacteur)


VOORSTELLEN = [
    ("bezoeker", "Meldingen van bezoekers"),
    ("gemist", "Meldingen van bezoekers"),
    ("organisatie", "Wacht op goedkeuring"),
    ("wijkredacteur", "Wacht op goedkeuring"),
    ("controle", "Wacht op goedkeuring"),
]


@pytest.mark.eis("V5")
@pytest.mark.parametrize(("bron", "kop"), VOORSTELLEN)
def test_proposals_wait_one_click_away(redacteur, in_orde, bron, kop):
    voorstel = Voorstel.objects.dien_in(in_orde, {"kort": "Nu ook op dinsdag."}, bron=bron)
    (link,) = [url for url in Lezer(start(redacteur)).links if "/voorstel/?" in url]
    assert kop in start(redacteur)
    assert voorstel.get_absolute_url() in redacteur.get(link).content.decode()
    voorstel.wijs_af(maak_logins()["redacteur"], "Klopt al.")
    assert kop not in start(redacteur)


def test_mail_that_did_not_arrive_is_one_click_away(redacteur, in_orde):
    Mail.objects.create(aan="iemand@voorbeeld.nl", onderwerp="Klopt dit nog?", stand="mislukt")
    html = start(redacteur)
    assert "E-mail die niet aankwam" in html
    (link,) = [url for url in Lezer(html).links if "/mail/?" in url]
    assert "Klopt dit nog?" in redacteur.get(link).content.decode()


def test_who_may_only_look_has_nothing_to_do(client, in_orde):
    een_voorziening("Concept", publicatie="concept")
    client.force_login(maak_logins()["lezer"])
    assert "U heeft niets te doen" in start(client)


def test_it_costs_few_queries_however_much_there_is(
    redacteur, in_orde, django_assert_max_num_queries
):
    for nummer in range(30):
        een_voorziening(f"Concept {nummer}", publicatie="concept")
    start(redacteur)
    with django_assert_max_num_queries(12):  # who it is, and what needs more than a count
        start(redacteur)


def test_every_shortcoming_has_a_key_of_its_own_per_kind():
    for gebreken in GEBREKEN.values():
        assert len({gebrek.sleutel for gebrek in gebreken}) == len(gebreken)
