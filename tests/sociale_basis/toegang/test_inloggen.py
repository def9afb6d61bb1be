"""Logging in with a password: who waits, what is told, when a session ends."""

import re
import time
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.models import User
from django.core import mail
from django.utils import timezone

from sociale_basis.kern.adres import bezoekers_ip
from sociale_basis.kern.bewaren import ruim_op
from sociale_basis.kern.models import Logregel, Mail
from sociale_basis.toegang import sessieduur
from sociale_basis.toegang.slot import adres_van_poging

from .mensen import (
    CODE,
    LOGIN,
    WACHTWOORD,
    een_beheerder,
    een_redacteur,
    is_binnen,
    log_in,
    met_telefoon,
    nu_op,
)

pytestmark = pytest.mark.django_db
VERGETEN = "/beheer/wachtwoord-vergeten/"


def zonder_wat_wisselt(antwoord) -> str:
    """A page without its token and without what was typed."""
    html = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", antwoord.content.decode())
    return re.sub(r'value="(roos|niemand|gast)"', "", html)


# --- what is told --------------------------------------------------------------------------


def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(client):
    een_redacteur()
    User.objects.create_user("gast", password=WACHTWOORD)  # no staff
    antwoorden = [
        log_in(client, "roos", "fout"),
        log_in(client, "niemand", "fout"),
        log_in(client, "gast"),
    ]
    assert len({zonder_wat_wisselt(antwoord) for antwoord in antwoorden}) == 1
    assert "horen niet bij elkaar" in antwoorden[0].content.decode()


@pytest.mark.parametrize("naam", ["roos", "niemand"])
def test_after_five_wrong_passwords_that_name_waits_and_reads_what_to_do(client, naam):
    een_redacteur()
    for _keer in range(5):
        antwoord = log_in(client, naam, "fout")
    assert antwoord.status_code == 429
    assert antwoord["Retry-After"] == "900"
    html = antwoord.content.decode()
    assert "Wacht 15 minuten" in html
    assert VERGETEN in html
    assert log_in(client, naam, WACHTWOORD).status_code == 429
    assert not is_binnen(client)


def test_the_wait_says_the_same_for_a_name_that_exists_and_one_that_does_not(client):
    een_redacteur()
    paginas = set()
    for naam in ("roos", "niemand"):
        for _keer in range(5):
            antwoord = log_in(client, naam, "fout")
        paginas.add(zonder_wat_wisselt(antwoord))
    assert len(paginas) == 1


def test_a_colleague_at_the_same_address_still_gets_in_until_there_were_twenty(client):
    een_redacteur()
    for nummer in range(19):
        log_in(client, f"naam-{nummer}", "fout")
    assert log_in(client)["Location"] == "/beheer/"
    client.post("/beheer/logout/")
    log_in(client, "nog-een", "fout")
    assert log_in(client).status_code == 429


def test_one_name_is_guarded_from_everywhere_together(client):
    """A hundred addresses, one try each, on one name."""
    een_redacteur()
    for nummer in range(100):
        client.post(
            LOGIN, {"username": "roos", "password": "fout"}, REMOTE_ADDR=f"192.0.2.{nummer}"
        )
    antwoord = client.post(
        LOGIN, {"username": "roos", "password": WACHTWOORD}, REMOTE_ADDR="198.51.100.9"
    )
    assert antwoord.status_code == 429


def test_after_a_quarter_of_an_hour_the_right_password_works(client):
    een_redacteur()
    for _keer in range(5):
        log_in(client, wachtwoord="fout")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert log_in(client)["Location"] == "/beheer/"


def test_trying_on_while_waiting_does_not_make_the_wait_longer(client):
    een_redacteur()
    for _keer in range(5):
        log_in(client, wachtwoord="fout")
    toen = AccessAttempt.objects.get().attempt_time
    log_in(client, wachtwoord="fout")
    assert AccessAttempt.objects.get().attempt_time == toen


