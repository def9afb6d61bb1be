"""From what somebody types to the wijk they live in (M1, H6)."""

import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import box
from shapely.geometry import mapping

from tests.fabriek import de_gemeente, een_buurt, een_wijk
from wijken.models import Gebied, Postcodegebied, Postcodeplaats
from wijken.opzoeken import Vraag, ontleed, zoek_buurten, zoek_postcode

pytestmark = pytest.mark.eis("M1")

OOST_GRENS = mapping(box(5.61, 51.60, 5.62, 51.61))


@pytest.fixture
def plaats(db: None) -> dict[str, Gebied]:
    """Two wijken; one postcode in each, one that spans both, and one that spans two buurten."""
    west, oost = een_wijk("West", volgorde=1), een_wijk("Oost", volgorde=2)
    bogerd = een_buurt("Bogerd", ouder=west)
    raam, melle = een_buurt("Raam", ouder=oost, grens=OOST_GRENS), een_buurt("Melle", ouder=oost)
    for postcode, nummer, buurt in (
        ("5401AA", None, bogerd),
        ("5401AB", None, raam),
        ("5401AC", 1, bogerd),
        ("5401AC", 2, raam),
        ("5401AD", 1, raam),
        ("5401AD", 2, melle),
        ("5402AA", None, raam),
    ):
        Postcodegebied.objects.create(postcode=postcode, huisnummer=nummer, buurt=buurt)
    Postcodeplaats.objects.create(pc4="2311", plaats="Leiden")
    return {"west": west, "oost": oost, "bogerd": bogerd, "raam": raam}


# --- reading ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("getypt", "postcode", "huisnummer"),
    [
        ("5401AB", "5401AB", None),
        ("5401 ab", "5401AB", None),
        ("  5401  Ab  ", "5401AB", None),
        ("5401ab12", "5401AB", 12),
        ("5401 AB 12a", "5401AB", 12),
        ("5401 AB, nr. 12-3", "5401AB", 12),
        ("5401 AB nummer 7", "5401AB", 7),
        ("5401 AB Uden", "5401AB", None),
        ("5401", "5401", None),
        ("5401 Uden", "5401", None),
    ],
)
def test_people_type_a_postcode_in_many_ways(
    getypt: str, postcode: str, huisnummer: int | None
) -> None:
    assert ontleed(getypt) == Vraag(postcode, huisnummer)


@pytest.mark.parametrize(
    "getypt",
    ["", "   ", "Uden", "54O1 AB", "540", "54011", "5401 12", "0401 AB", "5401 SS", "B-9000",
     "5401A", "9000 123", "SW1A 1AA", "５４０１ AB", "5401 AB 123456", "5401AB" * 20],
)  # fmt: skip
def test_what_is_no_dutch_postcode_gets_plain_words(getypt: str) -> None:
    antwoord = zoek_postcode(getypt)
    assert antwoord.soort == "ongeldig"
    assert "4 cijfers en 2 letters" in antwoord.melding


def test_the_box_for_the_house_number_counts_more_than_the_postcode_box() -> None:
    assert ontleed("5401AB 12", "14 b") == Vraag("5401AB", 14)
    assert ontleed("5401AB", "hoek") == Vraag("5401AB", None)
    assert ontleed("5401AB", 0) == Vraag("5401AB", None)


@given(
    st.integers(1000, 9999),
    st.text(alphabet=sorted(set(string.ascii_letters) - set("sS")), min_size=2, max_size=2),
    st.one_of(st.none(), st.integers(1, 99999)),
    st.sampled_from(["", " ", "  ", "\t"]),
)
def test_every_postcode_is_read_back_however_it_is_spaced(
    pc4: int, letters: str, nummer: int | None, ruimte: str
) -> None:
    getypt = f"{ruimte}{pc4}{ruimte}{letters} {nummer or ''}{ruimte}"
    assert ontleed(getypt) == Vraag(f"{pc4}{letters.upper()}", nummer)


@given(st.text(max_size=80), st.one_of(st.none(), st.text(max_size=10), st.integers()))
def test_no_text_breaks_the_reading(tekst: str, nummer: Any) -> None:
    vraag = ontleed(tekst, nummer)
    assert vraag is None or vraag.pc4.isdecimal()


# --- answers ---------------------------------------------------------------------------------


@pytest.mark.eis("H6")
def test_a_postcode_in_one_buurt_leads_to_its_wijk(plaats: dict) -> None:
    antwoord = zoek_postcode("5401 ab")
    assert (antwoord.soort, antwoord.gebied, antwoord.buurt) == (
        "wijk", plaats["oost"], plaats["raam"],
    )  # fmt: skip


