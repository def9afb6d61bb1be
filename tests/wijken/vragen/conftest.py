"""Every test of questions begins with nobody counted as too busy."""

import pytest
from django.core.cache import cache

from .mensen import Mensen


@pytest.fixture(autouse=True)
def lege_cache() -> None:
    cache.clear()


@pytest.fixture
def mensen(db: None) -> Mensen:
    return Mensen()
