"""Files as they come: from Excel, from people, and broken."""

import io
import tracemalloc
import zipfile

import pytest
from openpyxl import Workbook

from tests.voorzieningen.uitwisseling.hulp import tabel, zip_van
from voorzieningen.uitwisseling import lezen_csv, lezen_xlsx, ruw, zipbestand
from voorzieningen.uitwisseling.fout import Importfout
from voorzieningen.uitwisseling.lezen import lees
from voorzieningen.uitwisseling.ruw import Kapot

KOP = ["Sleutel", "Naam", "Telefoon"]
RIJ = ["samen", "Café Één", "112"]


def namen(inhoud: bytes, bestand: str = "organisaties.csv") -> list[str]:
    rijen = lees(inhoud, bestand).tabellen["Organisaties"].rijen
    return [rij.cellen["naam"] for rij in rijen]


def werkboek(*rijen: list, blad: str = "Organisaties", samenvoegen: str = "") -> bytes:
    boek = Workbook()
    boek.active.title = blad
    for rij in rijen:
        boek.active.append(rij)
    if samenvoegen:
        boek.active.merge_cells(samenvoegen)
    buffer = io.BytesIO()
    boek.save(buffer)
    return buffer.getvalue()


# --- as Excel and people make them -------------------------------------------------------------


@pytest.mark.parametrize("scheiding", [";", ",", "\t"])
@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_of_any_kind_of_excel_is_read(scheiding, codering):
    inhoud = tabel(KOP, RIJ, scheiding=scheiding).decode().encode(codering)
    assert namen(inhoud) == ["Café Één"]


def test_the_line_that_excel_may_put_on_top_is_no_head():
    assert namen(b"sep=;\n" + tabel(KOP, RIJ)) == ["Café Één"]


def test_heads_are_known_in_capitals_with_spaces_and_by_the_name_of_the_field():
    assert namen(tabel(["SLEUTEL", " naam ", "e_mail"], ["a", "B", ""])) == ["B"]


def test_a_title_above_the_head_empty_rows_and_merged_rows_are_passed_over():
    inhoud = werkboek(
        ["Onze organisaties"], [], KOP, RIJ, [None, None, None], ["Wijk Volkel: nieuw"],
        ["linde", "De Linde", None], samenvoegen="A6:C6",
    )  # fmt: skip
    bestand = lees(inhoud, "x.xlsx")
    assert [r.nummer for r in bestand.tabellen["Organisaties"].rijen] == [4, 7]
    assert any("rij 6 is overgeslagen" in melding for melding in bestand.meldingen)


def test_columns_that_are_unknown_or_missing_are_named():
    meldingen = " ".join(lees(tabel([*KOP, "Kleur"], [*RIJ, "rood"]), "organisaties.csv").meldingen)
    assert "onbekende kolommen zijn overgeslagen: Kleur" in meldingen
    assert "Wat er staat, blijft zo: Soort, In één zin" in meldingen


def test_one_csv_with_any_name_is_known_by_its_columns():
    inhoud = tabel(["Sleutel", "Titel", "Thema’s"], ["a", "b", "c"])
    assert list(lees(inhoud, "van jan.csv").tabellen) == ["Voorzieningen"]


def test_a_row_that_is_cut_short_says_nothing_about_the_rest():
    rij = lees(b"Sleutel;Naam;Telefoon\nsamen;Samen", "organisaties.csv").tabellen["Organisaties"]
    assert rij.rijen[0].cellen == {"slug": "samen", "naam": "Samen"}


def test_a_zip_may_hold_other_files_and_what_a_mac_adds():
    inhoud = zip_van(organisaties=tabel(KOP, RIJ))
    buffer = io.BytesIO(inhoud)
    with zipfile.ZipFile(buffer, "a") as archief:
        archief.writestr("__MACOSX/._organisaties.csv", b"\x00\x05")
        archief.writestr("brief.docx", b"PK")
    bestand = lees(buffer.getvalue(), "x.zip")
    assert list(bestand.tabellen) == ["Organisaties"]
    assert bestand.meldingen[0] == "brief.docx is overgeslagen: dat is geen CSV."


def test_a_formula_and_an_error_of_excel_are_no_values():
    inhoud = werkboek(KOP, ["samen", "=A1&B1", "#N/A"])
    cellen = lees(inhoud, "x.xlsx").tabellen["Organisaties"].rijen[0].cellen
    assert isinstance(cellen["naam"], Kapot)
    assert "formule" in cellen["naam"].reden
    assert isinstance(cellen["telefoon"], Kapot)


def test_an_unknown_sheet_is_named_beside_the_known_ones():
    boek = Workbook()
    boek.active.title = "Organisaties"
    boek.active.append(KOP)
    boek.create_sheet("Kladje").append(["x"])
    buffer = io.BytesIO()
    boek.save(buffer)
    assert (
        "Het blad “Kladje” is onbekend en overgeslagen." in lees(buffer.getvalue(), "x").meldingen
    )