def test_distance_is_measured_from_the_middle_of_the_buurt(plaats: dict) -> None:
    assert zoek_postcode("5401AB").vertrekpunt == (51.605, 5.615)
    assert zoek_postcode("2311AA").vertrekpunt is None


def test_a_postcode_that_spans_wijken_asks_for_the_house_number(plaats: dict) -> None:
    antwoord = zoek_postcode("5401AC")
    assert antwoord.soort == "huisnummer_nodig"
    assert antwoord.vraagt_huisnummer
    assert antwoord.gebieden == [plaats["west"], plaats["oost"]]


def test_the_house_number_decides(plaats: dict) -> None:
    assert zoek_postcode("5401AC", "1").gebied == plaats["west"]
    assert zoek_postcode("5401 AC 2b").gebied == plaats["oost"]


def test_an_unknown_house_number_leaves_the_choice(plaats: dict) -> None:
    antwoord = zoek_postcode("5401AC", 99)
    assert (antwoord.soort, len(antwoord.gebieden)) == ("kies", 2)


def test_two_buurten_of_one_wijk_need_no_house_number(plaats: dict) -> None:
    antwoord = zoek_postcode("5401AD")
    assert (antwoord.soort, antwoord.gebied, antwoord.buurt) == ("wijk", plaats["oost"], None)


def test_four_digits_offer_the_wijken_they_can_be(plaats: dict) -> None:
    assert zoek_postcode("5401").gebieden == [plaats["west"], plaats["oost"]]
    assert zoek_postcode("5401").soort == "kies"
    assert zoek_postcode("5402").gebied == plaats["oost"]


def test_a_new_street_offers_the_wijken_of_its_four_digits(plaats: dict) -> None:
    antwoord = zoek_postcode("5401ZZ")
    assert (antwoord.soort, antwoord.gebieden) == ("onbekend", [plaats["west"], plaats["oost"]])


def test_outside_the_municipality_names_the_place_if_it_is_known(plaats: dict) -> None:
    assert (zoek_postcode("2311 AA").soort, zoek_postcode("2311").plaats) == ("buiten", "Leiden")
    assert (zoek_postcode("9999AA").soort, zoek_postcode("9999AA").plaats) == ("buiten", "")


def test_without_any_postcodes_nobody_is_sent_away(db: None) -> None:
    wijk = een_wijk("West")
    antwoord = zoek_postcode("5401AA")
    assert (antwoord.soort, antwoord.gebieden) == ("onbekend", [wijk])


def test_without_own_layout_the_wijk_of_the_cbs_is_the_answer(db: None) -> None:
    cbs = Gebied.objects.create(naam="Uden", soort="wijk", code="WK199101", ouder=de_gemeente())
    buurt = een_buurt("Bogerd", cbs_ouder=cbs)
    Postcodegebied.objects.create(postcode="5401AA", buurt=buurt)
    assert zoek_postcode("5401AA").gebied == cbs


def test_a_buurt_in_no_wijk_stands_for_itself(db: None) -> None:
    buurt = een_buurt("Bogerd")
    Postcodegebied.objects.create(postcode="5401AA", buurt=buurt)
    assert zoek_postcode("5401AA").gebied == buurt


@pytest.mark.parametrize(
    ("getypt", "queries"),
    [("x", 0), ("5401AB", 2), ("5401AC", 2), ("5401", 2), ("5401ZZ", 3), ("2311AA", 4)],
)
def test_an_answer_costs_few_queries(
    plaats: dict, django_assert_num_queries: Any, getypt: str, queries: int
) -> None:
    with django_assert_num_queries(queries):
        zoek_postcode(getypt)


@pytest.mark.django_db
def test_many_addresses_at_once_lead_to_the_buurt_that_one_address_leads_to():
    een, twee = een_buurt("Een"), een_buurt("Twee")
    Postcodegebied.objects.create(postcode="5401AA", buurt=een)
    Postcodegebied.objects.create(postcode="5401AB", buurt=een)
    Postcodegebied.objects.create(postcode="5401AB", huisnummer=2, buurt=twee)
    adressen = [("5401AA", "7"), ("5401AB", "2"), ("5401AB", ""), ("5401AB", "3"), ("5999ZZ", "1")]
    los = [zoek_postcode(*adres).buurt for adres in adressen]
    assert zoek_buurten(adressen) == [buurt and buurt.pk for buurt in los]
