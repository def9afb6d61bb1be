"""Who may look in the admin changes nothing there, by no road."""

from datetime import date

import pytest
from django.contrib.auth.models import User

from sociale_basis.demo.gebruikers import maak_logins
from tests.fabriek import een_organisatie
from voorzieningen.models import Organisatie

pytestmark = pytest.mark.django_db


@pytest.fixture
def lezer(client):
    client.force_login(maak_logins()["lezer"])
    return client


@pytest.fixture
def redacteur(client):
    client.force_login(maak_logins()["redacteur"])
    return client


@pytest.fixture
def hernoemd() -> Organisatie:
    """An organisation that once had another name."""
    samen = een_organisatie("Oude naam", laatst_gecontroleerd=date(2020, 1, 1))
    samen.naam = "Nieuwe naam"
    samen.save()
    return samen


def eerste_versie(ding: Organisatie) -> str:
    versie = ding.history.earliest().history_id
    return f"/beheer/voorzieningen/organisatie/{ding.pk}/history/{versie}/"


def velden(ding: Organisatie) -> dict[str, str]:
    namen = ("soort", "kort", "publicatie", "slug", "laatst_gecontroleerd", "controletermijn")
    return {naam: str(getattr(ding, naam)) for naam in namen} | {"naam": "Oude naam"}


def test_a_reader_sees_an_earlier_version_and_cannot_bring_it_back(lezer, hernoemd):
    assert lezer.get(eerste_versie(hernoemd)).status_code == 200
    assert lezer.post(eerste_versie(hernoemd), velden(hernoemd)).status_code == 403
    hernoemd.refresh_from_db()
    assert hernoemd.naam == "Nieuwe naam"


def test_a_redacteur_brings_it_back(redacteur, hernoemd):
    assert redacteur.post(eerste_versie(hernoemd), velden(hernoemd)).status_code == 302
    hernoemd.refresh_from_db()
    assert hernoemd.naam == "Oude naam"


@pytest.mark.eis("L1")
def test_a_reader_cannot_say_that_an_entry_is_still_right(lezer, hernoemd):
    lezer.post(
        "/beheer/voorzieningen/organisatie/",
        {"action": "bevestig", "_selected_action": [hernoemd.pk]},
    )
    hernoemd.refresh_from_db()
    assert hernoemd.laatst_gecontroleerd == date(2020, 1, 1)


def test_a_redacteur_has_no_way_to_users_or_to_deleting(redacteur, hernoemd):
    assert redacteur.get("/beheer/auth/user/").status_code == 403
    adres = f"/beheer/voorzieningen/organisatie/{hernoemd.pk}/delete/"
    assert redacteur.post(adres, {"post": "yes"}).status_code == 403
    assert not User.objects.get(username="redacteur").is_superuser
