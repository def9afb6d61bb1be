"""The own profile: full, a pause, other words, stopping; with a login or a link (H6, V9, V7)."""

import re
import sys
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from sociale_basis.kern.models import Mail
from sociale_basis.kern.post import verstuur
from tests.hulp.fotos import een_upload
from tests.hulp.html import Lezer
from vrijwilligers.models import Aanspreekpersoon
from vrijwilligers.post import profielpad, stuur_profiellink
from vrijwilligers.taken import vraag_wie_terug_is

from .mensen import een_aanspreekpersoon, een_login, een_taal

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H6"), pytest.mark.eis("V9")]
WERK = "/werk/mijn-aanspreekprofiel/"


@pytest.fixture
def fatima() -> Aanspreekpersoon:
    return een_aanspreekpersoon("Fatima", telefoon="085 000 7788", stand_sinds="2026-10-01")


@pytest.fixture
def ingelogd(fatima) -> Client:
    client = Client()
    client.force_login(een_login(fatima))
    return client


@pytest.fixture(params=["login", "link"])
def thuis(request, fatima) -> tuple[Client, str]:
    """A visitor and the address of the own profile, on both ways in."""
    client = Client(enforce_csrf_checks=False)
    if request.param == "link":
        return client, profielpad(fatima)
    client.force_login(een_login(fatima))
    return client, WERK


def ingevuld(client: Client, adres: str, **anders: object) -> dict[str, object]:
    """What the form would send, with other values for some fields."""
    formulier = client.get(adres).context["formulier"]
    waarden = {veld.html_name: veld.value() for veld in formulier if veld.name != "nieuwe_foto"}
    waarden["talen"] = [taal.pk for taal in waarden["talen"]]
    gevuld = {naam: w for naam, w in waarden.items() if w not in (None, False)}
    return gevuld | {"doe": "bewaar"} | anders


# --- one tap ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("doe", "stand", "zin"),
    [("vol", "vol", "Het is goed zo"), ("pauze", "pauze", "Rust goed uit")],
)
def test_one_tap_says_full_or_a_pause_and_one_tap_brings_back(thuis, fatima, doe, stand, zin):
    client, adres = thuis
    assert zin in client.post(adres, {"doe": doe}, follow=True).content.decode()
    fatima.refresh_from_db()
    assert fatima.stand == stand
    assert "Ik ben er weer" in client.get(adres).content.decode()
    client.post(adres, {"doe": "actief"})
    fatima.refresh_from_db()
    assert fatima.is_bereikbaar


@pytest.mark.parametrize(("getypt", "bewaard"), [("2027-03-01", "2027-03-01"), ("ooit", "None")])
def test_a_pause_may_have_a_day_to_come_back(thuis, fatima, getypt, bewaard):
    client, adres = thuis
    client.post(adres, {"doe": "pauze", "terug_op": getypt})
    fatima.refresh_from_db()
    assert (fatima.stand, str(fatima.terug_op)) == ("pauze", bewaard)


def test_looking_changes_nothing(thuis, fatima):
    client, adres = thuis
    voor = fatima.history.count()
    for vraag in ("", "?doe=vol", "?doe=stop", "?stoppen=1"):
        assert client.get(adres + vraag).status_code == 200
    fatima.refresh_from_db()
    assert fatima.is_bereikbaar
    assert fatima.history.count() == voor


# --- own words -------------------------------------------------------------------------------


def test_somebody_writes_in_their_own_words(thuis, fatima):
    client, adres = thuis
    turks = een_taal("Turks")
    gegevens = ingevuld(client, adres, naam="Fatima E.", over="Dag!", talen=[turks.pk])
    assert "Bewaard" in client.post(adres, gegevens, follow=True).content.decode()
    fatima.refresh_from_db()
    assert (fatima.naam, fatima.over, list(fatima.talen.all())) == ("Fatima E.", "Dag!", [turks])
    assert fatima.telefoon == "+31850007788"
    assert fatima.email == "prive@voorbeeld.nl"


@pytest.mark.eis("V7")
def test_the_number_goes_on_the_website_only_after_a_tick(thuis, fatima, client):
    bezoeker, adres = thuis
    openbaar = fatima.get_absolute_url()
    assert "7788" not in client.get(openbaar).content.decode()
    bezoeker.post(adres, ingevuld(bezoeker, adres, toestemming_nummer="on"))
    assert "tel:+31850007788" in Lezer(client.get(openbaar).content.decode()).links


@pytest.mark.eis("V7")
def test_choosing_a_photo_is_consent_and_taking_it_away_takes_that_back(thuis, fatima, client):
    bezoeker, adres = thuis
    bezoeker.post(adres, ingevuld(bezoeker, adres, nieuwe_foto=een_upload()))
    fatima.refresh_from_db()
    assert fatima.toestemming_foto
    assert client.get(f"/foto/{fatima.foto_id}.webp").status_code == 200
    bezoeker.post(adres, ingevuld(bezoeker, adres, foto_weg="on"))
    fatima.refresh_from_db()
    assert (fatima.foto_id, fatima.toestemming_foto) == (None, False)


def test_what_is_wrong_stands_beside_the_field_and_what_was_typed_stays(thuis, fatima):
    client, adres = thuis
    gegevens = ingevuld(client, adres, naam="", telefoon="12", over="Mijn lange verhaal")
    html = client.post(adres, gegevens).content.decode()
    assert "Er gaat nog iets niet goed" in html
    assert "Mijn lange verhaal" in html
    assert "Dag Fatima" in html
    fatima.refresh_from_db()
    assert fatima.over == ""


