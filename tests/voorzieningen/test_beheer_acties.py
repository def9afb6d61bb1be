"""Many entries at once: publish, archive, another owner; with a reason where one is needed."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User

from sociale_basis.demo.gebruikers import maak_logins
from tests.fabriek import een_organisatie, een_plek, een_voorziening
from voorzieningen.models import Organisatie, Voorziening

pytestmark = pytest.mark.django_db

LIJST = "/beheer/voorzieningen/voorziening/"


@pytest.fixture
def redacteur(client):
    client.force_login(maak_logins()["redacteur"])
    return client


def doe(client, actie: str, *rijen, lijst: str = LIJST, **antwoord):
    post = {"action": actie, "_selected_action": [rij.pk for rij in rijen], "select_across": "0"}
    return client.post(lijst, post | antwoord, follow=True)


def meldingen(antwoord) -> list[str]:
    return [str(melding) for melding in antwoord.context["messages"]]


class TestPublishing:
    def test_what_is_complete_goes_online(self, redacteur):
        concept = een_voorziening("Af", publicatie="concept")
        antwoord = doe(redacteur, "publiceer", concept)
        assert meldingen(antwoord) == ["1 op de website gezet."]
        assert concept in Voorziening.objects.zichtbaar()

    def test_what_is_not_stays_off_and_says_why(self, redacteur):
        af = een_voorziening("Af", publicatie="concept")
        niemand = een_voorziening("Voor niemand", publicatie="concept", hele_gemeente=False)
        wees = een_voorziening("Wees", publicatie="concept", verantwoordelijke=None)
        kaal = een_voorziening("Kaal", publicatie="concept")
        kaal.themas.clear()
        tekst = " ".join(meldingen(doe(redacteur, "publiceer", af, niemand, wees, kaal)))
        assert "“Voor niemand” staat niet op de website: Voor wie is dit?" in tekst
        assert "“Wees” staat niet op de website: Wat op de website staat, heeft een" in tekst
        assert "“Kaal” staat niet op de website: Kies minstens één thema." in tekst
        assert set(Voorziening.objects.zichtbaar()) == {af}

    def test_the_archive_is_not_published(self, redacteur):
        weg = een_organisatie(publicatie="concept")
        weg.archiveer("Gestopt.")
        lijst = "/beheer/voorzieningen/organisatie/?archief=ja"
        assert "archief" in meldingen(doe(redacteur, "publiceer", weg, lijst=lijst))[0]

    @pytest.mark.parametrize("maak", [een_organisatie, een_plek])
    def test_organisations_and_places_too(self, redacteur, maak):
        ding = maak(publicatie="concept")
        doe(redacteur, "publiceer", ding, lijst=f"/beheer/voorzieningen/{ding._meta.model_name}/")
        assert ding in type(ding).objects.zichtbaar()


@pytest.mark.eis("V12")
class TestArchiving:
    def test_a_reason_is_asked_first_and_nothing_happens_yet(self, redacteur):
        hulp = een_voorziening("Eettafel")
        html = doe(redacteur, "archiveer", hulp).content.decode()
        assert "Waarom gaan deze weg?" in html
        assert "Eettafel" in html
        assert hulp in Voorziening.objects.zichtbaar()

    def test_without_a_reason_it_asks_again(self, redacteur):
        hulp = een_voorziening("Eettafel")
        html = doe(redacteur, "archiveer", hulp, antwoord="1", reden=" ").content.decode()
        assert "errorlist" in html
        assert hulp in Voorziening.objects.zichtbaar()

    def test_with_a_reason_the_public_reads_it_at_the_old_address(self, redacteur, client):
        hulp = een_voorziening("Eettafel")
        doe(redacteur, "archiveer", hulp, antwoord="1", reden="De kok is met pensioen.")
        antwoord = client.get(hulp.get_absolute_url())
        assert antwoord.status_code == 410
        assert "De kok is met pensioen." in antwoord.content.decode()

    def test_all_pages_of_a_list_go_along_when_asked(self, redacteur):
        rijen = [een_voorziening(f"V {nummer}") for nummer in range(55)]
        vraag = doe(redacteur, "archiveer", rijen[0], select_across="1")
        assert "U koos er 55:" in vraag.content.decode()
        doe(redacteur, "archiveer", rijen[0], select_across="1", antwoord="1", reden="Klaar.")
        assert not Voorziening.objects.zichtbaar().exists()


@pytest.mark.eis("L1")
class TestAnotherOwner:
    def test_a_provision_gets_another_redacteur_and_organisation(self, redacteur):
        hulp, nieuw = een_voorziening(), een_organisatie("Nieuwe Welzijn")
        wie = User.objects.create_user("bram", is_staff=True)
        keuze = {"redacteur": wie.pk, "verantwoordelijke": nieuw.pk}
        doe(redacteur, "geef_eigenaar", hulp, antwoord="1", **keuze)
        hulp.refresh_from_db()
        assert (hulp.redacteur, hulp.verantwoordelijke) == (wie, nieuw)

    def test_what_stays_empty_stays_as_it_is(self, redacteur):
        hulp = een_voorziening()
        was = hulp.verantwoordelijke
        wie = User.objects.create_user("bram", is_staff=True)
        doe(redacteur, "geef_eigenaar", hulp, antwoord="1", redacteur=wie.pk)
        hulp.refresh_from_db()
        assert (hulp.redacteur, hulp.verantwoordelijke) == (wie, was)

    def test_an_empty_answer_is_asked_again(self, redacteur):
        html = doe(redacteur, "geef_eigenaar", een_voorziening(), antwoord="1").content.decode()
        assert "Kies een redacteur of een organisatie." in html

    def test_an_organisation_has_only_a_redacteur(self, redacteur):
        lijst = "/beheer/voorzieningen/organisatie/"
        html = doe(redacteur, "geef_eigenaar", een_organisatie(), lijst=lijst).content.decode()
        assert "Nieuwe redacteur" in html
        assert "Nieuwe verantwoordelijke" not in html


def test_each_change_is_in_the_history_of_the_admin(redacteur):
    doe(redacteur, "publiceer", een_voorziening(publicatie="concept"))
    assert LogEntry.objects.get().change_message == "Op de website gezet."


@pytest.mark.parametrize("actie", ["publiceer", "archiveer", "geef_eigenaar"])
def test_who_may_only_look_does_nothing(client, actie):
    client.force_login(maak_logins()["lezer"])
    concept = een_organisatie(publicatie="concept")
    antwoord = {"antwoord": "1", "reden": "Weg", "redacteur": User.objects.first().pk}
    doe(client, actie, concept, lijst="/beheer/voorzieningen/organisatie/", **antwoord)
    nu = Organisatie.objects.get()
    assert (nu.publicatie, nu.is_gearchiveerd, nu.redacteur) == ("concept", False, None)
