"""Deleting for good: rarely, by the beheerder alone, and the old address goes on telling why."""

from datetime import time

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User

from sociale_basis.kern.models import Logregel, OudeSlug, Verwijdering
from sociale_basis.kern.verwijderen import KanNietWeg, gevolgen, verwijder_voorgoed
from tests.fabriek import een_geheime_plek, een_organisatie, een_plek, een_voorziening
from voorzieningen.models import Locatie, Openingstijd, Organisatie, Voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V12")]
REDEN = {"reden": "Een bewoner vroeg erom.", "titel": "Formulierenbrigade"}
PAD = {Voorziening: "voorziening", Organisatie: "organisatie", Locatie: "plek"}


@pytest.fixture
def beheerder(client):
    client.force_login(User.objects.create_superuser("bea", "b@voorbeeld.nl", "x"))
    return client


def adres(ding) -> str:
    return f"/beheer/voorzieningen/{ding._meta.model_name}/{ding.pk}/voorgoed-verwijderen/"


def gearchiveerd(ding):
    ding.archiveer("Gestopt.")
    return ding


@pytest.mark.parametrize("maak", [een_voorziening, een_organisatie, een_plek])
def test_it_is_gone_with_its_history_and_the_old_address_tells_why(beheerder, maak):
    ding = gearchiveerd(maak())
    model, slug, history = type(ding), ding.slug, type(ding).history
    assert beheerder.post(adres(ding), REDEN).status_code == 302
    assert not model.objects.filter(pk=ding.pk).exists()
    assert not history.filter(id=ding.pk).exists()
    antwoord = beheerder.get(f"/{PAD[model]}/{slug}/")
    assert antwoord.status_code == 410
    html = antwoord.content.decode()
    assert "Een bewoner vroeg erom." in html
    assert "Formulierenbrigade is er niet meer" in html
    assert "tel:" in html


def test_everything_that_remembers_it_goes_too(beheerder):
    plek = een_plek("Huiskamer van Jansen")
    hulp = een_voorziening("Koffie bij Jansen", locaties=[plek])
    Openingstijd.objects.create(voorziening=hulp, weekdag=0, van=time(9), tot=time(12))
    hulp.kort = "Bij mevrouw Jansen thuis."
    hulp.save()
    gearchiveerd(hulp)
    pk, lijst = hulp.pk, Voorziening.history.model.locaties
    beheerder.post(adres(hulp), REDEN | {"titel": ""})
    assert not Openingstijd.history.filter(voorziening_id=pk).exists()
    assert not lijst.filter(voorziening_id=pk).exists()
    assert not LogEntry.objects.filter(object_id=str(pk)).exists()
    assert "Jansen" not in " ".join(Logregel.objects.values_list("wat", flat=True))
    assert str(Verwijdering.objects.get()) == "Deze pagina"
    beheerder.get("/beheer/")  # where the message to the beheerder is read
    html = beheerder.get("/voorziening/koffie-bij-jansen/").content.decode()
    assert "Jansen" not in html.replace("koffie-bij-jansen", "")


def test_every_address_it_ever_had_tells_so_and_none_is_given_away_again(beheerder):
    hulp = een_voorziening("Eerste naam")
    hulp = Voorziening.objects.get(pk=hulp.pk)
    hulp.slug = "tweede-naam"
    hulp.save()
    beheerder.post(adres(gearchiveerd(hulp)), REDEN)
    for slug in ("eerste-naam", "tweede-naam"):
        assert beheerder.get(f"/voorziening/{slug}/").status_code == 410
    assert not OudeSlug.objects.exists()
    assert een_voorziening("Eerste naam").slug == "eerste-naam-2"


def test_the_page_shows_what_goes_with_it_and_what_stays(beheerder):
    plek = een_plek("Dorpshuis")
    een_voorziening("Formulierenbrigade", locaties=[plek])
    Openingstijd.objects.create(locatie=plek, weekdag=0, van=time(9), tot=time(12))
    een_plek("Oud dorpshuis").archiveer("Samengegaan.", vervangen_door=plek)
    html = beheerder.get(adres(gearchiveerd(plek))).content.decode()
    assert "1 openingstijd" in html
    assert "oude versies" in html
    assert "voorziening “Formulierenbrigade”" in html
    assert "plek “Oud dorpshuis”" in html
    assert Locatie.objects.filter(pk=plek.pk).exists()