def test_a_field_that_is_not_theirs_is_not_taken(thuis, fatima):
    client, adres = thuis
    vreemd = {"email": "x@voorbeeld.nl", "archiefreden": "Weg", "slug": "x"}
    client.post(adres, ingevuld(client, adres, **vreemd))
    fatima.refresh_from_db()
    assert (fatima.email, fatima.is_gearchiveerd) == ("prive@voorbeeld.nl", False)


# --- consent ---------------------------------------------------------------------------------


@pytest.mark.eis("V7")
def test_somebody_says_yes_themselves_before_anything_is_public(thuis, fatima, client):
    bezoeker, adres = thuis
    Aanspreekpersoon.objects.update(toestemming_op=None)
    assert "Mag dit op de website?" in bezoeker.get(adres).content.decode()
    assert client.get(fatima.get_absolute_url()).status_code == 404
    bezoeker.post(adres, {"doe": "toestemming"})
    assert client.get(fatima.get_absolute_url()).status_code == 200


def test_saying_yes_again_starts_another_year(thuis, fatima):
    client, adres = thuis
    oud = timezone.localdate() - timedelta(days=400)
    Aanspreekpersoon.objects.update(toestemming_op=oud)
    client.post(adres, {"doe": "toestemming"})
    assert not Aanspreekpersoon.objects.toestemming_oud().exists()


# --- stopping --------------------------------------------------------------------------------


def test_stopping_takes_one_question_and_is_at_once(thuis, fatima, client):
    bezoeker, adres = thuis
    vraag = bezoeker.get(f"{adres}?stoppen=1").content.decode()
    assert "Wilt u stoppen als aanspreekpersoon?" in vraag
    assert "Dank u wel voor alles" in bezoeker.post(adres, {"doe": "stop"}).content.decode()
    assert client.get(fatima.get_absolute_url()).status_code == 410
    assert bezoeker.get(adres).status_code in (403, 410)


# --- who may come in -------------------------------------------------------------------------


def test_without_a_profile_there_is_nothing_in_werk(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("iemand"))
    assert client.get(WERK).status_code == 403


def test_without_a_login_werk_asks_for_one(client):
    assert client.get(WERK).status_code == 302


def test_somebody_with_a_login_sees_only_their_own(ingelogd, fatima):
    een_aanspreekpersoon("Ineke")
    html = ingelogd.get(WERK).content.decode()
    assert "Dag Fatima" in html
    assert "Ineke" not in html


def test_a_link_that_was_changed_cut_off_or_old_opens_nothing(fatima, client, monkeypatch):
    pad = profielpad(fatima)
    assert client.get(pad).status_code == 200
    for kapot in (pad[:-4] + "/", pad.replace("profiel/", "profiel/x"), "/aanspreekprofiel/x/"):
        assert client.get(kapot).status_code == 404
    straks = timezone.now().timestamp() + 61 * 86_400
    monkeypatch.setattr("time.time", lambda: straks)
    assert client.get(pad).status_code == 410


def test_another_mail_address_ends_the_links_to_the_old_one(fatima, client):
    pad = profielpad(fatima)
    fatima.email = "nieuw@voorbeeld.nl"
    fatima.save()
    assert client.post(pad, {"doe": "stop"}).status_code == 404
    assert client.get(profielpad(fatima)).status_code == 200


def test_a_link_of_who_stopped_opens_nothing(fatima, client):
    pad = profielpad(fatima)
    fatima.stop()
    antwoord = client.get(pad)
    assert antwoord.status_code == 410
    assert "Fatima" not in antwoord.content.decode()


def test_the_page_behind_a_link_is_kept_nowhere(fatima, client):
    antwoord = client.get(profielpad(fatima))
    assert "no-store" in antwoord["Cache-Control"]
    assert antwoord["X-Robots-Tag"] == "noindex, nofollow"
    assert antwoord["Referrer-Policy"] == "same-origin"


def test_trying_links_is_held_up(fatima, client, settings, monkeypatch):
    monkeypatch.setattr(sys.modules["vrijwilligers.views.profiel"], "KEER", 1)
    client.get(profielpad(fatima))
    assert client.get(profielpad(fatima)).status_code == 429


# --- mail ------------------------------------------------------------------------------------


def test_the_mail_has_a_link_that_works_and_names_no_address(fatima, client):
    assert stuur_profiellink(fatima)
    verstuur()
    bericht = mail.outbox[0]
    assert bericht.to == ["prive@voorbeeld.nl"]
    link = re.search(r"/aanspreekprofiel/\S+/", bericht.body)[0]
    assert client.get(link).status_code == 200


def test_before_consent_the_mail_says_that_nothing_is_public_yet(fatima):
    stuur_profiellink(een_aanspreekpersoon("Ineke", toestemming_op=None))
    assert "tot u zelf zegt dat het goed is" in Mail.objects.get().tekst


def test_no_mail_to_who_stopped_or_has_no_address(fatima):
    fatima.email = ""
    assert not stuur_profiellink(fatima)
    fatima.email = "prive@voorbeeld.nl"
    fatima.stop()
    assert not stuur_profiellink(fatima)
    assert not Mail.objects.exists()


def test_on_the_day_the_portal_asks_once_and_brings_nobody_back(fatima):
    vandaag = timezone.localdate()
    fatima.zet_stand("pauze", vandaag)
    een_aanspreekpersoon("Later", stand="pauze", terug_op=vandaag + timedelta(days=1))
    assert [vraag_wie_terug_is(), vraag_wie_terug_is()] == [1, 0]
    assert Mail.objects.get().onderwerp == "Gaat het weer?"
    assert not Aanspreekpersoon.objects.zichtbaar().exists()
