"""Places follow the borders of the areas when new ones are imported (M1)."""

from pathlib import Path

import pytest
from shapely import box

from tests.fabriek import een_plek
from tests.wijken.bestanden import (
    BUURTEN,
    IN_CENTRUM,
    draai,
    geojson,
    importeer_alles,
    rijen,
)
from wijken.models import Gebied

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M1")]


def schuif_op(tmp_path: Path, *opties: str) -> str:
    """New borders: what was Centrum is Bogerd now, and the other way round."""
    (centrum, oud), (bogerd, ander) = list(BUURTEN.items())[:2]
    nieuw = BUURTEN | {centrum: (oud[0], ander[1]), bogerd: (ander[0], oud[1])}
    return draai("importeer_gebieden", geojson(tmp_path / "nieuw.geojson", rijen(nieuw)), *opties)


def test_a_place_moves_to_the_buurt_that_holds_it_now(tmp_path: Path) -> None:
    importeer_alles(tmp_path)
    plek = een_plek(**IN_CENTRUM)
    assert str(plek.gebied) == "Centrum"

    uit = schuif_op(tmp_path, "--opslaan")

    plek.refresh_from_db()
    assert str(plek.gebied) == "Bogerd"
    assert "1 plek ligt nu in een ander gebied: Dorpshuis De Linde" in uit


def test_a_dry_run_moves_no_place(tmp_path: Path) -> None:
    importeer_alles(tmp_path)
    plek = een_plek(**IN_CENTRUM)
    schuif_op(tmp_path)
    plek.refresh_from_db()
    assert str(plek.gebied) == "Centrum"


def test_what_staff_chose_and_what_has_no_point_stays(tmp_path: Path) -> None:
    importeer_alles(tmp_path)
    volkel = Gebied.objects.get(naam="Kom Volkel")
    gekozen = een_plek("De Brug", gebied=volkel, **IN_CENTRUM)
    zonder_punt = een_plek("Ergens", gebied=volkel, lat=None, lon=None)

    schuif_op(tmp_path, "--opslaan")

    for plek in (gekozen, zonder_punt):
        plek.refresh_from_db()
        assert plek.gebied == volkel


def test_a_place_outside_all_borders_gets_an_area_once_there_is_one(tmp_path: Path) -> None:
    importeer_alles(tmp_path)
    plek = een_plek(lat=51.705, lon=5.705)
    assert plek.gebied is None
    nieuw = BUURTEN | {"BU19910103": ("Nieuw", box(5.70, 51.70, 5.71, 51.71))}

    draai("importeer_gebieden", geojson(tmp_path / "n.geojson", rijen(nieuw)), "--opslaan")

    plek.refresh_from_db()
    assert str(plek.gebied) == "Nieuw"
