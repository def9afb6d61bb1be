"""manage.py importeer_postcodes and importeer_plaatsen (M1)."""

import zipfile
from pathlib import Path

import pytest

from tests.wijken.bestanden import draai, draai_vast, importeer_alles
from wijken.models import Postcodegebied, Postcodeplaats

pytestmark = pytest.mark.eis("M1")

KOP = "PC6;Huisnummer;Buurt2023;Wijk2023;Gemeente2023"
CBS = f"""\
{KOP}
2311AA;1;5460000;54600;546
5401AA;1;19910101;199101;1991
5401AA;3;19910101;199101;1991
5401AB;1;19910101;199101;1991
5401AB;1991;19910102;199101;1991
5408AA;1991;19910201;199102;1991
1991AA;1;3630000;36300;363
"""


@pytest.fixture
def stad(db: None, tmp_path: Path) -> Path:
    importeer_alles(tmp_path)
    return tmp_path


def csv(map_: Path, tekst: str, naam: str = "pc6hnr20230801_gwb.csv") -> Path:
    pad = map_ / naam
    pad.write_text(tekst, encoding="utf-8")
    return pad


def importeer(map_: Path, tekst: str, *opties: str) -> str:
    return draai("importeer_postcodes", csv(map_, tekst), "--opslaan", *opties)


def postcodes() -> set[tuple[str, int | None, str]]:
    return set(Postcodegebied.objects.values_list("postcode", "huisnummer", "buurt__naam"))


GOED = {
    ("5401AA", None, "Centrum"),
    ("5401AB", 1, "Centrum"),
    ("5401AB", 1991, "Bogerd"),
    ("5408AA", None, "Kom Volkel"),
}


def test_house_numbers_are_kept_only_where_a_postcode_spans_buurten(stad: Path) -> None:
    importeer(stad, CBS)
    assert postcodes() == GOED


def test_a_dry_run_keeps_nothing(stad: Path) -> None:
    uit = draai("importeer_postcodes", csv(stad, CBS))
    assert "toegevoegd, postcodes: 5401AA; 5401AB; 5408AA" in uit
    assert postcodes() == set()


@pytest.mark.parametrize(
    "tekst",
    [
        CBS.replace(";", ","),
        CBS.replace("2023", ""),
        CBS.replace(KOP, '"PC6";"Huisnummer";"Buurt2017";"Wijk2017";"Gem2017"'),
        CBS.replace(KOP, "pc6;huisnummer;gwb2016_code;wijkcode;gemeentecode"),
        CBS.replace(";199", ";BU199")
        .replace(";BU1991\n", ";GM1991\n")
        .replace(";BU1991;", ";1991;"),
        CBS.replace("\n", "\r\n"),
        "\ufeff" + CBS,
        CBS.replace("5401AA", "5401 aa"),
    ],
    ids=["comma", "no year", "2017", "2016", "letters", "Windows", "BOM", "spaces"],
)
def test_every_year_and_way_of_writing_is_read(stad: Path, tekst: str) -> None:
    importeer(stad, tekst)
    assert postcodes() == GOED


def test_the_right_csv_in_the_zip_of_the_cbs_is_found(stad: Path) -> None:
    pad = stad / "2023-cbs-pc6huisnr20230801_buurt.zip"
    with zipfile.ZipFile(pad, "w") as inhoud:
        inhoud.writestr("brt2023.csv", "buurtcode2023;buurtnaam2023\n19910101;Centrum\n")
        inhoud.writestr("leesmij.pdf", "x")
        inhoud.writestr("map/pc6hnr20230801_gwb.csv", CBS)
    draai("importeer_postcodes", pad, "--opslaan")
    assert postcodes() == GOED


def test_codes_that_lost_their_first_zero_are_of_their_municipality(
    stad: Path, settings: object
) -> None:
    settings.GEMEENTE_CODE = "GM0546"  # type: ignore[attr-defined]
    from wijken.models import Gebied

    Gebied.objects.create(naam="Pieterswijk", soort="buurt", code="BU05460000")
    importeer(stad, CBS)
    assert postcodes() == {("2311AA", None, "Pieterswijk")}


def test_an_older_file_without_house_numbers_and_gemeente_is_read(stad: Path) -> None:
    uit = importeer(stad, "PC6,BU_CODE\n5401AA,BU19910101\n5401AA,BU19910102\n2311AA,BU05460000\n")
    assert postcodes() == {("5401AA", None, "Centrum")}
    assert "In meer dan één buurt, de eerste telt: 5401AA" in uit


def test_the_same_file_again_changes_nothing(stad: Path) -> None:
    importeer(stad, CBS)
    voor = set(Postcodegebied.objects.values_list("pk", flat=True))

    uit = importeer(stad, CBS)

    assert "toegevoegd," not in uit
    assert set(Postcodegebied.objects.values_list("pk", flat=True)) == voor


def test_added_changed_and_lost_are_shown_and_kept(stad: Path) -> None:
    lang = CBS + "".join(f"5402{letter}A;1;19910101;199101;1991\n" for letter in "ABCDE")
    importeer(stad, lang)
    anders = lang.replace("5402AA", "5402ZA").replace("5401AB;1;19910101", "5401AB;1;19910102")

    uit = importeer(stad, anders)

    assert "toegevoegd, postcodes: 5402ZA" in uit
    assert "gewijzigd, postcodes: 5401AB" in uit
    assert "vervallen, postcodes: 5402AA" in uit
    assert ("5401AB", None, "Bogerd") in postcodes()


