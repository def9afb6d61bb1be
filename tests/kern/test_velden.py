"""Phone numbers and postcodes: read what people type, store one form, show it well."""

import pytest
from django.core.exceptions import ValidationError

from sociale_basis.kern.velden import (
    PostcodeField,
    TelefoonField,
    WebadresField,
    lees_nummer,
    lees_pc4,
    lees_postcode,
    lees_telefoon,
    toon_postcode,
    toon_telefoon,
)


@pytest.mark.parametrize(("getypt", "nummer"), [("12", 12), ("0", 0), ("007", 7), (12, 12)])
def test_a_key_is_read_from_an_address_or_a_form(getypt, nummer):
    assert lees_nummer(getypt) == nummer


@pytest.mark.parametrize("getypt", ["", None, "x", "-1", "1.5", " 1", "٣", "²", "1" * 12])
def test_what_is_no_key_or_too_big_for_a_database_is_none(getypt):
    assert lees_nummer(getypt) is None


@pytest.mark.parametrize("getypt", ["5401AB", "5401 ab", " 5401  Ab ", "5401aB"])
def test_every_way_to_type_a_postcode_is_read_as_one(getypt):
    assert lees_postcode(getypt) == "5401AB"


@pytest.mark.parametrize(
    "getypt", ["", "5401", "0401AB", "54O1AB", "5401ABC", "5401SS", "5401SD", "٥٤٠١AB", "B-1000"]
)
def test_what_is_no_dutch_postcode_is_refused(getypt):
    assert lees_postcode(getypt) is None


def test_four_digits_are_a_pc4_and_nothing_else_is():
    assert lees_pc4(" 5401 ") == "5401"
    assert lees_pc4("5401 AB") is None
    assert lees_pc4("0401") is None


def test_a_postcode_is_shown_with_a_space_and_odd_text_as_it_is():
    assert toon_postcode("5401AB") == "5401 AB"
    assert toon_postcode("B-1000") == "B-1000"


@pytest.mark.parametrize(
    ("getypt", "bewaard", "getoond"),
    [
        ("0413-28 19 11", "+31413281911", "0413 281 911"),
        ("+31 6 12 34 56 78", "+31612345678", "06 12345678"),
        ("(085) 000 12 34", "+31850001234", "085 000 1234"),
        ("112", "112", "112"),
        ("0800-2000", "08002000", "0800-2000"),
        ("0800 0113", "08000113", "0800-0113"),
        ("14 0413", "140413", "14 0413"),
        ("116 111", "116111", "116111"),
        ("1400", "1400", "1400"),
    ],
)
@pytest.mark.eis("H10")
def test_phone_numbers_are_stored_in_one_form_and_shown_readably(getypt, bewaard, getoond):
    assert lees_telefoon(getypt) == bewaard
    assert toon_telefoon(bewaard) == getoond


@pytest.mark.parametrize(
    "getypt", ["", "bel mij", "0413", "06 123", "0000000000", "12345678901234"]
)
def test_what_cannot_be_phoned_is_refused(getypt):
    assert lees_telefoon(getypt) is None


def test_a_foreign_number_keeps_its_country():
    assert lees_telefoon("+32 2 555 12 12") == "+3225551212"
    assert toon_telefoon("+3225551212") == "+32 2 555 12 12"


def test_fields_say_in_dutch_what_is_wrong():
    with pytest.raises(ValidationError, match="geldig telefoonnummer"):
        TelefoonField().to_python("bel mij")
    with pytest.raises(ValidationError, match="4 cijfers en 2 letters"):
        PostcodeField().to_python("5401")


def test_the_form_leaves_room_for_spaces_that_the_model_takes_out():
    getypt = PostcodeField().formfield().clean(" 5401  AB ")
    assert PostcodeField().clean(getypt, None) == "5401AB"
    getypt = TelefoonField().formfield().clean("+31 (0)413 - 28 19 11")
    assert TelefoonField().clean(getypt, None) == "+31413281911"


def test_a_web_address_without_scheme_is_read_as_https():
    assert WebadresField().formfield().clean("www.voorbeeld.nl") == "https://www.voorbeeld.nl"


def test_a_part_of_a_number_can_be_looked_up():
    assert PostcodeField().get_prep_value("5401") == "5401"
    assert PostcodeField().get_prep_value("5401 ab") == "5401AB"
    assert PostcodeField().get_prep_value(None) is None
