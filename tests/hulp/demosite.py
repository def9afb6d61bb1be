"""The demo as a database of its own beside the test database, loaded once per test process."""

import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from sociale_basis.kern.models.zoeken import Zoekstand, nieuw_stempel

VOLGNUMMERS = itertools.count(1)


def _kloon_naam() -> str:
    return str(connection.creation.get_test_db_clone_settings("demo")["NAME"])


def _wissel(naam: str) -> None:
    """Go on with another database: what Django keeps of the rows of this one no longer holds."""
    connection.close()
    connection.settings_dict["NAME"] = naam
    ContentType.objects.clear_cache()


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_use_migrations: bool,
    django_db_blocker: Any,
) -> Iterator[None]:
    """The test database, and a copy of it before any test has written or flushed anything.

    In place of pytest-django's own, that makes no database when no test in the run has the
    marker django_db: a test of the demo would then find the real one.
    """
    if not django_db_use_migrations:
        settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}
    with django_db_blocker.unblock():
        oud = setup_databases(verbosity=0, interactive=False)
        _kloon()
    yield
    with django_db_blocker.unblock():
        connection.creation.destroy_test_db(suffix="demo", verbosity=0)
        teardown_databases(oud, verbosity=0)


def _kloon() -> None:
    connection.close()
    for achtervoegsel in ("-wal", "-shm"):
        Path(f"{_kloon_naam()}{achtervoegsel}").unlink(missing_ok=True)
    connection.creation.clone_test_db("demo", verbosity=0, autoclobber=True)


@pytest.fixture(scope="session")
def _demo_database(django_db_setup: None, django_db_blocker: Any) -> str:
    """Name of the copy, once the demo is in it."""
    gewoon, naam = str(connection.settings_dict["NAME"]), _kloon_naam()
    with django_db_blocker.unblock():
        _wissel(naam)
        Zoekstand.objects.update(kenmerk=nieuw_stempel())  # a copy is an index of its own
        call_command("demo", verbosity=0)
        _wissel(gewoon)
    return naam


@pytest.fixture(scope="module")
def demo(request: Any, _demo_database: str, django_db_blocker: Any) -> Iterator[None]:
    """The demo of Maashorst as the database of this module; what a test writes stays written.

    A module with the marker ``schrijft_in_demo`` works in a copy, so that others find the demo
    as it was made.
    """
    gewoon = str(connection.settings_dict["NAME"])
    eigen = request.node.get_closest_marker("schrijft_in_demo") is not None
    with django_db_blocker.unblock():
        naam = _kopie(_demo_database) if eigen else _demo_database
        _wissel(naam)
        yield
        _wissel(gewoon)
        if eigen:
            _weg(naam)


def _kopie(naam: str) -> str:
    """Copy a whole database; returns the name of the copy, an index of its own.

    No two copies share a name: a thread of a stopped web server may close its connection later,
    and SQLite then removes the write-ahead log that lies beside that name.
    """
    doel = f"{naam}_kopie{next(VOLGNUMMERS)}"
    _weg(doel)
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(naam)) as bron, closing(sqlite3.connect(doel)) as kopie:
            bron.backup(kopie)
    else:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{doel}" TEMPLATE "{naam}"')
    gewoon = str(connection.settings_dict["NAME"])
    _wissel(doel)
    Zoekstand.objects.update(kenmerk=nieuw_stempel())
    _wissel(gewoon)
    return doel


def _weg(naam: str) -> None:
    if connection.vendor == "sqlite":
        for achtervoegsel in ("", "-wal", "-shm"):
            Path(f"{naam}{achtervoegsel}").unlink(missing_ok=True)
        return
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{naam}" WITH (FORCE)')


@pytest.fixture(scope="module")
def demosite(demo: None) -> Iterator[str]:
    """Address of a web server with the demo, without a slash at the end."""
    from pytest_django.live_server_helper import LiveServer

    server = LiveServer("localhost")
    yield server.url
    server.stop()
