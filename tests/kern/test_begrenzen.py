"""Robots stay out, people get in, and nothing about either is stored."""

from datetime import timedelta

import pytest
from django import forms
from django.core.cache import cache
from django.test import RequestFactory
from django.utils import timezone

from sociale_basis.kern import begrenzen
from sociale_basis.kern.begrenzen import ZonderRobots, te_vaak

ADRES = "192.0.2.7"
pytestmark = pytest.mark.usefixtures("lege_cache")


def _vraag(adres: str = ADRES, **meta: str):
    return RequestFactory().get("/", REMOTE_ADDR=adres, **meta)


def _formulier(**velden: str) -> ZonderRobots:
    return ZonderRobots({"geopend": _geopend(10)} | velden)


def _geopend(seconden: float) -> str:
    moment = timezone.now() - timedelta(seconds=seconden)
    return begrenzen.onderteken(begrenzen.DOEL, moment.timestamp())


# --- limits --------------------------------------------------------------------------------
def test_somebody_who_asks_too_often_is_told_so_and_nobody_else() -> None:
    assert [te_vaak(_vraag(), "melden", keer=2, seconden=60) for _ in range(4)] == [
        False, False, True, True,
    ]  # fmt: skip
    assert not te_vaak(_vraag("192.0.2.8"), "melden", keer=2, seconden=60)
    assert not te_vaak(_vraag(), "nakijken", keer=2, seconden=60)


def test_the_cache_holds_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    sleutels: list[str] = []
    monkeypatch.setattr(cache, "add", lambda sleutel, *rest: sleutels.append(sleutel))
    te_vaak(_vraag(), "melden", keer=2, seconden=60)
    assert sleutels
    assert ADRES not in sleutels[0]


def test_a_visitor_behind_a_proxy_of_ours_is_known_by_what_that_proxy_saw(settings) -> None:
    settings.VERTROUWDE_PROXIES = [ADRES]
    een, ander = ({"HTTP_X_FORWARDED_FOR": adres} for adres in ("198.51.100.7", "198.51.100.8"))
    assert not te_vaak(_vraag(**een), "proef", keer=1, seconden=60)
    assert not te_vaak(_vraag(**ander), "proef", keer=1, seconden=60)
    assert te_vaak(_vraag(**een), "proef", keer=1, seconden=60)


def test_nobody_else_says_who_they_are(settings) -> None:
    een, ander = ({"HTTP_X_FORWARDED_FOR": adres} for adres in ("198.51.100.7", "198.51.100.8"))
    assert not te_vaak(_vraag(**een), "proef", keer=1, seconden=60)
    assert te_vaak(_vraag(**ander), "proef", keer=1, seconden=60)


def test_a_house_with_a_million_addresses_is_one_visitor() -> None:
    een, ander = "2001:db8:1:2::7", "2001:db8:1:2:aaaa::9"
    assert not te_vaak(_vraag(een), "proef", keer=1, seconden=60)
    assert te_vaak(_vraag(ander), "proef", keer=1, seconden=60)
    assert not te_vaak(_vraag("2001:db8:1:3::7"), "proef", keer=1, seconden=60)


def test_an_old_address_in_a_new_coat_is_still_one_visitor() -> None:
    assert not te_vaak(_vraag(f"::ffff:{ADRES}"), "proef", keer=1, seconden=60)
    assert not te_vaak(_vraag("::ffff:192.0.2.8"), "proef", keer=1, seconden=60)
    assert te_vaak(_vraag(ADRES), "proef", keer=1, seconden=60)


def test_a_form_that_was_filled_in_by_a_person_passes() -> None:
    formulier = _formulier()
    assert formulier.is_valid()
    assert not formulier.is_robot


def test_a_robot_fills_in_what_no_person_sees() -> None:
    formulier = _formulier(website_van_u="https://kwaad.voorbeeld.nl")
    assert formulier.is_valid()
    assert formulier.is_robot


@pytest.mark.parametrize("seconden", [None, 1, -1, 90_000])
def test_a_form_that_is_sent_too_fast_or_too_late_is_asked_again(seconden: int | None) -> None:
    geopend = "verzonnen" if seconden is None else _geopend(seconden)
    formulier = _formulier(geopend=geopend)
    assert not formulier.is_valid()
    assert "nog eens na" in formulier.non_field_errors()[0]
    assert formulier["geopend"].value() != geopend


def test_a_form_opens_with_a_moment_that_a_visitor_cannot_make_up() -> None:
    assert ZonderRobots()["geopend"].value().count(".") == 2


def test_the_questions_are_what_a_person_fills_in() -> None:
    class Proef(ZonderRobots):
        waarom = forms.CharField()
        hoe = forms.CharField()

    assert [veld.name for veld in Proef().vragen] == ["waarom", "hoe"]
