"""A form that is sent after the session ended is not lost, and shown to nobody else."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from sociale_basis.kern.models import Tekst

from .mensen import een_beheerder, een_redacteur, log_helemaal_in, log_in, met_telefoon, nu_op

pytestmark = pytest.mark.django_db
DOORGAAN = "/beheer/doorgaan/"
CODE = "/beheer/tweede-factor/code/"
GETYPT = {"sleutel": "welkom", "titel": "Welkom", "tekst": "Een lange zin met koffie & taart."}


@pytest.fixture
def formulier(db: Any) -> str:
    tekst = Tekst.objects.first() or Tekst.objects.create(sleutel="welkom", titel="Welkom")
    return f"/beheer/kern/tekst/{tekst.pk}/change/"


@pytest.fixture
def bea(client: Client) -> Client:
    een_beheerder()
    log_in(client, "bea")
    return client


def _laat_verlopen(client: Client) -> None:
    sessie = client.session
    sessie["gezien"] = sessie["begonnen"] = 0
    sessie.save()


def _velden(html: str) -> dict[str, str]:
    """The hidden fields of the first form of the page."""
    vorm = re.search(r'<form method="post" action=.*?</form>', html, re.S)
    assert vorm
    paren = re.findall(r'name="([^"]+)" value="([^"]*)"', vorm[0])
    return {naam: unescape(waarde) for naam, waarde in paren}


def test_what_was_typed_waits_behind_the_login(bea: Client, formulier: str) -> None:
    _laat_verlopen(bea)
    antwoord = bea.post(formulier, GETYPT)
    assert antwoord["Location"] == f"/beheer/login/?next={DOORGAAN}"
    antwoord = log_in(bea, "bea", next=DOORGAAN)
    assert antwoord["Location"] == DOORGAAN
    html = bea.get(DOORGAAN).content.decode()
    assert f'action="{formulier}"' in html
    assert "koffie &amp; taart" in html
    velden = _velden(html)
    assert {naam: velden[naam] for naam in GETYPT} == GETYPT


def test_one_click_sends_it_and_then_it_is_gone(bea: Client, formulier: str) -> None:
    _laat_verlopen(bea)
    bea.post(formulier, GETYPT)
    log_in(bea, "bea")
    assert bea.post(formulier, _velden(bea.get(DOORGAAN).content.decode())).status_code in (
        200,
        302,
    )
    assert bea.get(DOORGAAN)["Location"] == "/beheer/"


def test_it_can_be_thrown_away(bea: Client, formulier: str) -> None:
    _laat_verlopen(bea)
    bea.post(formulier, GETYPT)
    log_in(bea, "bea")
    assert bea.post(DOORGAAN)["Location"] == "/beheer/"
    assert bea.get(DOORGAAN)["Location"] == "/beheer/"


def test_it_waits_for_the_code_too(client: Client, formulier: str) -> None:
    bea = een_beheerder()
    apparaat = log_helemaal_in(client, bea)
    _laat_verlopen(client)
    client.post(formulier, GETYPT)
    log_in(client, "bea", next=DOORGAAN)
    antwoord = client.post(CODE, {"code": nu_op(apparaat)})
    assert antwoord["Location"] == DOORGAAN
    assert "koffie &amp; taart" in client.get(DOORGAAN).content.decode()


def test_somebody_else_at_the_same_computer_does_not_see_it(bea: Client, formulier: str) -> None:
    een_redacteur("roos")
    _laat_verlopen(bea)
    bea.post(formulier, GETYPT)
    log_in(bea, "roos")
    assert bea.get(DOORGAAN)["Location"] == "/beheer/"


def test_a_stranger_leaves_nothing_behind(client: Client, formulier: str) -> None:
    assert "next=/beheer/kern/tekst/" in client.post(formulier, GETYPT)["Location"]
    assert "getypt" not in client.session


@pytest.mark.parametrize(
    ("adres", "velden"),
    [
        ("/beheer/kern/tekst/", {"action": "delete_selected"}),
        ("/beheer/auth/user/1/password/", {"password1": "geheim-geheim"}),
        ("/beheer/kern/tekst/add/", {"tekst": "x" * 200_001}),
    ],
)
def test_only_forms_of_one_entry_are_kept(bea: Client, adres: str, velden: dict) -> None:
    _laat_verlopen(bea)
    bea.post(adres, velden)
    assert "getypt" not in bea.session


def test_no_password_is_kept(bea: Client) -> None:
    _laat_verlopen(bea)
    bea.post("/beheer/auth/user/add/", {"username": "nieuw", "password1": "a", "password2": "a"})
    assert [naam for naam, _waarde in bea.session["getypt"]["velden"]] == ["username"]


def test_who_may_not_enter_this_page_goes_to_the_login(client: Client) -> None:
    assert client.get(DOORGAAN).status_code == 302
    met_telefoon(een_redacteur())