def test_asking_the_password_again_counts_as_trying(client):
    roos = een_redacteur()
    apparaat, _ = met_telefoon(roos)
    log_in(client)
    client.post(CODE, {"code": nu_op(apparaat)})
    for _keer in range(5):
        antwoord = client.post("/beheer/tweede-factor/nieuwe-codes/", {"password": "fout"})
    assert antwoord.status_code == 429


def test_what_people_type_as_their_name_is_kept_nowhere(client):
    """Some type their password there."""
    log_in(client, naam="hunter2-hunter2", wachtwoord="x")
    poging = AccessAttempt.objects.get()
    assert "hunter2" not in f"{poging.username}{poging.post_data}{poging.get_data}"
    assert Logregel.objects.get().wie == "(onbekende naam)"


def test_addresses_of_who_tried_are_thrown_away_after_a_day(client):
    log_in(client, wachtwoord="fout")
    ruim_op(opslaan=True)
    assert AccessAttempt.objects.exists()
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(hours=25))
    ruim_op(opslaan=True)
    assert not AccessAttempt.objects.exists()


# --- behind a proxy ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("proxies", "van", "doorgegeven", "adres"),
    [
        ([], "198.51.100.7", "", "198.51.100.7"),
        ([], "198.51.100.7", "1.1.1.1", "198.51.100.7"),  # made up by the visitor
        (["10.0.0.0/8"], "10.0.0.2", "198.51.100.7", "198.51.100.7"),
        (["10.0.0.0/8"], "10.0.0.2", "1.1.1.1, 198.51.100.7", "198.51.100.7"),
        (["10.0.0.0/8"], "10.0.0.2", "1.1.1.1, 198.51.100.7, 10.0.0.9", "198.51.100.7"),
        (["10.0.0.0/8"], "203.0.113.5", "1.1.1.1", "203.0.113.5"),  # not through the proxy
        (["10.0.0.0/8"], "10.0.0.2", "onzin", "10.0.0.2"),
        (["10.0.0.0/8"], "", "198.51.100.7", "198.51.100.7"),  # a Unix socket
        ([], "", "198.51.100.7", None),
        (["2001:db8::/32"], "2001:db8::1", "2001:db9::5", "2001:db9::5"),
    ],
)
def test_the_address_comes_from_trusted_proxies_only(
    rf, settings, proxies, van, doorgegeven, adres
):
    settings.VERTROUWDE_PROXIES = proxies
    request = rf.get("/", REMOTE_ADDR=van, HTTP_X_FORWARDED_FOR=doorgegeven)
    assert bezoekers_ip(request) == adres


def test_a_made_up_address_does_not_get_around_the_wait(client):
    een_redacteur()
    for nummer in range(5):
        kop = {"HTTP_X_FORWARDED_FOR": f"192.0.2.{nummer}"}
        antwoord = client.post(LOGIN, {"username": "roos", "password": "fout"}, **kop)
    assert antwoord.status_code == 429


def test_a_house_with_many_ipv6_addresses_is_one_address(client):
    """Whoever has one IPv6 connection has 18 trillion addresses to try from."""
    een_redacteur()
    for nummer in range(5):
        kop = {"REMOTE_ADDR": f"2001:db8:1:2:a{nummer}::{nummer}"}
        antwoord = client.post(LOGIN, {"username": "roos", "password": "fout"}, **kop)
    assert antwoord.status_code == 429
    assert AccessAttempt.objects.get().ip_address == "2001:db8:1:2::"
    elders = client.post(
        LOGIN, {"username": "roos", "password": WACHTWOORD}, REMOTE_ADDR="2001:db8:1:3::1"
    )
    assert elders["Location"] == "/beheer/"


@pytest.mark.parametrize(
    ("van", "telt_als"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("", None),
    ],
)
def test_tries_are_counted_per_connection(rf, van, telt_als):
    assert adres_van_poging(rf.get("/", REMOTE_ADDR=van)) == telt_als


# --- sessions ------------------------------------------------------------------------------


def _verzet(client, **seconden: int) -> None:
    sessie = client.session
    sessie.update({naam: int(time.time()) - aantal for naam, aantal in seconden.items()})
    sessie.save()


