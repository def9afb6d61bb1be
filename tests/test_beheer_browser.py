"""Every page of /beheer/ in Chromium: nothing breaks the strict policy, nothing logs an error."""

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import User
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import Page, expect

from tests.hulp.browser import Opener
from tests.hulp.inloggen import aan
from tests.hulp.toegankelijk import axe, toetsenbord, zijwaarts
from tests.hulp.verslag import niets_in

pytestmark = pytest.mark.schrijft_in_demo

TOEGANG = (
    "/beheer/login/",
    "/beheer/wachtwoord-vergeten/",
    "/beheer/wachtwoord-vergeten/gestuurd/",
    "/beheer/wachtwoord/x/y/",
    "/beheer/wachtwoord-klaar/",
)
BINNEN = (
    "/beheer/",
    "/beheer/password_change/",
    "/beheer/password_change/done/",
    "/beheer/tweede-factor/",
    "/beheer/tweede-factor/instellen/",
)
WACHTWOORD = "demo-beheerder-2026"


@pytest.fixture
def beheer(venster: Opener, demosite: str) -> Page:
    """A page in which the beheerder of the demo is logged in."""
    return aan(venster(hoogte=1000), demosite, "beheerder")


def adressen_van(model: type) -> Iterator[str]:
    """List, empty form, filled form, history, version and delete page of a model."""
    opts = model._meta
    naam = f"admin:{opts.app_label}_{opts.model_name}"
    yield reverse(f"{naam}_changelist")
    yield reverse(f"{naam}_add")
    ding = model._default_manager.first()
    if ding is None:
        return
    yield reverse(f"{naam}_change", args=[ding.pk])
    yield reverse(f"{naam}_history", args=[ding.pk])
    yield reverse(f"{naam}_delete", args=[ding.pk])
    if hasattr(model, "history"):
        versie = model.history.filter(**{opts.pk.attname: ding.pk}).first()
        if versie:
            yield reverse(f"{naam}_simple_history", args=[ding.pk, versie.history_id])
    if hasattr(model, "archiefreden") and hasattr(model, "history"):
        weg = model._default_manager.filter(gearchiveerd_op__isnull=False).first()
        if weg:
            yield reverse(f"{naam}_voorgoed", args=[weg.pk])


@pytest.mark.parametrize("label", sorted(model._meta.label for model in admin.site._registry))
def test_every_page_of_a_model_keeps_to_the_policy(beheer, demosite, label) -> None:
    for adres in adressen_van(apps.get_model(label)):
        antwoord = beheer.goto(demosite + adres)
        assert antwoord.status in (200, 403), adres
        beleid = antwoord.headers["content-security-policy"]
        assert "default-src 'self'" in beleid
        assert "unsafe" not in beleid
        assert antwoord.headers["permissions-policy"]


@pytest.mark.parametrize("adres", BINNEN)
def test_every_other_page_inside_keeps_to_the_policy(beheer, demosite, adres) -> None:
    assert beheer.goto(demosite + adres).status == 200
    assert beheer.locator("h1").count() == 1


@pytest.mark.parametrize("adres", TOEGANG)
def test_everybody_can_get_to_the_door(nieuwe_pagina, demosite, adres) -> None:
    for opties in ({}, {"breedte": 320, "donker": True}):
        pagina = nieuwe_pagina(**opties)
        assert pagina.goto(demosite + adres).status == 200
        niets_in(axe(pagina))
        niets_in(zijwaarts(pagina))
    niets_in(toetsenbord(pagina))


def test_the_history_and_the_way_to_delete_are_for_everybody(beheer, demosite) -> None:
    model = apps.get_model("voorzieningen.Voorziening")
    weg = model.objects.gearchiveerd().first()
    begin = f"{demosite}/beheer/voorzieningen/voorziening/{weg.pk}/"
    for rest in ("history/", f"history/{weg.history.last().history_id}/", "voorgoed-verwijderen/"):
        beheer.goto(begin + rest)
        assert beheer.locator("h1").count() == 1
        niets_in(axe(beheer))


def test_somebody_sets_up_a_telephone_without_javascript(
    nieuwe_pagina, demosite, monkeypatch
) -> None:
    """The whole way: password, picture, code, recovery codes, and in."""
    monkeypatch.setattr(settings, "TWEEDE_FACTOR_VERPLICHT", True)
    User.objects.filter(username="chromium").delete()
    User.objects.create_user("chromium", password=WACHTWOORD, is_staff=True, is_superuser=True)
    pagina = nieuwe_pagina(javascript=False, breedte=360)
    pagina.goto(f"{demosite}/beheer/")
    pagina.get_by_label("Gebruikersnaam").fill("chromium")
    pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
    pagina.get_by_role("button", name="Inloggen").click()
    expect(pagina).to_have_url(f"{demosite}/beheer/tweede-factor/instellen/")
    assert pagina.get_by_role("img").evaluate("img => img.naturalWidth") > 100
    niets_in(zijwaarts(pagina))
    apparaat = TOTPDevice.objects.get(user__username="chromium")
    pagina.get_by_label("Code uit uw app").fill("000000")
    pagina.get_by_role("button", name="Klaar").click()
    expect(pagina.locator(".errorlist")).to_have_text(re.compile("code"))
    TOTPDevice.objects.update(throttling_failure_timestamp=None)
    pagina.get_by_label("Code uit uw app").fill(f"{totp(apparaat.bin_key):06}")
    pagina.get_by_role("button", name="Klaar").click()
    expect(pagina.locator(".toegang-codes li")).to_have_count(10)
    niets_in(zijwaarts(pagina))
    pagina.get_by_role("link", name="Ik heb de codes bewaard").click()
    expect(pagina).to_have_url(f"{demosite}/beheer/")


@pytest.mark.parametrize("donker", [False, True])
def test_the_pages_of_the_code_are_for_everybody(
    nieuwe_pagina, demosite, monkeypatch, donker
) -> None:
    monkeypatch.setattr(settings, "TWEEDE_FACTOR_VERPLICHT", True)
    naam = f"chromium-{donker}"
    User.objects.filter(username=naam).delete()
    gebruiker = User.objects.create_user(naam, password=WACHTWOORD, is_staff=True)
    pagina = nieuwe_pagina(donker=donker, breedte=320)

    def log_in() -> None:
        pagina.goto(f"{demosite}/beheer/login/")
        pagina.get_by_label("Gebruikersnaam").fill(naam)
        pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
        with pagina.expect_navigation():
            pagina.get_by_role("button", name="Inloggen").click()

    log_in()
    _is_goed(pagina)
    TOTPDevice.objects.filter(user=gebruiker).update(confirmed=True)
    log_in()
    _is_goed(pagina)
    pagina.get_by_label("Code").fill("000000")
    pagina.get_by_role("button", name="Inloggen").click()
    expect(pagina.locator(".errorlist")).to_have_count(1)
    _is_goed(pagina)


def _is_goed(pagina: Page) -> None:
    assert pagina.locator("h1").count() == 1
    niets_in(axe(pagina))
    niets_in(zijwaarts(pagina))
    niets_in(toetsenbord(pagina))
