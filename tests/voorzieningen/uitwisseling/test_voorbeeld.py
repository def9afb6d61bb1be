"""The preview of an import: a page that stays readable and says what it leaves out."""

import pytest

from tests.fabriek import een_organisatie
from tests.voorzieningen.uitwisseling.hulp import plan_van, tabel
from voorzieningen.uitwisseling import voorbeeld
from voorzieningen.uitwisseling.voorbeeld import Voorbeeld

pytestmark = pytest.mark.django_db
KOP = ["Sleutel", "Naam", "In één zin"]


def _voorbeeld(*rijen: list[str], **wens: object) -> Voorbeeld:
    return Voorbeeld(plan_van(tabel(KOP, *rijen), "organisaties.csv", **wens))


def _nieuwe(aantal: int) -> list[list[str]]:
    return [[f"club-{n}", f"Club {n}", "Samen doen."] for n in range(aantal)]


@pytest.fixture
def hoogstens_twee(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voorbeeld, "MEESTE", 2)


def test_every_sheet_is_counted_by_what_happens_to_its_rows() -> None:
    een_organisatie("Oude naam", slug="blijft", kort="Helpt.")
    beeld = _voorbeeld(["blijft", "Nieuwe naam", "Helpt."], *_nieuwe(2))
    ((_soort, (erbij, anders, *_rest)),) = [rij for rij in beeld.tabel if any(rij[1])]
    assert (erbij, anders) == (len(beeld.toegevoegd), len(beeld.gewijzigd)) == (2, 1)
    assert beeld.mag_door


def test_what_does_not_fit_on_the_page_is_counted(hoogstens_twee: None) -> None:
    beeld = _voorbeeld(*_nieuwe(5))
    assert len(beeld.toegevoegd) == 2
    assert beeld.niet_getoond == 3


def test_what_goes_to_the_archive_is_counted_too(hoogstens_twee: None) -> None:
    for nummer in range(4):
        een_organisatie(f"Weg {nummer}")
    beeld = _voorbeeld(*_nieuwe(1), volledig=True, reden="Oude lijst.")
    assert len(beeld.weg) == 2
    assert beeld.niet_getoond == 2


def test_the_first_mistakes_are_shown_in_the_order_of_the_file(hoogstens_twee: None) -> None:
    beeld = _voorbeeld(*[[f"club-{n}", "", "Samen doen."] for n in range(4)])
    assert [fout.rij for fout in beeld.fouten] == [2, 3]
    assert beeld.fouten_niet_getoond == 2
    assert not beeld.mag_door


def test_a_file_that_changes_nothing_cannot_be_confirmed() -> None:
    een_organisatie("Zelfde", slug="zelfde", kort="Helpt.")
    beeld = _voorbeeld(["zelfde", "Zelfde", "Helpt."])
    assert beeld.niet_getoond == 0
    assert not beeld.mag_door
