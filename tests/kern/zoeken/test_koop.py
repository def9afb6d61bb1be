"""Buying and ordering things is what shops are for."""

import pytest

from sociale_basis.kern.zoeken.synoniemen import Regel
from sociale_basis.kern.zoeken.vraag import lees

from .proef import weet

KENNIS = weet(Regel("auto", "vervoer", 75), Regel("rollator", "hulpmiddel", 75))


def gezocht(vraag: str) -> set[str]:
    return {stam for begrip in lees(vraag, KENNIS).begrippen for stam in begrip.losse()}


@pytest.mark.parametrize("vraag", ["nieuwe auto kopen", "taart bestellen", "waar koop ik een auto"])
def test_a_thing_from_a_shop_is_not_looked_for_here(vraag: str) -> None:
    assert not {"auto", "taart", "vervoer"} & gezocht(vraag)


def test_without_buying_it_is_looked_for() -> None:
    assert "vervoer" in gezocht("ik heb geen auto")


def test_what_helps_people_may_be_bought() -> None:
    assert "hulpmiddel" in gezocht("rollator kopen")
