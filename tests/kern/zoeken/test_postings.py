"""Reading terms and postings: in few queries, and only from the state that was asked for."""

import numpy as np
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sociale_basis.kern.models import Document, Posting, Term
from sociale_basis.kern.models.zoeken import nieuw_stempel
from sociale_basis.kern.zoeken import postings as module
from sociale_basis.kern.zoeken.postings import GEWICHT, GEWICHTSBITS, bekende_termen, postings

pytestmark = pytest.mark.django_db


@pytest.fixture
def termen() -> dict[str, int]:
    """'geld' stands in three documents, 'tuin' in one, 'weg' in none."""
    documenten = [Document.objects.create(soort="p", object_id=i, versie=1) for i in range(3)]
    nummers = {}
    for woord, gewichten in {"geld": [255, 1, 60], "tuin": [7], "weg": []}.items():
        term = Term.objects.create(woord=woord, df=len(gewichten))
        nummers[woord] = term.pk
        for document, gewicht in zip(reversed(documenten), gewichten, strict=False):
            Posting.objects.create(term=term, document=document, gewicht=gewicht)
    return nummers


def gelezen(term: int, stempel: int) -> list[tuple[int, int]]:
    """[(document, weight)] in order."""
    lijst = postings([term], stempel).get(term, [])
    return [(int(getal) >> GEWICHTSBITS, int(getal) & GEWICHT) for getal in lijst]


def test_known_terms_stand_in_a_document(termen: dict[str, int]) -> None:
    assert bekende_termen(["geld", "weg", "nergens"], nieuw_stempel()) == {
        "geld": (termen["geld"], 3)
    }
    assert bekende_termen([], nieuw_stempel()) == {}


def test_a_term_is_asked_for_once_also_when_it_stands_nowhere(termen: dict[str, int]) -> None:
    stempel = nieuw_stempel()
    bekende_termen(["geld", "nergens"], stempel)
    with CaptureQueriesContext(connection) as queries:
        assert bekende_termen(["nergens", "geld"], stempel) == {"geld": (termen["geld"], 3)}
    assert len(queries) == 0


def test_postings_come_by_document_with_their_weight(termen: dict[str, int]) -> None:
    verwacht = Posting.objects.filter(term=termen["geld"]).order_by("document_id")
    paren = list(verwacht.values_list("document_id", "gewicht"))
    assert gelezen(termen["geld"], nieuw_stempel()) == paren
    assert {gewicht for _, gewicht in paren} == {1, 60, 255}


def test_all_terms_of_a_question_cost_one_query_and_none_the_next_time(
    termen: dict[str, int],
) -> None:
    stempel = nieuw_stempel()
    with CaptureQueriesContext(connection) as queries:
        eerst = postings(termen.values(), stempel)
        weer = postings([termen["geld"]], stempel)
    assert len(queries) <= 2  # a term that stands nowhere is asked for again
    assert eerst.keys() == {termen["geld"], termen["tuin"]}
    assert weer[termen["geld"]] is eerst[termen["geld"]]


def test_another_state_of_the_index_is_read_again(termen: dict[str, int]) -> None:
    voor = gelezen(termen["geld"], nieuw_stempel())
    Posting.objects.filter(term=termen["geld"], gewicht=60).delete()
    na = gelezen(termen["geld"], nieuw_stempel())
    assert len(voor) == 3
    assert len(na) == 2


def test_no_more_is_kept_than_agreed(
    termen: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MEESTE_BEWAARD", 2)
    stempel = nieuw_stempel()
    postings([termen["geld"]], stempel)
    assert module._voorraad.lijsten.keys() == {termen["geld"]}
    postings([termen["tuin"]], stempel)
    assert module._voorraad.lijsten.keys() == {termen["tuin"]}


def test_numbers_take_four_bytes_while_they_can() -> None:
    assert module._getallen("512,256").dtype == np.int32
    assert list(module._getallen("512,256")) == [256, 512]
    groot = (1 << 31) + 5
    assert module._getallen(f"{groot},256").dtype == np.int64
    assert list(module._getallen(f"{groot},256")) == [256, groot]


def test_nothing_asked_is_no_query() -> None:
    with CaptureQueriesContext(connection) as queries:
        assert postings([], nieuw_stempel()) == {}
    assert len(queries) == 0
