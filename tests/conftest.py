"""Fixtures for all tests: databases in files, a browser, and the demo as a database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.test import override_settings

from tests.hulp.browser import (
    _vensters,
    browser,
    nieuwe_pagina,
    pagina,
    pytest_collection_modifyitems,
    pytest_terminal_summary,
    venster,
)
from tests.hulp.demosite import _demo_database, demo, demosite, django_db_setup

__all__ = [
    "_demo_database",
    "_vensters",
    "browser",
    "demo",
    "demosite",
    "django_db_setup",
    "nieuwe_pagina",
    "pagina",
    "pytest_collection_modifyitems",
    "pytest_terminal_summary",
    "venster",
]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """SQLite tests work in files, as the portal does; what a killed run left is removed."""
    database = settings.DATABASES["default"]
    if database["ENGINE"] != "django.db.backends.sqlite3":
        return
    bestand = Path(database["TEST"]["NAME"])
    bestand.parent.mkdir(parents=True, exist_ok=True)
    for achtervoegsel in ("", "-wal", "-shm"):
        Path(f"{bestand}{achtervoegsel}").unlink(missing_ok=True)
    # A test database need not survive a power cut.
    database["OPTIONS"]["init_command"] += "; PRAGMA synchronous=OFF"


@pytest.fixture(scope="session", autouse=True)
def snelle_wachtwoorden() -> Iterator[None]:
    """Passwords are cheap here: a real hash takes half a second, and tests make hundreds."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture
def lege_cache() -> None:
    """Nobody has asked for anything yet: limits count from zero."""
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.fixture(autouse=True)
def _lege_cache() -> None:
    """Every test begins with nothing kept: no page of another test, no count of a limit."""
    for cache in caches.all(initialized_only=True):
        cache.clear()
