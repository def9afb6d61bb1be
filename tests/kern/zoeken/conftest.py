"""Fixtures for the search engine: kinds that exist only during a test."""

from collections.abc import Iterator
from typing import Any

import pytest

from .proef import alleen_deze_soorten, registreer_aanbod, registreer_voorzieningen


@pytest.fixture
def soorten() -> Iterator[None]:
    """No kind is registered."""
    with alleen_deze_soorten():
        yield


@pytest.fixture
def voorzieningen(soorten: None, db: Any) -> None:
    """Provisions are searched."""
    registreer_voorzieningen()


@pytest.fixture
def aanbod(soorten: None, db: Any) -> dict[int, str]:
    """The small offer is in the index: {object id: key}."""
    return registreer_aanbod()
