"""/werk/profiel/: a member keeps the own card true, and touches nobody else's (M3, V7)."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from tests.fabriek import een_geheime_plek, een_plek, een_wijk
from tests.hulp.fotos import een_upload
from tests.rollen import een_medewerker, ingelogd
from tests.wijken.mensen import een_login, een_teamlid, is_weg
from wijken.models import Afwezigheid, Teamlid

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M3")]
PROFIEL, AFWEZIG = "/werk/profiel/", "/werk/profiel/afwezig/"


@pytest.fixture
def anouk() -> Teamlid:
    return een_teamlid("Anouk", een_wijk("Volkel"), functie="preventiewerker jeugd")


@pytest.fixture
def client(anouk: Teamlid) -> Client:
    return ingelogd(een_login(anouk))


def dag(over: int) -> str:
    return (timezone.localdate() + timedelta(days=over)).isoformat()


def ingevuld(**anders) -> dict:
    return {"telefoon": "085 000 4455", "email": "team@voorbeeld.nl"} | anders


def test_a_member_changes_the_own_words_numbers_and_times(client, anouk):
    plek = een_plek("De Zwaan")
    gegevens = ingevuld(
        over="Voor ouders.",
        telefoon="085 000 9999",
        bereikbaar="elke ochtend",
        loop_binnen_bij=plek.pk,
        loop_binnen_wanneer="dinsdag om 10 uur",
    )
    antwoord = client.post(PROFIEL, gegevens, follow=True)
    assert "Opgeslagen. Zo staat het nu op de website." in antwoord.content.decode()
    kaart = Client().get("/wijk/volkel/").content.decode()
    for tekst in ("Voor ouders.", "tel:+31850009999", "elke ochtend", "De Zwaan", "om 10 uur"):
        assert tekst in kaart


def test_name_function_hours_and_login_are_for_the_municipality(client, anouk):
    gebruiker = anouk.gebruiker
    client.post(
        PROFIEL,
        ingevuld(naam="Burgemeester", functie="baas", expertise="anders", gebruiker="", uren="40"),
    )
    anouk.refresh_from_db()
    assert (anouk.naam, anouk.functie, anouk.expertise) == (
        "Anouk",
        "preventiewerker jeugd",
        "volwassenen",
    )
    assert anouk.gebruiker == gebruiker
    assert anouk.inzetten.get().uren == 16


def test_a_photo_comes_and_goes(client, anouk):
    client.post(PROFIEL, ingevuld(nieuwe_foto=een_upload()))
    anouk.refresh_from_db()
    adres = f"/foto/{anouk.foto_id}.webp"
    assert Client().get(adres).status_code == 200
    client.post(PROFIEL, ingevuld(foto_weg="on"))
    assert Client().get(adres).status_code == 404


def test_mistakes_are_said_in_dutch_and_what_was_typed_stays(client, anouk):
    gegevens = {
        "telefoon": "",
        "email": "",
        "over": "Voor ouders.",
        "nieuwe_foto": een_upload(b"x"),
    }
    html = client.post(PROFIEL, gegevens).content.decode()
    assert "Vul een telefoonnummer of een e-mailadres in." in html
    assert "Dit bestand kunnen wij niet lezen." in html
    assert "Voor ouders." in html
    anouk.refresh_from_db()
    assert anouk.over == ""


@pytest.mark.eis("V7")
def test_a_confidential_place_is_not_offered_and_not_taken(client, anouk):
    geheim = een_geheime_plek("Opvanghuis")
    assert "Opvanghuis" not in client.get(PROFIEL).content.decode()
    client.post(PROFIEL, ingevuld(loop_binnen_bij=geheim.pk))
    anouk.refresh_from_db()
    assert anouk.loop_binnen_bij is None


def test_a_member_says_when_they_are_away_and_who_helps(client, anouk):
    joost = een_teamlid("Joost", telefoon="085 000 1111")
    client.post(AFWEZIG, {"van": dag(0), "tot": dag(6), "vervanger": joost.pk})
    assert "Tot die tijd helpt Joost u." in Client().get("/wijk/volkel/").content.decode()
    weg = anouk.afwezigheden.get()
    html = client.get(PROFIEL).content.decode()
    assert "Joost helpt zolang." in html
    client.post(f"{AFWEZIG}{weg.pk}/weg/")
    assert not anouk.afwezigheden.exists()


@pytest.mark.parametrize(
    ("van", "tot", "melding"),
    [(3, 1, "voor de eerste"), (-5, -2, "al voorbij"), (0, 2, "al afwezigheid")],
)
def test_days_that_cannot_be_are_refused(client, anouk, van, tot, melding):
    if melding == "al afwezigheid":
        is_weg(anouk)
    html = client.post(AFWEZIG, {"van": dag(van), "tot": dag(tot)}).content.decode()
    assert melding in html
    assert anouk.afwezigheden.count() == (melding == "al afwezigheid")


def test_colleagues_around_are_offered_and_strangers_are_not(client, anouk):
    een_teamlid("Joost")
    een_teamlid("Wim", een_wijk("Reek"))
    een_teamlid("Weg").archiveer("Werkt hier niet meer.")
    keuzes = client.get(PROFIEL).context["afwezig"].fields["vervanger"].queryset
    assert {lid.naam for lid in keuzes} == {"Joost", "Wim"}


# --- own row only --------------------------------------------------------------------------


@pytest.mark.eis("V7")
def test_nothing_that_is_sent_along_leads_to_the_row_of_somebody_else(client, anouk):
    joost = een_teamlid("Joost", over="Van mij.")
    client.post(f"{PROFIEL}?pk={joost.pk}", ingevuld(over="Gekaapt", pk=joost.pk, id=joost.pk))
    client.post(AFWEZIG, {"van": dag(0), "tot": dag(1), "teamlid": joost.pk})
    joost.refresh_from_db()
    assert joost.over == "Van mij."
    assert not joost.afwezigheden.exists()
    assert anouk.afwezigheden.exists()


@pytest.mark.eis("V7")
def test_the_absence_of_somebody_else_cannot_be_taken_out(client):
    weg = is_weg(een_teamlid("Joost"))
    assert client.post(f"{AFWEZIG}{weg.pk}/weg/").status_code == 404
    assert Afwezigheid.objects.exists()


@pytest.mark.eis("V7")
@pytest.mark.parametrize("adres", [PROFIEL, AFWEZIG, f"{AFWEZIG}1/weg/"])
def test_who_is_no_member_has_no_card(adres, anouk):
    assert Client().post(adres).status_code == 302
    vreemde = ingelogd(User.objects.create_user("vreemde"))
    assert vreemde.post(adres).status_code == 403
    redacteur = ingelogd(een_medewerker("redacteur"))
    assert redacteur.post(adres).status_code in (403, 404)


@pytest.mark.eis("V7")
def test_who_left_is_shut_out_at_once(client, anouk):
    assert client.get(PROFIEL).status_code == 200
    anouk.archiveer("Werkt hier niet meer.")
    assert client.get(PROFIEL).status_code == 403
    assert client.post(PROFIEL, ingevuld()).status_code == 403


@pytest.mark.parametrize("adres", [AFWEZIG, f"{AFWEZIG}1/weg/"])
def test_a_plain_visit_changes_nothing(client, adres):
    assert client.get(adres).status_code == 405


def test_the_page_is_kept_nowhere(client):
    antwoord = client.get(PROFIEL)
    assert "no-store" in antwoord["Cache-Control"]
    assert 'href="/werk/profiel/"' in antwoord.content.decode()