def test_what_still_carries_something_else_cannot_go(beheerder):
    samen = een_organisatie()
    een_voorziening("Formulierenbrigade", verantwoordelijke=samen)
    gearchiveerd(samen)
    assert "voorziening “Formulierenbrigade”" in beheerder.get(adres(samen)).content.decode()
    assert beheerder.post(adres(samen), REDEN).status_code == 200
    assert Organisatie.objects.filter(pk=samen.pk).exists()
    with pytest.raises(KanNietWeg):
        verwijder_voorgoed(samen, reden="x", titel="", door=None)


def test_what_replaced_it_is_still_named(beheerder):
    nieuw = een_voorziening("Nieuwe hulp")
    oud = een_voorziening("Oude hulp")
    oud.archiveer("Samengegaan.", vervangen_door=nieuw)
    beheerder.post(adres(oud), REDEN)
    assert "/voorziening/nieuwe-hulp/" in beheerder.get("/voorziening/oude-hulp/").content.decode()


def test_a_confidential_place_leaves_nothing_that_anybody_can_find(beheerder, client):
    geheim = gearchiveerd(een_geheime_plek())
    beheerder.post(adres(geheim), REDEN)
    assert client.get("/plek/opvanghuis-nergens/").status_code == 404


def test_what_was_never_on_the_website_is_not_told_about(beheerder):
    beheerder.post(adres(gearchiveerd(een_plek(publicatie="concept"))), REDEN)
    assert beheerder.get("/plek/dorpshuis-de-linde/").status_code == 404


def test_only_what_is_archived_can_go_and_only_with_a_reason(beheerder):
    hulp = een_voorziening()
    assert beheerder.post(adres(hulp), REDEN).status_code == 403
    gearchiveerd(hulp)
    antwoord = beheerder.post(adres(hulp), REDEN | {"reden": "  "})
    assert "errorlist" in antwoord.content.decode()
    assert Voorziening.objects.filter(pk=hulp.pk).exists()


def test_the_button_stands_with_what_is_archived_only(beheerder):
    hulp = een_voorziening()
    pagina = f"/beheer/voorzieningen/voorziening/{hulp.pk}/change/"
    assert adres(hulp) not in beheerder.get(pagina).content.decode()
    gearchiveerd(hulp)
    assert adres(hulp) in beheerder.get(pagina).content.decode()


def test_the_log_tells_who_why_and_when(beheerder):
    hulp = gearchiveerd(een_voorziening())
    beheerder.post(adres(hulp), REDEN)
    regel = Logregel.objects.get(soort="verwijderd")
    assert regel.wie == "bea"
    assert "Een bewoner vroeg erom." in regel.wat
    assert "bea" in beheerder.get("/beheer/kern/verwijdering/").content.decode()


@pytest.mark.parametrize("rechten", [(), ("view", "add", "change")])
def test_staff_without_the_right_to_delete_cannot(client, rechten):
    hulp = gearchiveerd(een_voorziening())
    roos = User.objects.create_user("roos", is_staff=True)
    codes = [f"{recht}_voorziening" for recht in rechten]
    roos.user_permissions.set(Permission.objects.filter(codename__in=codes))
    assert client.post(adres(hulp), REDEN).status_code == 302  # to the login
    client.force_login(roos)
    assert client.get(adres(hulp)).status_code in (403, 404)
    assert client.post(adres(hulp), REDEN).status_code in (403, 404)
    assert Voorziening.objects.filter(pk=hulp.pk).exists()


def test_looking_takes_few_queries(beheerder, django_assert_max_num_queries):
    hulp = een_voorziening(locaties=[een_plek(f"Plek {nummer}") for nummer in range(15)])
    gearchiveerd(hulp)
    with django_assert_max_num_queries(20):
        beheerder.get(adres(hulp))


def test_what_hangs_on_nothing_goes_without_more():
    uitkomst = gevolgen(gearchiveerd(een_organisatie()))
    assert (uitkomst.los, uitkomst.tegen) == ([], [])
