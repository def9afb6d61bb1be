"""A visitor's words are nobody's business (DESIGN "Search")."""

from datetime import date

import pytest

from sociale_basis.kern.models import Zoekterm
from sociale_basis.kern.zoeken.tellen import ruim_op, tel
from sociale_basis.kern.zoeken.woordenboek import is_er
from sociale_basis.kern.zoeken.zoek import zoek
from tests.fabriek import een_voorziening

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("voorzieningen"),
    pytest.mark.skipif(not is_er(), reason="the Dutch dictionary is not built"),
]
DAG = date(2026, 11, 22)


def geteld() -> dict[str, int]:
    return dict(Zoekterm.objects.values_list("woord", "aantal"))


def test_words_of_a_question_without_result_are_counted_one_by_one() -> None:
    for _ in range(2):
        tel(zoek("waar is de pinguïn en de giraffe"), DAG)
    assert geteld() == {"pinguin": 2, "giraffe": 2} or geteld() == {"giraffe": 2}


@pytest.mark.parametrize(
    "vraag",
    [
        "0612345678",
        "bsn 123456782",
        "jan.jansen@voorbeeld.nl",
        "5401AB 12",
        "kowalczykowska",
        "x7kl9",
    ],
)
def test_what_may_be_somebody_is_not_counted(vraag: str) -> None:
    tel(zoek(vraag), DAG)
    assert not {woord for woord in geteld() if not woord.isalpha() or woord == "kowalczykowska"}
    assert not {"jansen", "jan.jansen", "0612345678"} & geteld().keys()


def test_a_question_that_found_something_is_not_counted() -> None:
    een_voorziening("Koffieochtend")
    tel(zoek("koffie"), DAG)
    assert geteld() == {}


def test_a_question_that_speaks_of_danger_is_not_counted() -> None:
    tel(zoek("ik wil niet meer leven giraffe"), DAG)
    assert geteld() == {}


def test_a_corrected_word_is_counted_as_it_was_meant() -> None:
    een_voorziening("Rollator")
    tel(zoek("roltaor"), DAG)
    assert list(Zoekterm.objects.values_list("soort", "woord")) == [("bedoelde", "rollator")]


def test_staff_see_only_what_was_asked_three_times() -> None:
    for dag, aantal in ((date(2026, 11, 1), 2), (DAG, 1)):
        Zoekterm.objects.create(dag=dag, soort="niets", woord="giraffe", aantal=aantal)
    Zoekterm.objects.create(dag=DAG, soort="niets", woord="zeldzaam", aantal=2)
    assert list(Zoekterm.objects.voor_beheer()) == [
        {"soort": "niets", "woord": "giraffe", "keren": 3}
    ]


def test_counts_are_forgotten_after_a_year() -> None:
    Zoekterm.objects.create(dag=date(2025, 11, 1), soort="niets", woord="oud", aantal=9)
    Zoekterm.objects.create(dag=DAG, soort="niets", woord="nieuw", aantal=9)
    assert ruim_op(DAG) == 1
    assert geteld() == {"nieuw": 9}
