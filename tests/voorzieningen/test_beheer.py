"""A plain admin for every model, with history and without a way to lose things."""

from datetime import date

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.urls import reverse

from tests.fabriek import (
    de_gemeente,
    een_begrip,
    een_doelgroep,
    een_organisatie,
    een_plek,
    een_thema,
    een_voorziening,
)
from voorzieningen.models import Organisatie

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheerder(client):
    """A logged-in browser of somebody who may do everything."""
    client.force_login(User.objects.create_superuser("beheerder", "b@voorbeeld.nl", "x"))
    return client


EIGEN_MODELLEN = [
    model
    for model in admin.site._registry
    if model._meta.app_label in {"kern", "wijken", "voorzieningen"}
]


@pytest.mark.parametrize("model", EIGEN_MODELLEN, ids=lambda model: model._meta.label)
def test_every_list_and_every_empty_form_opens(beheerder, model):
    naam = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    assert beheerder.get(reverse(f"{naam}_changelist")).status_code == 200
    leeg = beheerder.get(reverse(f"{naam}_add"))
    mag = admin.site._registry[model].has_add_permission(leeg.wsgi_request)
    assert leeg.status_code == (200 if mag else 403)


@pytest.mark.parametrize(
    "maak",
    [een_organisatie, een_plek, een_voorziening, een_thema, een_doelgroep, een_begrip, de_gemeente],
)
def test_every_filled_form_and_its_history_open_under_the_strict_policy(beheerder, maak):
    ding = maak()
    naam = f"admin:{ding._meta.app_label}_{ding._meta.model_name}"
    versie = ding.history.latest().history_id
    for adres in (
        reverse(f"{naam}_change", args=[ding.pk]),
        reverse(f"{naam}_history", args=[ding.pk]),
        reverse(f"{naam}_simple_history", args=[ding.pk, versie]),
    ):
        antwoord = beheerder.get(adres)
        assert antwoord.status_code == 200
        assert "default-src 'self'" in antwoord["Content-Security-Policy"]
        assert "unsafe" not in antwoord["Content-Security-Policy"]
        html = antwoord.content.decode()
        assert " style=" not in html
        assert "<style" not in html
        assert " onclick=" not in html


def test_nobody_is_let_in_without_logging_in(client):
    for adres in ("/beheer/", "/beheer/voorzieningen/voorziening/", "/beheer/auth/user/"):
        antwoord = client.get(adres)
        assert antwoord.status_code == 302
        assert antwoord["Location"].startswith("/beheer/login/")


def velden(ding, **anders):
    """What the form of an organisation sends when only ``anders`` was changed."""
    namen = (
        "naam",
        "soort",
        "kort",
        "publicatie",
        "slug",
        "laatst_gecontroleerd",
        "controletermijn",
    )
    return {naam: str(getattr(ding, naam)) for naam in namen} | anders


@pytest.mark.eis("V12")
def test_a_reason_archives_and_taking_it_away_brings_back(beheerder):
    samen = een_organisatie()
    adres = f"/beheer/voorzieningen/organisatie/{samen.pk}/change/"
    assert beheerder.post(adres, velden(samen, archiefreden="Gestopt.")).status_code == 302
    assert samen not in Organisatie.objects.zichtbaar()
    assert beheerder.post(adres, velden(samen, archiefreden="")).status_code == 302
    assert samen in Organisatie.objects.zichtbaar()


@pytest.mark.eis("V12")
def test_nothing_can_be_deleted(beheerder):
    samen = een_organisatie()
    adres = f"/beheer/voorzieningen/organisatie/{samen.pk}/delete/"
    assert beheerder.post(adres, {"post": "yes"}).status_code == 403
    assert Organisatie.objects.filter(pk=samen.pk).exists()


@pytest.mark.eis("V12")
def test_the_list_shows_what_is_in_use_and_the_archive_on_request(beheerder):
    een_organisatie("In gebruik")
    een_organisatie("Uit gebruik").archiveer("Gestopt.")
    adres = "/beheer/voorzieningen/organisatie/"
    assert "Uit gebruik" not in beheerder.get(adres).content.decode()
    assert "Uit gebruik" in beheerder.get(adres + "?archief=ja").content.decode()
    assert "In gebruik" in beheerder.get(adres + "?archief=alles").content.decode()


@pytest.mark.eis("L1")
def test_staff_confirm_several_entries_at_once(beheerder):
    oud = een_organisatie(laatst_gecontroleerd=date(2020, 1, 1))
    beheerder.post(
        "/beheer/voorzieningen/organisatie/", {"action": "bevestig", "_selected_action": [oud.pk]}
    )
    oud.refresh_from_db()
    assert not oud.is_te_controleren()


def test_a_mistake_is_told_in_dutch_beside_the_field_and_nothing_typed_is_lost(beheerder):
    samen = een_organisatie()
    adres = f"/beheer/voorzieningen/organisatie/{samen.pk}/change/"
    html = beheerder.post(
        adres, velden(samen, kort="Nieuwe zin", telefoon="bel mij")
    ).content.decode()
    assert "geen geldig telefoonnummer" in html
    assert "Nieuwe zin" in html


@pytest.mark.parametrize("model", ["organisatie", "locatie", "voorziening"])
def test_lists_ask_no_more_when_they_hold_more(beheerder, model, django_assert_max_num_queries):
    for nummer in range(30):
        een_voorziening(f"V {nummer}", verantwoordelijke=een_organisatie(f"O {nummer}"))
        een_plek(f"P {nummer}")
    with django_assert_max_num_queries(12):
        beheerder.get(f"/beheer/voorzieningen/{model}/")


def test_a_form_takes_at_most_forty_queries(beheerder, django_assert_max_num_queries):
    plek = een_plek()
    voorziening = een_voorziening(locaties=[plek])
    with django_assert_max_num_queries(40):
        beheerder.get(f"/beheer/voorzieningen/voorziening/{voorziening.pk}/change/")
    with django_assert_max_num_queries(40):
        beheerder.get(f"/beheer/voorzieningen/locatie/{plek.pk}/change/")
