"""``/gezond/``: what a monitor sees when all is well, when jobs lag, when the database is away."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from sociale_basis.kern.models import Taakrun
from sociale_basis.kern.taken import REGISTER

pytestmark = pytest.mark.django_db


def _vraag(pad: str = "/gezond/") -> tuple[int, dict]:
    antwoord = Client().get(pad)
    return antwoord.status_code, antwoord.json()


def _draaide(geleden: timedelta) -> None:
    toen = timezone.now() - geleden
    Taakrun.objects.all().delete()
    Taakrun.objects.bulk_create(
        Taakrun(naam=naam, begonnen_op=toen, gelukt_op=toen) for naam in REGISTER
    )


def _gestart(monkeypatch: pytest.MonkeyPatch, geleden: timedelta) -> None:
    module = import_module("sociale_basis.views.gezond")
    monkeypatch.setattr(module, "GESTART", timezone.now() - geleden)


def test_all_is_well_when_every_job_ran_in_time() -> None:
    _draaide(timedelta(minutes=15))
    status, stand = _vraag()
    assert status == 200
    assert stand["status"] == "ok"
    assert stand["database"] is True
    assert set(stand["taken"]) == {
        "agenda bijwerken",
        "sessies opruimen",
        "database bijwerken",
        "reservekopie",
        "zoekindex",
        "mail versturen",
        "gegevens opruimen",
        "losse foto's weghalen",
        "vragen wie terug is van een pauze",
        "eigenaren vragen",
        "importbestanden opruimen",
        "dubbelen zoeken",
        "zoektermen opruimen",
    }


def test_a_job_that_missed_two_turns_is_told() -> None:
    _draaide(timedelta(hours=3))
    status, stand = _vraag()
    assert status == 503
    assert stand["status"] == "achter"
    assert stand["taken"]["database bijwerken"]["op_tijd"] is False
    assert stand["taken"]["reservekopie"]["op_tijd"] is True


def test_a_probe_of_the_web_process_alone_does_not_mind() -> None:
    _draaide(timedelta(hours=3))
    assert _vraag("/gezond/?deel=web")[0] == 200


def test_a_fresh_installation_is_not_late_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    _gestart(monkeypatch, timedelta(minutes=1))
    assert _vraag()[0] == 200


def test_a_work_process_that_was_never_started_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    _gestart(monkeypatch, timedelta(hours=1))
    assert _vraag()[0] == 503


def test_a_failure_shows_without_its_details() -> None:
    _draaide(timedelta(minutes=1))
    Taakrun.objects.update(fout="OSError: /geheim/pad")
    antwoord = Client().get("/gezond/")
    assert antwoord.json()["taken"]["reservekopie"]["mislukt"] is True
    assert b"geheim" not in antwoord.content


def test_a_database_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def weg(*args: object, **kwargs: object) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(type(Taakrun.objects), "in_bulk", weg)
    status, stand = _vraag("/gezond/?deel=web")
    assert status == 503
    assert stand == {"status": "achter", "database": False, "mail": {}, "taken": {}}


def test_it_is_not_cached_sets_no_cookie_and_answers_over_plain_http(settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    antwoord = Client().get("/gezond/")
    assert antwoord.status_code in (200, 503)
    assert "no-store" in antwoord.headers["Cache-Control"]
    assert not antwoord.cookies
