"""What apps register for the start page: in order, only what is there to do, for whom it is."""

from collections.abc import Iterator

import pytest

from sociale_basis.kern import aandacht as module
from sociale_basis.kern.aandacht import Aandachtspunt, aandacht, aandachtspunten


@pytest.fixture(autouse=True)
def niets_geregistreerd(monkeypatch) -> Iterator[None]:
    monkeypatch.setattr(module, "_tellingen", [])
    return


def meld(titel: str, aantal: int, volgorde: int = 50) -> None:
    aandacht(volgorde)(lambda request: Aandachtspunt(titel, aantal, "/daar/"))


def titels(request=None) -> list[str]:
    return [punt.titel for punt in aandachtspunten(request)]


def test_the_most_urgent_comes_first_in_whatever_order_apps_start():
    meld("later", 1, volgorde=90)
    meld("eerst", 1, volgorde=10)
    assert titels() == ["eerst", "later"]


def test_what_is_done_is_not_listed():
    meld("klaar", 0)
    assert titels() == []


def test_what_is_not_for_this_person_is_not_listed():
    aandacht()(lambda request: None)
    assert titels() == []
