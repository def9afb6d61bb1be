"""Signed links: for one purpose, for a while, and what they do they do once."""

from datetime import timedelta

import pytest
from django.core import signing
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from sociale_basis.kern.models import Mail
from sociale_basis.kern.ondertekend import (
    Ongeldig,
    Verlopen,
    achter_link,
    eenmaal,
    lees,
    onderteken,
)


def _ouder(monkeypatch: pytest.MonkeyPatch, dagen: float) -> None:
    nu = signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: nu + dagen * 86_400)


def test_what_was_signed_is_read_back() -> None:
    assert lees("nakijken", onderteken("nakijken", {"pk": 7}), dagen=60) == {"pk": 7}


def test_a_code_fits_in_an_address_that_mail_programs_leave_whole() -> None:
    assert set(onderteken("nakijken", [1, "é"])) <= set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."
    )


def test_a_code_is_worth_nothing_for_another_purpose() -> None:
    with pytest.raises(Ongeldig):
        lees("afmelden", onderteken("nakijken", 7), dagen=60)


@pytest.mark.parametrize(
    "anders", [lambda c: c[:-1], lambda c: "A" + c, lambda c: "", lambda c: "é"]
)
def test_a_code_that_was_changed_opens_nothing(anders) -> None:
    with pytest.raises(Ongeldig):
        lees("nakijken", anders(onderteken("nakijken", 7)), dagen=60)


def test_a_code_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    code = onderteken("nakijken", 7)
    _ouder(monkeypatch, 59)
    assert lees("nakijken", code, dagen=60) == 7
    _ouder(monkeypatch, 2)
    with pytest.raises(Verlopen):
        lees("nakijken", code, dagen=60)


@pytest.mark.django_db
def test_something_happens_once_however_often_it_is_asked() -> None:
    brief = Mail.objects.create(aan="a@voorbeeld.nl", onderwerp="Dag", tekst="", html="")
    rij = Mail.objects.filter(pk=brief.pk)
    assert [eenmaal(rij, "klaar_op") for _ in range(3)] == [True, False, False]
    assert timezone.now() - rij.get().klaar_op < timedelta(minutes=1)


def test_a_page_behind_a_link_is_kept_nowhere_and_found_nowhere() -> None:
    antwoord = achter_link(lambda request: HttpResponse())(RequestFactory().get("/"))
    assert "no-store" in antwoord["Cache-Control"]
    assert antwoord["X-Robots-Tag"] == "noindex, nofollow"
    assert antwoord["Referrer-Policy"] == "same-origin"
