"""Logging in to /werk/: people who are no staff, with the same rules as /beheer/ (L5)."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from sociale_basis.kern import werkplek
from sociale_basis.kern.models import Mail
from sociale_basis.kern.werkplek import Werkdeel

from .mensen import (
    CODE,
    HERSTELCODE,
    INSTELLEN,
    LOGIN,
    WACHTWOORD,
    een_redacteur,
    log_in,
    met_telefoon,
    nu_op,
    vergeet_code,
)

pytestmark = [pytest.mark.django_db, pytest.mark.eis("L5")]
WERKT = {"fenna", "bas"}


@pytest.fixture(autouse=True)
def delen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two parts of /werk/, for Fenna and Bas alone: what a part shows is tested elsewhere."""

    def deel(titel: str, url: str) -> werkplek.Aanbieder:
        return lambda request: (
            Werkdeel(titel, url, 2) if request.user.get_username() in WERKT else None
        )

    delen = [(1, deel("Vragen", "/werk/vragen/")), (2, deel("Profiel", "/werk/profiel/"))]
    monkeypatch.setattr(werkplek, "_delen", delen)


@pytest.fixture
def fenna(db: None) -> User:
    """A preventiewerker: no staff."""
    return User.objects.create_user("fenna", "fenna@voorbeeld.nl", WACHTWOORD, first_name="Fenna")


@pytest.fixture
def gast(db: None) -> User:
    """Somebody with a login and nothing to do here, such as a member who left."""
    return User.objects.create_user("gast", "gast@voorbeeld.nl", WACHTWOORD)


def is_aan_het_werk(client: Client) -> bool:
    return client.get("/werk/").status_code == 200


# --- in ------------------------------------------------------------------------------------


def test_who_is_no_staff_logs_in_for_werk_and_lands_there(client: Client, fenna: User) -> None:
    antwoord = client.get("/werk/")
    assert antwoord["Location"] == f"{LOGIN}?next=/werk/"
    assert log_in(client, "fenna", next="/werk/")["Location"] == "/werk/"
    assert is_aan_het_werk(client)


def test_without_an_address_to_go_to_everybody_begins_where_they_work(
    client: Client, fenna: User
) -> None:
    een_redacteur()
    assert log_in(client, "fenna")["Location"] == "/werk/"
    assert log_in(Client(), "roos")["Location"] == "/beheer/"


def test_beheer_stays_closed_and_brings_them_back_to_their_work(
    client: Client, fenna: User
) -> None:
    client.force_login(fenna)
    for adres in (
        "/beheer/",
        "/beheer/auth/user/",
        "/beheer/handleiding/",
        "/beheer/wijken/gebied/",
    ):
        antwoord = client.get(adres, follow=True)
        assert antwoord.redirect_chain[-1][0] == "/werk/"
    assert is_aan_het_werk(client)


def test_a_login_with_nothing_to_do_gets_the_answer_of_a_wrong_password(
    client: Client, gast: User
) -> None:
    assert "horen niet bij elkaar" in log_in(client, "gast").content.decode()
    client.force_login(gast)
    assert client.get("/werk/").status_code == 403


def test_staff_without_a_part_here_are_not_let_in(client: Client) -> None:
    client.force_login(een_redacteur())
    assert client.get("/werk/").status_code == 403
    assert client.get("/beheer/").status_code == 200


def test_an_inactive_person_does_not_get_in(client: Client, fenna: User) -> None:
    User.objects.update(is_active=False)
    assert "horen niet bij elkaar" in log_in(client, "fenna").content.decode()


# --- between the two -----------------------------------------------------------------------


def test_who_is_staff_and_in_a_team_finds_a_link_both_ways(client: Client) -> None:
    client.force_login(een_redacteur("bas"))
    assert 'href="/werk/"' in client.get("/beheer/").content.decode()
    assert 'href="/beheer/"' in client.get("/werk/").content.decode()


def test_others_see_no_link_to_where_they_cannot_be(client: Client, fenna: User) -> None:
    client.force_login(een_redacteur())
    assert 'href="/werk/"' not in client.get("/beheer/").content.decode()
    client.force_login(fenna)
    assert 'href="/beheer/"' not in client.get("/werk/").content.decode()


# --- the second factor ---------------------------------------------------------------------


def test_where_a_code_is_required_they_set_up_a_telephone_first(
    client: Client, fenna: User, settings
) -> None:
    settings.TWEEDE_FACTOR_VERPLICHT = True
    assert log_in(client, "fenna", next="/werk/")["Location"] == INSTELLEN
    assert not is_aan_het_werk(client)
    assert client.get(INSTELLEN).status_code == 200
    apparaat = fenna.totpdevice_set.get()
    codes = client.post(INSTELLEN, {"code": nu_op(apparaat)})
    assert "Bewaar uw herstelcodes" in codes.content.decode()
    assert 'href="/werk/"' in codes.content.decode()
    assert is_aan_het_werk(client)


