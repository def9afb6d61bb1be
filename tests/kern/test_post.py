"""Mail: no page waits for it, nothing is lost, and what does not arrive is seen."""

from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.contrib.auth.models import Permission, User
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction
from django.test import Client
from django.utils import timezone

from sociale_basis.kern import post
from sociale_basis.kern.models import Mail
from sociale_basis.kern.models.mail import PAUZES
from sociale_basis.kern.taken import REGISTER

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sjablonen(settings, tmp_path) -> None:
    """A mail of our own, beside the portal's templates."""
    (tmp_path / "proef.txt").write_text(
        '{% extends "mail/basis.txt" %}{% block tekst %}Dag {{ wie }},\n\n'
        "- Kijk op https://portaal.voorbeeld.nl/nakijken/a.b-c/\n{% endblock %}"
    )
    sjabloon = {**settings.TEMPLATES[0]}
    sjabloon["DIRS"] = [*sjabloon["DIRS"], tmp_path]
    settings.TEMPLATES = [sjabloon]


def _stuur(aan: str = "annie@voorbeeld.nl", wie: str = "Annie") -> Mail:
    return post.stuur(aan, "Klopt dit nog?", "proef.txt", {"wie": wie})


def _rij(brief: Mail) -> Mail:
    return Mail.objects.get(pk=brief.pk)


def _server(monkeypatch: pytest.MonkeyPatch, fout: Exception | None, moment: str) -> list[str]:
    """A mail server that answers with an error; returns whom it was asked to send to."""
    gevraagd: list[str] = []

    def antwoord(self: EmailBackend, berichten: list | None = None) -> int:
        gevraagd.extend(adres for bericht in berichten or [] for adres in bericht.to)
        if fout:
            raise fout
        return 1

    monkeypatch.setattr(EmailBackend, moment, antwoord)
    return gevraagd


def _later(brief: Mail) -> None:
    Mail.objects.filter(pk=brief.pk).update(volgende_poging=timezone.now())


# --- writing -------------------------------------------------------------------------------
def test_a_mail_is_kept_and_not_sent_while_a_page_is_made() -> None:
    _stuur()
    assert mail.outbox == []
    assert Mail.objects.wachtend().count() == 1


def test_the_work_process_sends_it_as_text_and_as_html_that_say_the_same() -> None:
    _stuur(wie="Jan & Annie <b>")
    assert REGISTER["mail versturen"].functie() == 1
    bericht = mail.outbox[0]
    assert bericht.to == ["annie@voorbeeld.nl"]
    assert "Dag Jan & Annie <b>," in bericht.body
    html = bericht.alternatives[0].content
    assert "Jan &amp; Annie &lt;b&gt;" in html
    assert 'href="https://portaal.voorbeeld.nl/nakijken/a.b-c/"' in html
    assert '<html lang="nl">' in html
    assert bericht.extra_headers["Auto-Submitted"] == "auto-generated"


def test_a_mail_about_something_that_was_not_saved_does_not_exist() -> None:
    with transaction.atomic():
        _stuur()
        transaction.set_rollback(True)
    assert not Mail.objects.exists()


def test_a_subject_cannot_bring_headers_along() -> None:
    brief = post.stuur("a@voorbeeld.nl", "Dag\r\nBcc: b@voorbeeld.nl", "proef.txt", {"wie": "A"})
    post.verstuur()
    assert mail.outbox[0].subject == "Dag Bcc: b@voorbeeld.nl"
    assert _rij(brief).stand == Mail.Stand.VERSTUURD


def test_what_is_sent_is_not_sent_again() -> None:
    brief = _stuur()
    assert [post.verstuur(), post.verstuur()] == [1, 0]
    assert len(mail.outbox) == 1
    assert _rij(brief).klaar_op is not None


# --- a server that is away -----------------------------------------------------------------
@pytest.mark.parametrize(
    ("fout", "moment"),
    [
        (ConnectionRefusedError("refused"), "open"),
        (TimeoutError("timed out"), "open"),
        (SMTPServerDisconnected("gone"), "send_messages"),
    ],
)
def test_with_the_mail_server_down_nothing_is_lost(monkeypatch, fout, moment) -> None:
    eerste, tweede = _stuur(), _stuur("bea@voorbeeld.nl")
    with monkeypatch.context() as even:
        gevraagd = _server(even, fout, moment)
        assert post.verstuur() == 0
        assert "bea@voorbeeld.nl" not in gevraagd  # one failure ends the round: no page of waits
    assert type(fout).__name__ in _rij(eerste).fout
    _later(eerste)
    assert post.verstuur() == 2
    assert _rij(eerste).fout == ""
    assert _rij(tweede).pogingen == 1


def test_the_pauses_grow_and_after_four_days_it_gives_up_where_staff_see_it(monkeypatch) -> None:
    brief = _stuur()
    _server(monkeypatch, ConnectionRefusedError("refused"), "open")
    pauzes = []
    for _poging in PAUZES:
        assert _rij(brief).stand == Mail.Stand.WACHT
        _later(brief)
        begin = timezone.now()
        post.verstuur()
        pauzes.append(_rij(brief).volgende_poging - begin)
    assert all(
        abs(gemeten - bedoeld) < timedelta(seconds=5)
        for gemeten, bedoeld in zip(pauzes, PAUZES, strict=True)
    )
    assert list(PAUZES) == sorted(PAUZES)
    assert sum(PAUZES, timedelta()) > timedelta(days=3)
    assert list(Mail.objects.mislukt()) == [brief]