def test_a_login_ends_after_two_hours_without_a_click(client, settings):
    client.force_login(een_beheerder())
    _verzet(client, gezien=settings.SESSIE_RUST - 100)
    assert is_binnen(client)
    _verzet(client, gezien=settings.SESSIE_RUST + 100)
    antwoord = client.get("/beheer/", follow=True)
    assert "Log voor de veiligheid opnieuw in" in antwoord.content.decode()
    assert not is_binnen(client)


def test_a_login_ends_after_a_working_day_however_busy(client, settings):
    client.force_login(een_beheerder())
    _verzet(client, begonnen=settings.SESSION_COOKIE_AGE + 1)
    assert not is_binnen(client)


def test_a_click_is_noted_once_a_minute(client):
    client.force_login(een_beheerder())
    _verzet(client, gezien=30)
    toen = client.session[sessieduur.GEZIEN]
    is_binnen(client)
    assert client.session[sessieduur.GEZIEN] == toen
    _verzet(client, gezien=90)
    is_binnen(client)
    assert time.time() - client.session[sessieduur.GEZIEN] < 60


def test_a_visitor_has_no_session_at_all(client):
    client.get("/")
    assert not client.cookies


def test_a_session_gets_another_number_at_login(client):
    een_redacteur()
    log_in(client, wachtwoord="fout")
    sessie = client.session
    sessie["iets"] = 1
    sessie.save()
    oud = sessie.session_key
    log_in(client)
    assert client.session.session_key != oud


# --- passwords -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "slecht", ["kort", "123456789012", "password1234567"[:12], "roos@voorbeeld"]
)
def test_weak_passwords_are_refused(client, slecht):
    client.force_login(een_redacteur())
    velden = {"old_password": WACHTWOORD, "new_password1": slecht, "new_password2": slecht}
    antwoord = client.post("/beheer/password_change/", velden)
    assert antwoord.status_code == 200
    assert "errorlist" in antwoord.content.decode()


def _link() -> str:
    return re.search(rf"{settings.PORTAAL_ADRES}(/beheer/wachtwoord/\S+)", _brief().tekst)[1]


def _brief() -> Mail:
    """The mail that waits; there is one."""
    return Mail.objects.get()


def test_a_link_by_mail_gives_a_new_password_and_still_asks_the_code(client):
    met_telefoon(een_redacteur())
    client.post(VERGETEN, {"email": "roos@voorbeeld.nl"})
    assert "Kies het hier" in _brief().tekst
    pagina = client.get(_link(), follow=True)
    adres = pagina.redirect_chain[-1][0]
    nieuw = "een-heel-ander-verhaal"
    client.post(adres, {"new_password1": nieuw, "new_password2": nieuw})
    assert not is_binnen(client)
    assert log_in(client, wachtwoord=nieuw)["Location"] == CODE
    assert "werkt niet meer" in client.get(_link(), follow=True).content.decode()
    assert Logregel.objects.filter(soort="wachtwoord").count() == 3  # sent, chosen, changed


def test_asking_a_link_tells_nothing_about_who_is_known(client):
    een_redacteur()
    User.objects.create_user("gast", "gast@voorbeeld.nl", WACHTWOORD)
    paginas = {
        zonder_wat_wisselt(client.post(VERGETEN, {"email": adres}, follow=True))
        for adres in ("roos@voorbeeld.nl", "niemand@voorbeeld.nl", "gast@voorbeeld.nl")
    }
    assert len(paginas) == 1
    assert _brief().aan == "roos@voorbeeld.nl"
    assert mail.outbox == []  # nobody waits for the mail server: that too would tell


def test_nobody_can_fill_somebodys_mailbox_with_links(client):
    een_redacteur()
    for _keer in range(5):
        client.post(VERGETEN, {"email": "roos@voorbeeld.nl"})
    assert _brief()


def test_the_link_leads_to_the_portal_whatever_the_browser_says_it_asked(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    een_redacteur()
    client.post(VERGETEN, {"email": "roos@voorbeeld.nl"}, headers={"host": "kwaad.voorbeeld.nl"})
    assert _brief().tekst.count("kwaad") == 0
    assert client.get(_link(), follow=True).status_code == 200
