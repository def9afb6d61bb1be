"""The delivered word lists: complete, and never on top of what staff made of them."""

from pathlib import Path
from typing import Any

import pytest

from sociale_basis.kern.models import Crisiswoord, Samenstellingsdeel, Synoniem
from sociale_basis.kern.zoeken import standaard
from sociale_basis.kern.zoeken.standaard import standaardwoorden

pytestmark = pytest.mark.django_db


@pytest.fixture
def eigen_lijst(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A word list of one line in place of the delivered ones."""
    monkeypatch.setattr(standaard, "MAP", tmp_path)
    _schrijf(tmp_path, "blut > geld !")
    standaardwoorden()
    return tmp_path


def _schrijf(folder: Path, regel: str) -> None:
    (folder / "woorden_proef.txt").write_text(f"# comment\n{regel}\n", encoding="utf-8")


def rijen() -> list[Any]:
    velden = ("woorden", "betekenis", "sterkte", "actief")
    return list(Synoniem.objects.values_list(*velden).order_by("pk"))


def test_the_lists_are_broad() -> None:
    woorden = [w for regel in Synoniem.objects.all() for w in regel.woorden.split(",")]
    betekenissen = [
        (w, b)
        for r in Synoniem.objects.all()
        for w in r.woorden.split(",")
        for b in r.betekenis.split(",")
    ]
    assert len(woorden) > 3_000
    assert len(betekenissen) > 10_000
    assert Samenstellingsdeel.objects.count() > 350
    assert set(Crisiswoord.objects.values_list("soort", flat=True)) == {
        "zelfdoding", "geweld", "nood",
    }  # fmt: skip


def test_no_two_lines_have_the_same_name() -> None:
    namen = [regel.standaard for regel in standaard._synoniemen()]
    assert len(namen) == len(set(namen)), {n for n in namen if namen.count(n) > 1}
    zinnen = [regel.standaard for regel in standaard._crisis()]
    assert len(zinnen) == len(set(zinnen)), {z for z in zinnen if zinnen.count(z) > 1}


def test_a_second_load_changes_nothing() -> None:
    assert standaardwoorden() == 0


def test_a_new_release_improves_a_row_that_staff_left_alone(eigen_lijst: Path) -> None:
    _schrijf(eigen_lijst, "blut > geld, schulden !")
    assert standaardwoorden() == 1
    assert rijen() == [("blut", "geld, schulden", 75, True)]


def test_what_staff_changed_stays(eigen_lijst: Path) -> None:
    Synoniem.objects.update(betekenis="voedselbank")
    _schrijf(eigen_lijst, "blut > geld, schulden !")
    assert standaardwoorden() == 0
    assert rijen() == [("blut", "voedselbank", 75, True)]


def test_what_staff_deleted_does_not_come_back(eigen_lijst: Path) -> None:
    Synoniem.objects.get().delete()
    assert standaardwoorden() == 0
    assert rijen() == [("blut", "geld", 75, False)]
    Synoniem.objects.all().delete()
    assert rijen() == [("blut", "geld", 75, False)]


def test_a_line_that_left_the_list_goes_unless_staff_changed_it(eigen_lijst: Path) -> None:
    _schrijf(eigen_lijst, "skeer > geld ?")
    standaardwoorden()
    assert rijen() == [("skeer", "geld", 35, True)]


def test_rows_of_staff_are_their_own(eigen_lijst: Path) -> None:
    Synoniem.objects.create(woorden="zwatelaar", betekenis="xylofoon")
    standaardwoorden()
    Synoniem.objects.filter(woorden="zwatelaar").delete()
    assert rijen() == [("blut", "geld", 75, True)]


def test_a_compound_part_that_staff_made_is_not_made_twice(eigen_lijst: Path) -> None:
    Samenstellingsdeel.objects.create(woord="xylofoon")
    (eigen_lijst / "delen.txt").write_text("xylofoon kwartier\n", encoding="utf-8")
    standaardwoorden()
    assert Samenstellingsdeel.objects.filter(woord="xylofoon").count() == 1


@pytest.mark.parametrize("model", [Synoniem, Samenstellingsdeel, Crisiswoord])
def test_every_delivered_row_fits_its_fields_on_every_database(model: Any) -> None:
    """SQLite keeps what is too long; PostgreSQL refuses it."""
    for rij in model.objects.all():
        rij.clean_fields()
