"""Two people on one entry: the second to save sees both versions and loses nothing."""

from datetime import date, time

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.fabriek import een_organisatie, een_plek, een_thema, een_voorziening
from voorzieningen.models import Openingstijd, Voorziening

from .beheer import open_formulier, velden, wijzig

pytestmark = pytest.mark.django_db


def browser(naam: str) -> Client:
    """A logged-in browser of a colleague."""
    client = Client()
    client.force_login(User.objects.create_superuser(naam, first_name=naam.title()))
    return client


@pytest.fixture
def anna() -> Client:
    return browser("anna")


@pytest.fixture
def bram() -> Client:
    return browser("bram")


@pytest.fixture
def hulp() -> Voorziening:
    return een_voorziening("Formulierenhulp", kort="Wij helpen u.", beschrijving="Oud.")


def bewaar(client: Client, adres: str, post: dict, **anders):
    return client.post(adres, post | {naam: [waarde] for naam, waarde in anders.items()})


@pytest.fixture
def botsing(anna, bram, hulp):
    """Bram saves another sentence while Anna writes a description; then Anna saves."""
    adres = wijzig(hulp)
    van_anna, van_bram = open_formulier(anna, adres), open_formulier(bram, adres)
    assert bewaar(bram, adres, van_bram, kort="Bram schreef dit.").status_code == 302
    return bewaar(anna, adres, van_anna, beschrijving="Anna schreef dit.")


def test_both_versions_stand_side_by_side_with_who_saved_in_between(botsing):
    html = botsing.content.decode()
    assert botsing.status_code == 200
    assert "Terwijl u schreef, heeft Bram “Formulierenhulp” opgeslagen." in html
    for tekst in ("Bram schreef dit.", "Wij helpen u.", "Anna schreef dit.", "Oud."):
        assert tekst in html


def test_an_entry_that_never_had_a_history_is_guarded_too(anna, bram, hulp):
    """As after an import of rows all at once."""
    hulp.history.all().delete()
    adres = wijzig(hulp)
    van_anna, van_bram = open_formulier(anna, adres), open_formulier(bram, adres)
    bewaar(bram, adres, van_bram, kort="Bram schreef dit.")
    html = bewaar(anna, adres, van_anna, beschrijving="Anna schreef dit.").content.decode()
    assert "Bram schreef dit." in html
    hulp.refresh_from_db()
    assert (hulp.kort, hulp.beschrijving) == ("Bram schreef dit.", "Oud.")


def test_nothing_is_saved_until_a_person_chose(botsing, hulp):
    hulp.refresh_from_db()
    assert (hulp.kort, hulp.beschrijving) == ("Bram schreef dit.", "Oud.")


def test_what_each_of_them_changed_is_chosen_beforehand_so_one_click_keeps_both(
    botsing, anna, hulp
):
    keuze = velden(botsing.content.decode())
    assert keuze["_kies_kort"] == ["hun"]
    assert keuze["_kies_beschrijving"] == ["mijn"]
    assert anna.post(wijzig(hulp), keuze).status_code == 302
    hulp.refresh_from_db()
    assert (hulp.kort, hulp.beschrijving) == ("Bram schreef dit.", "Anna schreef dit.")


def test_one_button_keeps_everything_of_mine(botsing, anna, hulp):
    keuze = velden(botsing.content.decode())
    anna.post(wijzig(hulp), keuze | {"_alles_mijn": "ja"})
    hulp.refresh_from_db()
    assert (hulp.kort, hulp.beschrijving) == ("Wij helpen u.", "Anna schreef dit.")
    assert hulp.history.filter(kort="Bram schreef dit.").exists()


def test_a_third_person_who_saves_meanwhile_is_not_overwritten_either(botsing, anna, bram, hulp):
    keuze = velden(botsing.content.decode())
    bewaar(bram, wijzig(hulp), open_formulier(bram, wijzig(hulp)), kort="Nog eens Bram.")
    weer = anna.post(wijzig(hulp), keuze)
    assert weer.status_code == 200
    assert "Nog eens Bram." in weer.content.decode()


def test_the_same_change_by_both_is_no_conflict(anna, bram, hulp):
    adres = wijzig(hulp)
    van_anna, van_bram = open_formulier(anna, adres), open_formulier(bram, adres)
    bewaar(bram, adres, van_bram, kort="Zelfde zin.")
    assert bewaar(anna, adres, van_anna, kort="Zelfde zin.").status_code == 302


