"""What apps register for the start page: in order, only what is there to do, for whom it is."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.contrib.auth.models import User

from sociale_basis.kern import aandacht as module
from sociale_basis.kern.aandacht import Aandachtspunt, aandacht, aandachtspunten
from sociale_basis.kern.models import Zoekterm


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


@pytest.mark.django_db
def test_rows_are_counted_together_in_one_query(rf, django_assert_num_queries):
    """Also grouped ones, and those that can never be any."""
    bea = User.objects.create_user("bea")
    for dag, woord in ((1, "zwemles"), (2, "zwemles"), (1, "bus")):
        Zoekterm.objects.create(dag=date(2026, 1, dag), soort="niets", woord=woord, aantal=4)
    woorden = Zoekterm.objects.voor_beheer()
    mensen = User.objects.order_by("username")
    for titel, rijen in (("woorden", woorden), ("mensen", mensen), ("niets", mensen.none())):
        aandacht()(lambda request, t=titel, r=rijen: Aandachtspunt(t, r, "/daar/"))
    meld("los", 3)
    request = rf.get("/beheer/")
    request.user = bea
    with django_assert_num_queries(1):
        punten = aandachtspunten(request)
    assert [(punt.titel, punt.aantal) for punt in punten] == [
        ("woorden", 2), ("mensen", 1), ("los", 3),
    ]  # fmt: skip
