"""Codes of the CBS in all the ways they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijken.codes import Code, jaar_in, lees_cijfercode, lees_code, schoon

pytestmark = pytest.mark.eis("M1")


@pytest.mark.parametrize(
    "geschreven",
    ["BU19910101", "bu19910101", " BU 1991 0101 ", "2023BU19910101", "BU_19910101", "BU1991-0101"],
)
def test_a_code_with_letters_tells_its_own_level(geschreven: str) -> None:
    assert lees_code(geschreven) == Code("buurt", "19910101")


@pytest.mark.parametrize(
    ("geschreven", "soort", "code"),
    [
        (19910101, "buurt", "BU19910101"),
        (19910101.0, "buurt", "BU19910101"),
        ("19910101.0", "buurt", "BU19910101"),
        ("5460000", "buurt", "BU05460000"),
        (30000, "buurt", "BU00030000"),
        ("54600", "wijk", "WK054600"),
        ("546", "gemeente", "GM0546"),
        ("0363AF01", "buurt", "BU0363AF01"),
        ("WK0363AF", "wijk", "WK0363AF"),
    ],
)
def test_a_code_without_letters_needs_its_level(geschreven: object, soort: str, code: str) -> None:
    assert str(lees_code(geschreven, soort)) == code
    assert lees_code(str(geschreven).removeprefix("WK")) is None


@pytest.mark.parametrize(
    "geschreven", ["", None, float("nan"), "Uden", "BU1991", "BU199101012", "GM199", -99999999, "0"]
)
def test_what_is_no_code_is_none(geschreven: object) -> None:
    assert lees_code(geschreven, "buurt") is None
    assert lees_code(geschreven) is None


def test_letters_of_another_level_are_refused() -> None:
    assert lees_code("WK199101", "buurt") is None


def test_the_length_of_bare_digits_tells_the_level() -> None:
    assert str(lees_cijfercode("1991")) == "GM1991"
    assert str(lees_cijfercode("199101")) == "WK199101"
    assert str(lees_cijfercode("19910101")) == "BU19910101"
    assert str(lees_cijfercode("5460000")) == "BU05460000"
    assert lees_cijfercode("12") is None


def test_a_code_knows_the_areas_above_it() -> None:
    buurt = Code("buurt", "19910101")

    assert str(buurt.boven) == "WK199101"
    assert str(buurt.boven and buurt.boven.boven) == "GM1991"
    assert buurt.gemeente == "GM1991"
    assert Code("gemeente", "1991").boven is None


def test_the_year_is_read_from_a_year_code_only() -> None:
    assert jaar_in("2023BU19910101") == 2023
    assert jaar_in(2023) == 2023
    assert jaar_in("19910101") is None


@pytest.mark.parametrize(
    "onbekend", [None, float("nan"), -99997, "-99999999", "-99999999.0", "NULL"]
)
def test_the_signs_for_unknown_are_empty(onbekend: object) -> None:
    assert schoon(onbekend) == ""
    assert schoon("-5") == "-5"


@given(st.integers(1, 9999), st.integers(0, 9999), st.sampled_from(["int", "float", "kort"]))
def test_a_buurt_code_survives_every_spreadsheet(gemeente: int, rest: int, vorm: str) -> None:
    cijfers = f"{gemeente:04d}{rest:04d}"
    geschreven = {"int": int(cijfers), "float": float(cijfers), "kort": cijfers.lstrip("0")}[vorm]

    assert str(lees_code(geschreven, "buurt")) == f"BU{cijfers}"


@given(st.text())
def test_any_text_is_a_code_or_none(tekst: str) -> None:
    code = lees_code(tekst, "buurt")
    assert code is None or lees_code(str(code)) == code