def test_a_part_of_a_file_does_not_wipe_out_the_rest(stad: Path) -> None:
    importeer(stad, CBS)
    half = f"{KOP}\n5401AA;1;19910101;199101;1991\n"

    uit = draai_vast("importeer_postcodes", csv(stad, half), "--opslaan")
    assert "Er zouden 2 van de 3 postcodes verdwijnen" in uit
    assert postcodes() == GOED

    importeer(stad, half, "--accepteer-verlies")
    assert postcodes() == {("5401AA", None, "Centrum")}


ONBEKEND = f"{CBS}5401AC;1;19910555;199105;1991\n5401AD;1;19910555;199105;1991\n"


def test_unknown_buurten_are_named_once_and_nothing_is_kept(stad: Path) -> None:
    uit = draai_vast("importeer_postcodes", csv(stad, ONBEKEND), "--opslaan")

    assert "BU19910555: 2 adressen, het eerste in rij 9" in uit
    assert "van hetzelfde jaar" in uit
    assert postcodes() == set()


def test_unknown_buurten_can_be_left_out(stad: Path) -> None:
    uit = importeer(stad, ONBEKEND, "--zonder-onbekende-buurten")
    assert "Overgeslagen. Buurten die niet in het portaal staan (1)" in uit
    assert postcodes() == GOED


@pytest.mark.parametrize(
    ("rij", "melding"),
    [
        ("5401;1;19910101;199101;1991", "'5401' is geen postcode"),
        ("5401AB;1a;19910101;199101;1991", "'1a' is geen huisnummer"),
        ("5401AB;123456;19910101;199101;1991", "'123456' is geen huisnummer"),
    ],
)
def test_a_bad_row_is_named_by_its_number(stad: Path, rij: str, melding: str) -> None:
    uit = draai_vast("importeer_postcodes", csv(stad, f"{CBS}\n{rij}\n"), "--opslaan")
    assert f"rij 10: {melding}" in uit
    assert postcodes() == set()


def test_many_bad_rows_are_counted(stad: Path) -> None:
    slecht = "".join(f"x{nummer};1;19910101;199101;1991\n" for nummer in range(50))
    uit = draai_vast("importeer_postcodes", csv(stad, f"{KOP}\n{slecht}"))
    assert "… en nog 30 rijen met een fout" in uit


def test_a_file_of_another_municipality_stops(stad: Path) -> None:
    tekst = f"{KOP}\n2311AA;1;5460000;54600;546\n"
    uit = draai_vast("importeer_postcodes", csv(stad, tekst))
    assert "Geen enkele postcode" in uit
    assert "GM1991 Maashorst" in uit


def test_without_buurten_it_says_what_to_do_first(db: None, tmp_path: Path) -> None:
    assert "Importeer ze eerst" in draai_vast("importeer_postcodes", csv(tmp_path, CBS))


@pytest.mark.parametrize(
    ("naam", "inhoud", "melding"),
    [
        ("a.csv", b"plaats;naam\nUden;x\n", "De kolom buurt en postcode ontbreekt"),
        ("a.csv", b"", "leeg"),
        ("a.zip", b"PK\x03\x04kapot", "ontbreekt"),
        ("b.csv", None, "Er is geen bestand"),
    ],
)
def test_what_cannot_be_read_is_said(
    stad: Path, naam: str, inhoud: bytes | None, melding: str
) -> None:
    pad = stad / naam
    if inhoud is not None:
        pad.write_bytes(inhoud)
    assert melding in draai_vast("importeer_postcodes", pad)


def test_a_zip_without_the_right_csv_says_what_is_in_it(stad: Path) -> None:
    pad = stad / "a.zip"
    with zipfile.ZipFile(pad, "w") as inhoud:
        inhoud.writestr("brt2023.csv", "buurtcode2023;buurtnaam2023\n")
    assert "brt2023.csv" in draai_vast("importeer_postcodes", pad)


# --- places ----------------------------------------------------------------------------------

PLAATSEN = "pc4,plaats,provincie\n2311,Leiden,Zuid-Holland\n5401,Uden,Noord-Brabant\n"


def plaatsen() -> dict[str, str]:
    return dict(Postcodeplaats.objects.values_list("pc4", "plaats"))


@pytest.mark.django_db
def test_places_are_kept_and_changed_and_never_taken_away(tmp_path: Path) -> None:
    draai("importeer_plaatsen", csv(tmp_path, PLAATSEN), "--opslaan")
    assert plaatsen() == {"2311": "Leiden", "5401": "Uden"}

    uit = draai("importeer_plaatsen", csv(tmp_path, "pc4;plaats\n5401;Uden-Noord\n"), "--opslaan")

    assert "5401 Uden-Noord, was Uden" in uit
    assert plaatsen() == {"2311": "Leiden", "5401": "Uden-Noord"}


@pytest.mark.django_db
def test_places_are_a_dry_run_first(tmp_path: Path) -> None:
    assert "2311 Leiden" in draai("importeer_plaatsen", csv(tmp_path, PLAATSEN))
    assert plaatsen() == {}


@pytest.mark.django_db
def test_bad_places_are_named_and_two_places_of_one_postcode_told(tmp_path: Path) -> None:
    slecht = PLAATSEN + "54,Uden,\n5402,,\n"
    uit = draai_vast("importeer_plaatsen", csv(tmp_path, slecht), "--opslaan")
    assert "rij 4: '54' is geen postcode van 4 cijfers" in uit
    assert "rij 5: bij 5402 hoort een plaats" in uit
    assert plaatsen() == {}

    dubbel = PLAATSEN + "2311,Leiderdorp,\n"
    uit = draai("importeer_plaatsen", csv(tmp_path, dubbel), "--opslaan")
    assert "2311 is ook Leiderdorp; Leiden stond er eerst" in uit
    assert plaatsen()["2311"] == "Leiden"