# --- refused -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (b"", "leeg"),
        (b"%PDF-1.7 ...", "Dit soort bestand kan het portaal niet lezen"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "oud of beveiligd Excel-bestand"),
        (b"<html>", "Dit soort bestand"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis", "LibreOffice"),
        (b"PK\x03\x04 half een zip", "beschadigd"),
        (bytes(range(256)), "geen tekst"),
        (b"hallo, dit is een brief", "geen blad in dat het portaal kent"),
        (tabel(["Kleur", "Maat"], ["rood", "XL"]), "geen blad in dat het portaal kent"),
        (tabel(["Naam", "Naam"], ["a", "b"]), "twee keer"),
        (tabel(KOP, [*RIJ, "te veel"]), "verschoven"),
        (b'Sleutel;Naam\n"samen;Samen', "niet te lezen als CSV"),
    ],
)
def test_a_file_that_is_no_good_is_refused_with_a_reason(inhoud, reden):
    naam = "organisaties.csv" if b";" in inhoud and b"Kleur" not in inhoud else "brief.txt"
    with pytest.raises(Importfout, match=reden):
        lees(inhoud, naam)


def test_a_sheet_without_names_of_columns_is_refused():
    with pytest.raises(Importfout, match="geen rij met de namen van de kolommen"):
        lees(werkboek(["samen", "Samen"]), "x.xlsx")


def test_the_same_sheet_twice_is_refused():
    with pytest.raises(Importfout, match="twee keer"):
        lees(zip_van(organisaties=tabel(KOP, RIJ), organisatie=tabel(KOP, RIJ)), "x.zip")


def test_a_zip_that_unpacks_too_large_is_refused_without_unpacking_it(monkeypatch):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("organisaties.csv", b"0" * 300_000)
    monkeypatch.setattr(zipbestand, "MEESTE_UITGEPAKT", 200_000)
    monkeypatch.setattr(zipbestand, "_lees_door", pytest.fail)
    with pytest.raises(Importfout, match="uitgepakt te groot"):
        lees(buffer.getvalue(), "bom.zip")


def test_a_file_that_is_too_large_is_refused():
    with pytest.raises(Importfout, match="te groot: meer dan 20 MB"):
        lees(b"a" * (ruw.MEESTE_BYTES + 1), "x.csv")


def test_a_sheet_that_claims_a_row_beyond_all_bounds_is_refused():
    boek = Workbook()
    boek.active.title = "Organisaties"
    boek.active.append(KOP)
    boek.active.cell(row=ruw.MEESTE_RIJEN + 5, column=1, value="ver-weg")
    buffer = io.BytesIO()
    boek.save(buffer)
    with pytest.raises(Importfout, match=r"meer dan 100\.000 rijen"):
        lees(buffer.getvalue(), "x.xlsx")


@pytest.mark.parametrize("inpakken", [False, True])
def test_a_file_of_empty_lines_does_not_fill_the_memory(monkeypatch, inpakken):
    """A zip of a hundred kB holds a hundred million of them."""
    monkeypatch.setattr(lezen_csv, "LAATSTE_RIJ", 1000)
    leeg = tabel(KOP, RIJ) + b"\n" * 3_000_000
    inhoud, naam = (zip_van(organisaties=leeg), "x.zip") if inpakken else (leeg, "x.csv")
    tracemalloc.start()
    with pytest.raises(Importfout, match=r"meer dan 100\.000 rijen"):
        lees(inhoud, naam)
    _nu, piek = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert piek < 30_000_000


def test_some_empty_lines_are_passed_over_and_rows_keep_their_numbers():
    rijen = lees(b"\n\n" + tabel(KOP) + b";;\n" * 20 + tabel(RIJ), "organisaties.csv").tabellen
    assert [rij.nummer for rij in rijen["Organisaties"].rijen] == [24]


def test_a_line_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(lezen_csv, "LANGSTE_REGEL", 1000)
    with pytest.raises(Importfout, match="te lang is: regel 3"):
        lees(tabel(KOP, RIJ) + b";" * 2000, "x.csv")


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr(lezen_csv, "MEESTE_RIJEN", 3)
    assert namen(tabel(KOP, RIJ, RIJ)) == ["Café Één"] * 2
    with pytest.raises(Importfout, match="meer dan 3 rijen"):
        lees(tabel(KOP, RIJ, RIJ, RIJ), "x.csv")


def test_a_zip_with_too_many_files_is_refused():
    with pytest.raises(Importfout, match="meer dan 50 CSV-bestanden"):
        lees(zip_van(**{f"blad{nummer}": tabel(KOP) for nummer in range(51)}), "x.zip")


def test_a_workbook_of_empty_rows_is_refused(monkeypatch):
    monkeypatch.setattr(lezen_xlsx, "MEESTE_GELEZEN", 100)
    assert lees(werkboek(KOP, *[[]] * 90, RIJ), "x.xlsx").tabellen
    with pytest.raises(Importfout, match="te veel lege rijen"):
        lees(werkboek(KOP, *[[]] * 200, RIJ), "x.xlsx")


def test_xml_that_defines_words_of_its_own_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archief:
        archief.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    with pytest.raises(Importfout, match="geen gewoon rekenblad"):
        lees(buffer.getvalue(), "x.xlsx")
