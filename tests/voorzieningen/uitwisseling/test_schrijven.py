"""What leaves: nothing that runs, nothing that gets lost, and an explanation beside it."""

import io
import zipfile

import pytest
from django.core.management import call_command
from openpyxl import load_workbook

from tests.fabriek import een_organisatie, een_plek
from tests.voorzieningen.uitwisseling.hulp import bladen, een_stad, exporteer, plan_van
from voorzieningen.models import Organisatie
from voorzieningen.uitwisseling.bladen import BLADEN
from voorzieningen.uitwisseling.fout import Importfout
from voorzieningen.uitwisseling.inhoud import Inhoud, Keuze
from voorzieningen.uitwisseling.lezen_xlsx import ontcijfer
from voorzieningen.uitwisseling.schrijven import Vorm

pytestmark = pytest.mark.django_db

GEVAARLIJK = [
    "=1+1", "+31", "-2", "@SUM(A1)", "'=1+1", "''-x", "=cmd|'/c calc'!A1",
    "＝1+1", "＋31", "－2", "＠SUM(A1)",
]  # fmt: skip


def csvs(inhoud: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        return {naam: archief.read(naam).decode("utf-8") for naam in archief.namelist()}


@pytest.mark.parametrize("tekst", GEVAARLIJK)
def test_a_text_that_looks_like_a_formula_does_not_run_and_comes_back(tekst):
    een_organisatie("Samen", bereikbaar=tekst)
    boek = load_workbook(io.BytesIO(exporteer()))
    cel = next(c for rij in boek["Organisaties"].iter_rows() for c in rij if c.value == tekst)
    assert (cel.data_type, cel.quotePrefix or not tekst.startswith(("=", "+", "-", "@"))) == (
        "s",
        True,
    )
    assert f"'{tekst}" in csvs(exporteer(Vorm.CSV))["organisaties.csv"]
    for vorm in Vorm:
        assert plan_van(exporteer(vorm)).is_leeg


def test_the_csv_is_one_that_the_dutch_excel_opens():
    een_stad()
    inhoud = csvs(exporteer(Vorm.CSV))
    assert set(inhoud) == {
        "organisaties.csv", "plekken.csv", "voorzieningen.csv", "openingstijden.csv",
        "afwijkende_dagen.csv", "ruimtes.csv", "lagen.csv", "stappen.csv", "voorwaarden.csv",
        "regieafspraken.csv", "uitleg.csv",
    }  # fmt: skip
    plekken = inhoud["plekken.csv"]
    assert plekken.startswith("\ufeffSleutel;Naam;")
    assert ";51,66;5,62;" in plekken
    assert ";31-12-2030;" in inhoud["voorzieningen.csv"]


def test_every_column_is_explained_in_the_file_with_what_may_stand_there():
    een_stad()
    uitleg = [rij for rij in bladen(exporteer())["Uitleg"] if len(rij) > 1 and rij[1]]
    genoemd = {(rij[0], rij[1]) for rij in uitleg}
    assert genoemd >= {(blad.naam, kolom.kop) for blad in BLADEN for kolom in blad.kolommen}
    per_kolom = {(rij[0], rij[1]): rij for rij in uitleg}
    assert per_kolom["Voorzieningen", "Thema’s"][4] == "ontmoeten"
    assert "inloop (u kunt zo binnenlopen)" in per_kolom["Voorzieningen", "Toegang"][4]
    assert per_kolom["Voorzieningen", "Titel"][2] == "ja"
    assert all(rij[3] for rij in uitleg)


def test_choices_are_a_list_to_pick_from():
    blad = load_workbook(io.BytesIO(exporteer()))["Voorzieningen"]
    lijsten = [validatie.formula1 for validatie in blad.data_validations.dataValidation]
    assert '"inloop,aanmelden,verwijzing,indicatie"' in lijsten


def test_an_empty_file_has_every_column_and_no_rows():
    een_stad()
    inhoud = bladen(exporteer(keuze=Keuze(leeg=True)))
    assert [len(inhoud[blad.naam]) for blad in BLADEN] == [1] * len(BLADEN)
    assert inhoud["Organisaties"][0][:2] == ["Sleutel", "Naam"]
    assert plan_van(exporteer(keuze=Keuze(leeg=True))).is_leeg


def test_a_confidential_place_leaves_only_when_asked_for():
    een_stad()
    for vorm in Vorm:
        zonder = exporteer(vorm, Keuze())
        tekst = str(bladen(zonder) if vorm is Vorm.XLSX else csvs(zonder))
        assert "Geheimlaan" not in tekst
        assert "Opvang Nergens" not in tekst
        assert plan_van(zonder).is_leeg
    assert "Geheimlaan" in str(bladen(exporteer()))


def test_signs_that_xml_does_not_know_survive():
    assert ontcijfer("a_x000B_b_x005F_x000B_ _xD800_") == "a\x0bb_x000B_ _xD800_"
    een_organisatie("Samen", kort="a\x0bb_x000B_\ufffe")
    assert plan_van(exporteer()).is_leeg


def test_a_text_that_no_cell_can_hold_is_told_and_fits_in_a_csv():
    een_organisatie("Samen", beschrijving="lang " * 7000)
    with pytest.raises(Importfout, match=r"te lang voor Excel.*Exporteer als CSV"):
        exporteer()
    assert plan_van(exporteer(Vorm.CSV)).is_leeg


def test_what_is_made_while_the_file_is_written_is_not_left_out_in_silence():
    inhoud = Inhoud(Keuze())
    inhoud.naslag.lijst(Organisatie)
    een_plek(beheerstichting=een_organisatie("Net gemaakt"))
    with pytest.raises(Importfout, match="tijdens het exporteren"):
        [list(rijen) for _blad, rijen in inhoud.bladen()]


def test_an_export_asks_no_more_for_more_entries(django_assert_max_num_queries):
    een_stad()
    for nummer in range(40):
        een_organisatie(f"Club {nummer}")
    with django_assert_max_num_queries(35):
        exporteer()


def test_the_command_writes_a_file_without_confidential_places(tmp_path, capsys):
    een_stad()
    for naam in ("kaart.xlsx", "kaart.zip"):
        call_command("exporteer", str(tmp_path / naam))
        assert plan_van((tmp_path / naam).read_bytes()).is_leeg
    assert "Plekken: 1" in capsys.readouterr().out
    call_command("exporteer", str(tmp_path / "alles.xlsx"), "--met-geheime-adressen")
    assert "Plekken: 2" in capsys.readouterr().out
    assert Organisatie.objects.count() == 2