def test_alone_on_an_entry_saving_is_just_saving(anna, hulp):
    for zin in ("Een.", "Twee."):
        post = open_formulier(anna, wijzig(hulp))
        assert bewaar(anna, wijzig(hulp), post, kort=zin).status_code == 302


def test_after_a_mistake_in_the_form_the_version_is_still_the_one_it_began_from(anna, bram, hulp):
    adres = wijzig(hulp)
    van_anna, van_bram = open_formulier(anna, adres), open_formulier(bram, adres)
    fout = bewaar(anna, adres, van_anna, telefoon="bel mij")
    bewaar(bram, adres, van_bram, kort="Bram schreef dit.")
    beter = velden(fout.content.decode()) | {"telefoon": ["085 000 1111"]}
    assert "Bram schreef dit." in anna.post(adres, beter).content.decode()


def test_confirming_in_the_list_counts_as_a_change_too(anna, bram, hulp):
    hulp.laatst_gecontroleerd = date(2020, 1, 1)
    hulp.save()
    post = open_formulier(anna, wijzig(hulp))
    lijst = {"action": "bevestig", "_selected_action": [hulp.pk]}
    bram.post("/beheer/voorzieningen/voorziening/", lijst)
    keuze = velden(bewaar(anna, wijzig(hulp), post, kort="Anna.").content.decode())
    assert keuze["_kies_laatst_gecontroleerd"] == ["hun"]


def test_themes_that_a_colleague_chose_are_kept_unless_i_chose_others(anna, bram, hulp):
    wonen = een_thema("Wonen")
    adres = wijzig(hulp)
    van_anna, van_bram = open_formulier(anna, adres), open_formulier(bram, adres)
    bram.post(adres, van_bram | {"themas": [*van_bram["themas"], str(wonen.pk)]})
    html = bewaar(anna, adres, van_anna, kort="Anna.").content.decode()
    assert "Wonen" in html
    anna.post(adres, velden(html))
    assert wonen in hulp.themas.all()


class TestOpeningTimes:
    @pytest.fixture
    def plek(self):
        plek = een_plek()
        Openingstijd.objects.create(locatie=plek, weekdag=0, van=time(9), tot=time(12))
        return plek

    @pytest.fixture
    def botsing(self, anna, bram, plek):
        """Bram moves Monday to the afternoon while Anna changes the sentence."""
        adres = wijzig(plek)
        van_anna, van_bram = open_formulier(anna, adres), open_formulier(bram, adres)
        middag = {"openingstijden-0-van": ["13:00"], "openingstijden-0-tot": ["17:00"]}
        assert bram.post(adres, van_bram | middag).status_code == 302
        return bewaar(anna, adres, van_anna, kort="Anna schreef dit.")

    def test_rows_stand_side_by_side(self, botsing):
        html = botsing.content.decode()
        assert "maandag · 09:00:00 · 12:00:00" in html
        assert "maandag · 13:00:00 · 17:00:00" in html

    def test_the_rows_of_the_colleague_can_be_chosen(self, botsing, anna, plek):
        keuze = velden(botsing.content.decode()) | {"_kies_openingstijden": ["hun"]}
        assert anna.post(wijzig(plek), keuze).status_code == 302
        plek.refresh_from_db()
        assert plek.kort == "Anna schreef dit."
        assert plek.openingstijden.get().van == time(13)

    def test_or_my_own(self, botsing, anna, plek):
        keuze = velden(botsing.content.decode()) | {"_kies_openingstijden": ["mijn"]}
        assert anna.post(wijzig(plek), keuze).status_code == 302
        assert plek.openingstijden.get().van == time(9)

    def test_a_row_that_the_colleague_took_away_is_told_and_breaks_nothing(self, anna, bram, plek):
        adres = wijzig(plek)
        van_anna, van_bram = open_formulier(anna, adres), open_formulier(bram, adres)
        bram.post(adres, van_bram | {"openingstijden-0-DELETE": ["on"]})
        assert not plek.openingstijden.exists()
        html = bewaar(anna, adres, van_anna, kort="Anna.").content.decode()
        keuze = velden(html) | {"_kies_openingstijden": ["hun"]}
        assert anna.post(adres, keuze).status_code == 302
        assert not plek.openingstijden.exists()


@pytest.mark.parametrize("versie", ["", "x", "-1", "999999999999", "1' OR 1=1"])
def test_a_made_up_version_number_breaks_nothing(anna, versie):
    ding = een_organisatie()
    post = open_formulier(anna, wijzig(ding)) | {"_versie": [versie], "kort": ["Anders."]}
    assert anna.post(wijzig(ding), post).status_code in (200, 302)
