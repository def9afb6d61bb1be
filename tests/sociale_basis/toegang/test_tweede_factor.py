"""A password alone is not enough: a code from a telephone, or a recovery code."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from sociale_basis.kern.models import Logregel
from sociale_basis.toegang import apparaten, wacht

from .mensen import (
    CODE,
    HERSTELCODE,
    INSTELLEN,
    WACHTWOORD,
    een_beheerder,
    een_redacteur,
    is_binnen,
    log_helemaal_in,
    log_in,
    met_telefoon,
    nu_op,
    vergeet_code,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def verplicht(settings):
    settings.TWEEDE_FACTOR_VERPLICHT = True


def wat_er_staat() -> str:
    return " ".join(Logregel.objects.values_list("wat", flat=True))


# --- setting up ----------------------------------------------------------------------------


def test_without_a_telephone_only_the_page_to_set_one_up_is_reached(client, verplicht):
    een_redacteur()
    assert log_in(client)["Location"] == INSTELLEN
    assert not is_binnen(client)
    for adres in ("/beheer/voorzieningen/voorziening/", "/beheer/tweede-factor/", "/beheer/auth/"):
        assert client.get(adres)["Location"].startswith("/beheer/login/")
    assert client.get(INSTELLEN).status_code == 200


def test_setting_up_shows_picture_and_key_and_ends_with_recovery_codes(client, verplicht):
    roos = een_redacteur()
    log_in(client)
    html = client.get(INSTELLEN).content.decode()
    apparaat = TOTPDevice.objects.get(user=roos)
    assert 'src="data:image/svg+xml' in html
    assert re.search(r"<code[^>]*>([A-Z2-7]{4} ){7}[A-Z2-7]{4}</code>", html)
    klaar = client.post(INSTELLEN, {"code": nu_op(apparaat)})
    assert (
        len(re.findall(r"<li><code>[a-z0-9]{5}-[a-z0-9]{5}</code>", klaar.content.decode())) == 10
    )
    assert "no-store" in klaar["Cache-Control"]
    assert is_binnen(client)


def test_a_key_that_somebody_else_saw_is_never_confirmed(client, verplicht, client_twee):
    """Who stole the password first and looked at the key, holds nothing afterwards."""
    roos = een_redacteur()
    log_in(client_twee)
    client_twee.get(INSTELLEN)
    gezien = TOTPDevice.objects.get(user=roos).key
    log_in(client)
    client.get(INSTELLEN)
    assert TOTPDevice.objects.get(user=roos).key != gezien


def test_who_has_a_telephone_cannot_put_another_in_its_place_with_the_password(client, verplicht):
    met_telefoon(een_redacteur())
    assert log_in(client)["Location"] == CODE
    assert client.get(INSTELLEN)["Location"] == CODE
    assert client.post(INSTELLEN, {"code": "123456"})["Location"] == CODE
    assert TOTPDevice.objects.count() == 1


@pytest.fixture
def client_twee():
    from django.test import Client

    return Client()


# --- at login ------------------------------------------------------------------------------


def test_password_and_code_let_somebody_in_where_they_were_going(client, verplicht):
    apparaat, _ = met_telefoon(een_redacteur())
    log_in(client, next="/beheer/password_change/")
    assert client.post(CODE, {"code": nu_op(apparaat)})["Location"] == "/beheer/password_change/"
    assert is_binnen(client)


def test_login_never_sends_on_to_another_site(client, verplicht):
    apparaat, _ = met_telefoon(een_redacteur())
    log_in(client, next="https://kwaad.voorbeeld.nl/")
    assert client.post(CODE, {"code": nu_op(apparaat)})["Location"] == "/beheer/"


def test_a_code_works_once(client, client_twee, verplicht):
    apparaat, _ = met_telefoon(een_redacteur())
    code = nu_op(apparaat)
    log_in(client)
    client.post(CODE, {"code": f" {code[:3]} {code[3:]} "})
    assert is_binnen(client)
    log_in(client_twee)
    client_twee.post(CODE, {"code": code})
    assert not is_binnen(client_twee)


@pytest.mark.parametrize(
    "code", ["000000", "", "abc", "-1", "1" * 400, "'; --", "１２３４５６", "\x00"]
)
def test_a_wrong_code_is_told_and_lets_nobody_in(client, verplicht, code):
    met_telefoon(een_redacteur())
    log_in(client)
    antwoord = client.post(CODE, {"code": code})
    assert antwoord.status_code == 200
    assert "errorlist" in antwoord.content.decode()
    assert not is_binnen(client)


def test_each_wrong_code_doubles_the_wait_and_even_the_right_one_waits(client, verplicht):
    apparaat, _ = met_telefoon(een_redacteur())
    log_in(client)
    for _keer in range(4):
        TOTPDevice.objects.update(throttling_failure_timestamp=None)
        client.post(CODE, {"code": "000000"})
    html = client.post(CODE, {"code": nu_op(apparaat)}).content.decode()
    assert "Probeer het weer na" in html
    assert not is_binnen(client)
    assert apparaten.wacht_tot(apparaat) is not None


def test_nobody_gets_to_the_code_without_a_password(client, verplicht):
    met_telefoon(een_redacteur())
    for adres in (CODE, HERSTELCODE, INSTELLEN):
        assert client.get(adres)["Location"] == "/beheer/login/"
        assert client.post(adres, {"code": "123456"})["Location"] == "/beheer/login/"


def test_the_code_must_come_within_ten_minutes(client, verplicht, monkeypatch):
    apparaat, _ = met_telefoon(een_redacteur())
    log_in(client)
    monkeypatch.setattr(wacht, "GELDIG", -1)
    assert client.post(CODE, {"code": nu_op(apparaat)})["Location"] == "/beheer/login/"
    assert not is_binnen(client)


def test_a_password_that_changed_meanwhile_ends_the_waiting(client, verplicht):
    roos = een_redacteur()
    apparaat, _ = met_telefoon(roos)
    log_in(client)
    roos.set_password("een-heel-ander-verhaal")
    roos.save()
    assert client.post(CODE, {"code": nu_op(apparaat)})["Location"] == "/beheer/login/"


def test_a_session_from_before_the_rule_does_not_stay_inside(client, settings):
    een_redacteur()
    log_in(client)
    assert is_binnen(client)
    settings.TWEEDE_FACTOR_VERPLICHT = True
    assert not is_binnen(client)
    assert client.get("/beheer/login/").status_code == 200


def test_another_mans_telephone_proves_nothing(client, verplicht):
    een_redacteur()
    ander, _ = met_telefoon(een_redacteur("guus"))
    met_telefoon(User.objects.get(username="roos"))
    log_in(client)
    client.post(CODE, {"code": nu_op(ander)})
    assert not is_binnen(client)


def test_where_nobody_requires_it_a_password_is_enough_until_somebody_sets_it_up(client):
    roos = een_redacteur()
    assert log_in(client)["Location"] == "/beheer/"
    client.post("/beheer/logout/")
    met_telefoon(roos)
    assert log_in(client)["Location"] == CODE
    assert not is_binnen(client)


# --- recovery codes ------------------------------------------------------------------------


def test_a_recovery_code_lets_in_once_and_only_its_hash_is_kept(client, client_twee, verplicht):
    _, codes = met_telefoon(een_redacteur())
    assert not set(StaticToken.objects.values_list("token", flat=True)) & {
        code.replace("-", "") for code in codes
    }
    log_in(client)
    client.post(HERSTELCODE, {"code": codes[3].upper()})
    assert is_binnen(client)
    assert "Nog 9 over" in wat_er_staat()
    log_in(client_twee)
    client_twee.post(HERSTELCODE, {"code": codes[3]})
    assert not is_binnen(client_twee)


def test_guessing_recovery_codes_is_slowed_down_too(client, verplicht):
    _, codes = met_telefoon(een_redacteur())
    log_in(client)
    client.post(HERSTELCODE, {"code": "aaaaa-aaaaa"})
    assert "Probeer het weer na" in client.post(HERSTELCODE, {"code": codes[0]}).content.decode()


def test_new_recovery_codes_ask_the_password_and_end_the_old_ones(client, verplicht):
    roos = een_redacteur()
    log_helemaal_in(client, roos)
    oud = set(StaticToken.objects.values_list("token", flat=True))
    adres = "/beheer/tweede-factor/nieuwe-codes/"
    assert "klopt niet" in client.post(adres, {"password": "fout"}).content.decode()
    assert set(StaticToken.objects.values_list("token", flat=True)) == oud
    assert client.post(adres, {"password": WACHTWOORD}).status_code == 200
    assert not set(StaticToken.objects.values_list("token", flat=True)) & oud


# --- another telephone, none any more ------------------------------------------------------


def test_another_telephone_asks_the_password_again(client, verplicht):
    roos = een_redacteur()
    oud = log_helemaal_in(client, roos)
    client.get(INSTELLEN)
    nieuw = TOTPDevice.objects.get(user=roos, confirmed=False)
    client.post(INSTELLEN, {"code": nu_op(nieuw), "password": "fout"})
    assert apparaten.telefoon(roos) == oud
    client.post(INSTELLEN, {"code": nu_op(nieuw), "password": WACHTWOORD})
    assert apparaten.telefoon(roos) == nieuw
    assert is_binnen(client)


def test_it_can_be_switched_off_only_where_nobody_requires_it(client, settings):
    roos = een_redacteur()
    log_helemaal_in(client, roos)
    settings.TWEEDE_FACTOR_VERPLICHT = True
    uit = "/beheer/tweede-factor/uit/"
    assert client.post(uit, {"password": WACHTWOORD}).status_code == 403
    settings.TWEEDE_FACTOR_VERPLICHT = False
    assert client.get(uit).status_code == 200
    assert apparaten.telefoon(roos)
    client.post(uit, {"password": WACHTWOORD})
    assert apparaten.telefoon(roos) is None
    assert "uitgezet" in wat_er_staat()


def test_a_beheerder_wipes_a_lost_telephone_and_that_is_written_down(
    client, client_twee, verplicht
):
    roos = een_redacteur()
    log_helemaal_in(client, roos)
    log_helemaal_in(client_twee, een_beheerder())
    adres = f"/beheer/tweede-factor/wis/{roos.pk}/"
    assert client_twee.get(adres).status_code == 200
    assert apparaten.telefoon(roos)
    client_twee.post(adres)
    assert apparaten.telefoon(roos) is None
    assert "Telefoon gewist van roos" in wat_er_staat()
    assert not is_binnen(client)


def test_nobody_else_wipes_a_telephone_and_nobody_that_of_a_superuser(client, verplicht):
    roos, bea = een_redacteur(), een_beheerder()
    met_telefoon(bea)
    log_helemaal_in(client, roos)
    for pk in (bea.pk, roos.pk):
        assert client.post(f"/beheer/tweede-factor/wis/{pk}/").status_code == 403
    roos.user_permissions.add(Permission.objects.get(codename="change_user"))
    assert client.post(f"/beheer/tweede-factor/wis/{bea.pk}/").status_code == 403
    assert apparaten.telefoon(bea)


def test_the_page_of_a_user_says_whether_there_is_a_telephone(client):
    roos = een_redacteur()
    client.force_login(een_beheerder())
    adres = f"/beheer/auth/user/{roos.pk}/change/"
    assert "Niet ingesteld." in client.get(adres).content.decode()
    met_telefoon(roos)
    assert f"/beheer/tweede-factor/wis/{roos.pk}/" in client.get(adres).content.decode()


def test_no_page_shows_keys_or_codes_of_others(client):
    client.force_login(een_beheerder())
    for model in ("otp_totp/totpdevice", "otp_static/staticdevice", "axes/accessattempt"):
        assert client.get(f"/beheer/{model}/").status_code == 404


def test_nothing_secret_is_written_in_the_log(client, verplicht):
    roos = een_redacteur()
    apparaat = log_helemaal_in(client, roos)
    code = nu_op(apparaat)
    client.post("/beheer/logout/")
    log_in(client, wachtwoord="mijn-geheime-woord")
    log_in(client)
    vergeet_code(apparaat)
    client.post(CODE, {"code": code})
    alles = " ".join(f"{r.wat} {r.wie}" for r in Logregel.objects.all())
    assert not {WACHTWOORD, "mijn-geheime-woord", code, apparaat.key} & set(alles.split())