def test_an_address_that_does_not_exist_is_given_up_at_once(monkeypatch) -> None:
    brief = _stuur()
    weg = SMTPRecipientsRefused({"annie@voorbeeld.nl": (550, b"no such user")})
    _server(monkeypatch, weg, "send_messages")
    post.verstuur()
    assert _rij(brief).stand == Mail.Stand.MISLUKT


@pytest.mark.parametrize(
    "fout",
    [
        SMTPRecipientsRefused({"annie@voorbeeld.nl": (451, b"later please")}),
        SMTPDataError(452, b"mailbox full"),
    ],
)
def test_a_full_mailbox_is_tried_again_and_holds_up_nobody(monkeypatch, fout) -> None:
    brief, ander = _stuur(), _stuur("bea@voorbeeld.nl")
    gevraagd = _server(monkeypatch, fout, "send_messages")
    post.verstuur()
    assert gevraagd == ["annie@voorbeeld.nl", "bea@voorbeeld.nl"]
    assert {_rij(brief).stand, _rij(ander).stand} == {Mail.Stand.WACHT}


def test_a_mail_that_cannot_be_written_down_stops_no_other(monkeypatch, caplog) -> None:
    kapot, goed = _stuur(), _stuur("bea@voorbeeld.nl")
    Mail.objects.filter(pk=kapot.pk).update(aan="kapot\n@voorbeeld.nl")
    assert post.verstuur() == 1
    assert _rij(kapot).stand == Mail.Stand.MISLUKT
    assert _rij(goed).stand == Mail.Stand.VERSTUURD
    assert "kapot" not in caplog.messages[0]


def test_of_two_processes_one_sends_it() -> None:
    brief = _stuur()
    ander = _rij(brief)
    assert [brief.claim(), ander.claim()] == [True, False]


def test_a_process_that_was_killed_halfway_loses_nothing() -> None:
    brief = _stuur()
    brief.claim()
    assert post.verstuur() == 0
    _later(brief)
    assert post.verstuur() == 1


# --- who sees it ---------------------------------------------------------------------------
def _wacht_al(brief: Mail, uren: float) -> None:
    Mail.objects.filter(pk=brief.pk).update(wacht_sinds=timezone.now() - timedelta(hours=uren))


def test_a_queue_lags_when_something_waits_for_an_hour_and_nothing_went_out() -> None:
    brief = _stuur()
    _wacht_al(brief, 0.9)
    assert not Mail.objects.loopt_achter()
    _wacht_al(brief, 1.1)
    assert Mail.objects.loopt_achter()


def test_one_full_mailbox_is_no_lag_while_other_mail_goes_out() -> None:
    _wacht_al(_stuur(), 5)
    _stuur("bea@voorbeeld.nl").is_verstuurd()
    assert not Mail.objects.loopt_achter()


def test_the_monitor_hears_of_a_queue_that_lags_and_never_of_an_address(monkeypatch) -> None:
    _wacht_al(_stuur(), 2)
    antwoord = Client().get("/gezond/")
    assert antwoord.status_code == 503
    assert antwoord.json()["mail"] == {"op_tijd": False, "wachtend": 1, "mislukt": 0}
    assert b"annie" not in antwoord.content
    assert Client().get("/gezond/?deel=web").status_code == 200


def _medewerker(*rechten: str) -> Client:
    gebruiker = User.objects.create_user("medewerker", is_staff=True)
    gebruiker.user_permissions.set(Permission.objects.filter(codename__in=rechten))
    client = Client()
    client.force_login(gebruiker)
    return client


def test_staff_see_what_failed_and_send_it_again() -> None:
    brief = _stuur()
    brief.is_mislukt("SMTPServerDisconnected: gone", definitief=True)
    client = _medewerker("change_mail")
    assert b"annie@voorbeeld.nl" in client.get("/beheer/kern/mail/?stand__exact=mislukt").content
    keuze = {"action": "probeer_opnieuw", "_selected_action": [brief.pk]}
    assert client.post("/beheer/kern/mail/", keuze).status_code == 302
    assert post.verstuur() == 1


def test_staff_do_not_see_the_links_in_a_mail() -> None:
    brief = _stuur()
    pagina = _medewerker("change_mail").get(f"/beheer/kern/mail/{brief.pk}/change/")
    assert pagina.status_code == 200
    assert b"nakijken" not in pagina.content


@pytest.mark.parametrize("veld", ["tekst", "html", "aan"])
def test_nobody_guesses_a_link_in_a_mail_letter_by_letter(veld) -> None:
    _stuur()
    lijst = _medewerker("change_mail")
    for zoek in ("contains", "startswith", "regex"):
        assert lijst.get(f"/beheer/kern/mail/?{veld}__{zoek}=nakijken").status_code == 400
    assert lijst.get("/beheer/kern/mail/?stand__exact=mislukt").status_code == 200


def test_who_may_only_look_around_sees_no_addresses() -> None:
    _stuur()
    assert _medewerker("view_mail").get("/beheer/kern/mail/").status_code == 403
