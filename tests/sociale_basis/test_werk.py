"""``manage.py werk`` and ``manage.py reservekopie``: the second process and the backup."""

import os
import signal
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from sociale_basis.kern.models import Taakrun
from sociale_basis.kern.taken import REGISTER
from sociale_basis.management.commands import werk

MANAGE = [sys.executable, str(settings.BASE_DIR / "manage.py")]


@pytest.mark.django_db(transaction=True)
def test_once_runs_every_job_of_the_portal_and_says_so(settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    uit = StringIO()
    call_command("werk", "--eenmaal", stdout=uit)
    assert uit.getvalue().splitlines() == [f"{naam}: gelukt" for naam in REGISTER]
    assert Taakrun.objects.exclude(gelukt_op=None).count() == len(REGISTER)
    if connection.vendor == "sqlite":
        assert len(list((tmp_path / "reservekopie").glob("portaal-*.sqlite3"))) == 1


@pytest.mark.django_db
def test_a_database_that_is_away_does_not_end_the_process(monkeypatch, caplog) -> None:
    def weg(**opties: object) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(werk.taken, "voer_uit", weg)
    monkeypatch.setattr(werk, "close_old_connections", lambda: None)
    werk.ronde()
    assert "tries again" in caplog.text


def _begin(tmp_path: Path, *opties: str) -> subprocess.Popen:
    omgeving = {**os.environ, "DATA_DIR": str(tmp_path), "DATABASE_URL": ""}
    subprocess.run([*MANAGE, "migrate", "--verbosity", "0"], env=omgeving, check=True)
    return subprocess.Popen([*MANAGE, "werk", *opties], env=omgeving)


def test_it_works_on_its_own_and_stops_within_a_second_when_asked(tmp_path: Path) -> None:
    proces = _begin(tmp_path)
    kopieen = tmp_path / "reservekopie"
    eind = time.monotonic() + 20
    while not list(kopieen.glob("portaal-*.sqlite3")) and time.monotonic() < eind:
        time.sleep(0.1)
    assert list(kopieen.glob("portaal-*.sqlite3"))
    begin = time.monotonic()
    proces.send_signal(signal.SIGTERM)
    assert proces.wait(timeout=5) == 0
    assert time.monotonic() - begin < 1.5


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor == 'sqlite'")
def test_on_postgresql_the_backup_command_says_who_makes_it(settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    uit = StringIO()
    call_command("reservekopie", stdout=uit)
    assert "pg_dump" in uit.getvalue()
    assert list(tmp_path.iterdir()) == []


def test_at_least_one_copy_is_kept() -> None:
    with pytest.raises(CommandError, match="at least one"):
        call_command("reservekopie", "--bewaar", "0")
