"""The code of a question: hard to guess, easy to say, and not in the database (L5, V7)."""

import math
import re

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from wijken.models import Hulpvraag
from wijken.vragen.code import LENGTE, TEKENS, code_voor, hashes, in_groepen, lees, nieuw_kenmerk

from .mensen import Mensen, een_vraag

pytestmark = pytest.mark.eis("L5")
kaal = st.text(alphabet=TEKENS, min_size=LENGTE, max_size=LENGTE)


def test_a_code_holds_more_than_sixty_bits() -> None:
    assert LENGTE * math.log2(len(TEKENS)) > 67


@pytest.mark.parametrize("paar", ["0O", "1I", "1L", "2Z", "5S", "8B", "6G", "BP", "DT", "FV", "MN"])
def test_of_two_signs_that_look_or_sound_alike_one_is_used(paar: str) -> None:
    assert len(set(paar) & set(TEKENS)) <= 1


def test_no_code_is_a_word() -> None:
    assert not set("AEIOUY") & set(TEKENS)


def test_it_is_written_in_four_groups_of_four() -> None:
    assert re.fullmatch(r"(\w{4}-){3}\w{4}", code_voor(nieuw_kenmerk(), "Hallo"))


@given(st.text(max_size=40), st.text(max_size=40))
def test_every_code_that_is_made_can_be_read(kenmerk: str, tekst: str) -> None:
    assert lees(code_voor(kenmerk, tekst))


def test_one_form_with_one_text_gives_one_code_and_another_text_another() -> None:
    assert code_voor("a", "Hallo") == code_voor("a", "Hallo")
    assert len({code_voor("a", "Hallo"), code_voor("b", "Hallo"), code_voor("a", "Hoi")}) == 3


def test_every_opened_form_is_another_one() -> None:
    assert len({nieuw_kenmerk() for _keer in range(100)}) == 100


@given(kaal)
def test_it_may_be_typed_in_many_ways(code: str) -> None:
    groepen = in_groepen(code)
    getypt = (groepen, groepen.lower(), groepen.replace("-", " "), f" {code} ", f"{groepen}.")
    assert {lees(vorm) for vorm in getypt} == {code}


@pytest.mark.parametrize("getypt", ["", "K7RM", "K7RM-4HXC-92PD-W3F0", "x" * 200, "K7RM\x004HXC"])
def test_what_cannot_be_a_code_is_none(getypt: str) -> None:
    assert lees(getypt) is None
    assert hashes(getypt) == []


@pytest.mark.eis("V7")
def test_the_database_does_not_hold_it(mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM wijken_hulpvraag")
        rij = str(cursor.fetchall())
    assert vraag.code not in rij
    assert vraag.code.replace("-", "") not in rij
    assert Hulpvraag.objects.met_code(vraag.code).get() == vraag


def test_another_key_gives_another_hash_and_an_earlier_one_still_counts(
    mensen: Mensen, settings
) -> None:
    vraag = een_vraag(mensen.volkel)
    oud, settings.SECRET_KEY = settings.SECRET_KEY, "een heel andere sleutel van het portaal"
    assert not Hulpvraag.objects.met_code(vraag.code).exists()
    settings.SECRET_KEY_FALLBACKS = [oud]
    assert Hulpvraag.objects.met_code(vraag.code).get() == vraag
