"""Staff teach the search engine words and see at once what that does."""

import pytest
from django.contrib.auth.models import User

from sociale_basis.kern.models import Crisiswoord, Synoniem, Zoekterm
from tests.fabriek import een_voorziening

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheerder(client):
    client.force_login(User.objects.create_superuser("beheerder", "b@voorbeeld.nl", "x"))
    return client


def rij(**anders):
    return {"woorden": "kwikwak", "betekenis": "schuld", "sterkte": "90", "actief": "on"} | anders


def test_a_new_word_is_tried_before_it_is_saved(beheerder):
    een_voorziening("Hulp bij schulden")
    adres = "/beheer/kern/synoniem/proef/"
    html = beheerder.post(adres, rij(proefvraag="ik zit kwikwak")).content.decode()
    assert "Hulp bij schulden" in html
    assert not Synoniem.objects.filter(woorden="kwikwak").exists()
    assert "Hulp bij schulden" not in beheerder.get("/zoeken/?q=kwikwak").content.decode()


def test_a_saved_word_works_at_once(beheerder):
    een_voorziening("Hulp bij schulden")
    beheerder.post("/beheer/kern/synoniem/add/", rij())
    assert "Hulp bij <mark>schulden</mark>" in beheerder.get("/zoeken/?q=kwikwak").content.decode()


def test_a_row_that_is_not_right_is_told_so(beheerder):
    html = beheerder.post("/beheer/kern/synoniem/proef/", rij(woorden="")).content.decode()
    assert "Vul eerst de velden goed in" in html


def test_a_new_sentence_of_danger_is_tried_too(beheerder):
    vraag = {"zin": "kwak mij", "behalve": "", "soort": "geweld", "actief": "on"}
    html = beheerder.post("/beheer/kern/crisiswoord/proef/", vraag).content.decode()
    assert "blok voor nood" in html
    assert not Crisiswoord.objects.filter(zin="kwak mij").exists()


def test_only_staff_who_may_change_words_can_try_them(client):
    assert client.post("/beheer/kern/synoniem/proef/", rij()).status_code == 302
    client.force_login(User.objects.create_user("lezer", password="x", is_staff=True))
    assert client.post("/beheer/kern/synoniem/proef/", rij()).status_code == 403
    assert client.get("/beheer/kern/zoekterm/").status_code == 403


def test_words_that_found_nothing_are_shown_from_three_times_on(beheerder):
    for woord, aantal in (("rollator", 3), ("pizza", 2)):
        Zoekterm.objects.create(dag="2026-11-22", soort="niets", woord=woord, aantal=aantal)
    html = beheerder.get("/beheer/kern/zoekterm/").content.decode()
    assert "rollator" in html
    assert "pizza" not in html
    assert "/beheer/kern/synoniem/add/?woorden=rollator" in html


@pytest.mark.parametrize(
    ("lijst", "velden", "veld"),
    [
        ("synoniem", rij(woorden=" , , "), "woorden"),
        ("synoniem", rij(woorden="|||"), "woorden"),
        ("synoniem", rij(betekenis=""), "betekenis"),
        ("synoniem", rij(betekenis=" , "), "betekenis"),
        ("samenstellingsdeel", {"woord": "a1", "actief": "on"}, "woord"),
        ("crisiswoord", {"zin": "|", "soort": "geweld", "actief": "on"}, "zin"),
        ("crisiswoord", {"zin": "slaat| mij", "soort": "geweld", "actief": "on"}, "zin"),
        ("crisiswoord", {"zin": "de", "soort": "geweld", "actief": "on"}, "zin"),
        ("crisiswoord", {"zin": "ik het|de", "soort": "geweld", "actief": "on"}, "zin"),
        ("crisiswoord", {"zin": "slaat|de", "soort": "geweld", "actief": "on"}, "zin"),
    ],
)
def test_a_row_that_does_nothing_or_too_much_gets_a_message_at_its_field(
    beheerder, lijst, velden, veld
):
    for adres in ("add/", "proef/"):
        antwoord = beheerder.post(f"/beheer/kern/{lijst}/{adres}", velden)
        assert antwoord.status_code == 200
        assert "errorlist" in antwoord.content.decode()
    formulier = beheerder.post(f"/beheer/kern/{lijst}/add/", velden).context["adminform"].form
    assert list(formulier.errors) == [veld]


def test_every_row_that_comes_with_the_portal_may_be_saved_again():
    for model in (Synoniem, Crisiswoord):
        for regel in model.objects.all():
            regel.full_clean()


def test_a_sentence_with_choices_is_tried_with_the_first_of_each(beheerder):
    vraag = {"zin": "kwakt|kwakken mij|me", "soort": "geweld", "actief": "on"}
    html = beheerder.post("/beheer/kern/crisiswoord/proef/", vraag).content.decode()
    assert "“kwakt mij”" in html
