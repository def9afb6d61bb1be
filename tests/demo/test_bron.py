"""Rows of the demo are checked, and a fault names its file and its row."""

import pytest

from sociale_basis.demo.bron import Bron, Demofout, Register, Rij
from voorzieningen.models import Begrip, Organisatie, Thema


def test_a_list_becomes_text_with_commas(db):
    rij = Rij("begrippen.toml", {"term": "regie", "andere_vormen": ["a", "b"], "uitleg": "Wie."})
    assert rij.maak(Begrip).andere_vormen == "a, b"


def test_a_made_row_has_what_saving_derives(db):
    rij = Rij("o.toml", {"naam": "De Linde", "kort": "Helpt.", "telefoon": "085 019 9100"})
    organisatie = rij.maak(Organisatie)
    assert organisatie.slug == "de-linde"
    assert organisatie.controleren_voor > organisatie.laatst_gecontroleerd
    assert organisatie.telefoon == "+31850199100"


@pytest.mark.parametrize(
    "velden",
    [
        {"naam": "Geld", "kleur": "rood"},
        {"naam": "Geld", "vraag": "x" * 200},
    ],
    ids=["unknown field", "too long"],
)
def test_a_fault_names_file_and_row(db, velden):
    with pytest.raises(Demofout, match=r"themas\.toml, “Geld”"):
        Rij("themas.toml", velden).maak(Thema)


def test_a_row_inside_another_is_called_by_the_outer_one():
    deel = Rij("plekken.toml", {"naam": "De Zwaan"}).deel({"personen": 3})
    assert str(deel.fout("te klein")) == "plekken.toml, “De Zwaan”: te klein"


def test_a_name_that_does_not_exist_is_named():
    rij = Rij("plekken.toml", {"naam": "De Zwaan", "beheerstichting": "Niemand"})
    with pytest.raises(Demofout, match=r"De Zwaan.*'Niemand' bestaat niet"):
        Register().neem(rij, "beheerstichting")


def test_a_register_gives_what_a_row_names():
    register = Register({"a": 1, "b": 2})
    rij = Rij("x.toml", {"naam": "x", "een": "a", "meer": ["b", "a"]})
    assert register.neem(rij, "een") == 1
    assert register.neem_alle(rij, "meer") == [2, 1]
    assert register.neem(rij, "geen") is None
    assert rij.velden == {"naam": "x"}


def test_files_are_read_in_order_of_name(tmp_path):
    (tmp_path / "deel_b.toml").write_text('[[rij]]\nnaam = "b"')
    (tmp_path / "deel_a.toml").write_text('[[rij]]\nnaam = "a"\n[[rij]]\nnaam = "c"')
    rijen = Bron(tmp_path).alle_rijen("deel_*.toml", "rij")
    assert [rij.titel for rij in rijen] == ["a", "c", "b"]