def test_a_code_and_a_recovery_code_bring_them_to_their_work(
    client: Client, fenna: User, settings
) -> None:
    settings.TWEEDE_FACTOR_VERPLICHT = True
    apparaat, codes = met_telefoon(fenna)
    assert log_in(client, "fenna", next="/werk/")["Location"] == CODE
    assert client.post(CODE, {"code": nu_op(apparaat)})["Location"] == "/werk/"
    ander = Client()
    log_in(ander, "fenna")
    assert ander.post(HERSTELCODE, {"code": codes[0]})["Location"] == "/werk/"
    assert is_aan_het_werk(ander)


def test_a_session_without_a_code_is_shut_out_once_codes_are_required(
    client: Client, fenna: User, settings
) -> None:
    client.force_login(fenna)
    settings.TWEEDE_FACTOR_VERPLICHT = True
    antwoord = client.get("/werk/", follow=True)
    assert antwoord.redirect_chain == [(f"{LOGIN}?next=/werk/", 302)]
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("adres", ["", "instellen/", "nieuwe-codes/"])
def test_the_pages_about_the_own_telephone_work_for_them(
    client: Client, fenna: User, adres: str
) -> None:
    apparaat, _codes = met_telefoon(fenna)
    log_in(client, "fenna")
    client.post(CODE, {"code": nu_op(apparaat)})
    vergeet_code(apparaat)
    antwoord = client.get(f"/beheer/tweede-factor/{adres}")
    assert antwoord.status_code == 200
    assert "Terug naar uw werk" in antwoord.content.decode()


def test_nobody_wipes_the_telephone_of_a_colleague_from_werk(client: Client, fenna: User) -> None:
    ander = een_redacteur()
    client.force_login(fenna)
    antwoord = client.post(f"/beheer/tweede-factor/wis/{ander.pk}/")
    assert antwoord.status_code == 302
    assert LOGIN in antwoord["Location"]


# --- passwords and the end of a session ----------------------------------------------------


def test_a_forgotten_password_is_mailed_to_who_works_here_and_to_no_guest(
    client: Client, fenna: User, gast: User
) -> None:
    for naam in ("fenna", "gast"):
        client.post("/beheer/wachtwoord-vergeten/", {"email": f"{naam}@voorbeeld.nl"})
    brief = Mail.objects.get()
    assert brief.aan == "fenna@voorbeeld.nl"
    link = re.search(r"(/beheer/wachtwoord/\S+)", brief.tekst)
    assert link
    adres = client.get(link[1], follow=True).redirect_chain[-1][0]
    nieuw = "een-heel-ander-verhaal"
    client.post(adres, {"new_password1": nieuw, "new_password2": nieuw})
    assert log_in(client, "fenna", nieuw)["Location"] == "/werk/"


def test_a_session_here_ends_as_in_beheer(client: Client, fenna: User, settings) -> None:
    client.force_login(fenna)
    sessie = client.session
    sessie["gezien"] -= settings.SESSIE_RUST + 100
    sessie.save()
    assert not is_aan_het_werk(client)


def test_what_was_typed_waits_behind_the_login(client: Client, fenna: User) -> None:
    client.force_login(fenna)
    sessie = client.session
    sessie["gezien"] = sessie["begonnen"] = 0
    sessie.save()
    getypt = {"tekst": "Een lange zin met koffie en taart."}
    antwoord = client.post("/werk/", getypt)
    assert antwoord["Location"] == f"{LOGIN}?next=/beheer/doorgaan/"
    log_in(client, "fenna")
    html = client.get("/beheer/doorgaan/").content.decode()
    assert 'action="/werk/"' in html
    assert "koffie en taart" in html
    assert client.post("/beheer/doorgaan/")["Location"] == "/werk/"


def test_logging_out_ends_it(client: Client, fenna: User) -> None:
    client.force_login(fenna)
    assert client.get("/werk/uitloggen/").status_code == 405
    antwoord = client.post("/werk/uitloggen/", follow=True)
    assert "U bent uitgelogd" in antwoord.content.decode()
    assert not is_aan_het_werk(client)


# --- the frame -----------------------------------------------------------------------------


def test_the_front_names_each_part_and_how_much_waits(client: Client, fenna: User) -> None:
    client.force_login(fenna)
    html = client.get("/werk/").content.decode()
    assert 'href="/werk/vragen/"' in html
    assert "2 wachten op u" in html
    assert "ingelogd als <strong>Fenna</strong>" in html


def test_who_has_one_part_is_brought_there(client: Client, fenna: User, monkeypatch) -> None:
    monkeypatch.setattr(werkplek, "_delen", werkplek._delen[1:])
    client.force_login(fenna)
    assert client.get("/werk/")["Location"] == "/werk/profiel/"


def test_pages_here_are_kept_and_found_nowhere(client: Client, fenna: User) -> None:
    client.force_login(fenna)
    antwoord = client.get("/werk/")
    assert "no-store" in antwoord["Cache-Control"]
    assert "noindex" in antwoord["X-Robots-Tag"]
    assert "Disallow: /werk/" in client.get("/robots.txt").content.decode()
