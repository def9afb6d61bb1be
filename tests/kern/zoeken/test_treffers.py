"""Matching and weighing: what fits, how well, and how much of the question is covered."""

from datetime import date

import pytest

from sociale_basis.kern.models import Document, Posting, Term, Zoekstand
from sociale_basis.kern.models.zoeken import nieuw_stempel
from sociale_basis.kern.zoeken.postings import bekende_termen
from sociale_basis.kern.zoeken.register import Register
from sociale_basis.kern.zoeken.stand import Stand
from sociale_basis.kern.zoeken.synoniemen import Regel
from sociale_basis.kern.zoeken.treffers import Treffers, weeg, zoekbare
from sociale_basis.kern.zoeken.verzameling import bits
from sociale_basis.kern.zoeken.vraag import lees

from .proef import weet

pytestmark = pytest.mark.django_db
KENNIS = weet(
    Regel("blut", "geld", 75),
    Regel("poen", "geld", 35),
    Regel("praten", "luisterend oor", 75),
    Regel("tuin", "groen", 75),
)


@pytest.fixture
def index() -> dict[str, int]:
    """Documents by name with the weight of their stems; 'mee' gets the bonus."""
    inhoud = {
        "titel": {"geld": 90},
        "tekst": {"geld": 30},
        "oor": {"luister": 80, "oor": 70},
        "half": {"oor": 70},
        "tuin": {"tuin": 90},
        "mee": {"tuin": 90},
        "samen": {"geld": 90, "tuin": 90},
    }
    nummers = {}
    for i, (naam, stammen) in enumerate(inhoud.items(), 1):
        nummers[naam] = Document.objects.create(soort="p", object_id=i, versie=1).pk
        for stam, gewicht in stammen.items():
            term, _ = Term.objects.get_or_create(woord=stam)
            Posting.objects.create(term=term, document_id=nummers[naam], gewicht=gewicht)
    for term in Term.objects.all():
        term.df = term.posting_set.count()
        term.save()
    return nummers


def weging(index: dict[str, int], tekst: str) -> dict[str, tuple[int, int]]:
    """{name: (score, coverage)}, best first."""
    vraag = lees(tekst, KENNIS)
    stand = Stand(
        Zoekstand(stempel=nieuw_stempel()), (0, date(2026, 11, 22), False), 50,
        bits(index.values()), bits([index["mee"]]), {}, Register.van([]),
    )  # fmt: skip
    gevonden = weeg(vraag, bekende_termen(vraag.stammen(), stand.zoekstand.stempel), stand)
    naam = {nummer: naam for naam, nummer in index.items()}
    rijen = zip(gevonden.documenten, gevonden.score, gevonden.dekking, strict=True)
    beste = sorted(rijen, key=lambda rij: -rij[1])
    return {naam[int(nummer)]: (int(score), int(dekking)) for nummer, score, dekking in beste}


def test_what_a_text_is_about_counts_more_than_what_it_mentions(index: dict[str, int]) -> None:
    gevonden = weging(index, "geld")
    assert gevonden["titel"][0] > 2 * gevonden["tekst"][0]
    assert gevonden["titel"][1] > gevonden["tekst"][1]


def test_a_word_itself_covers_a_question_of_one_word_wholly(index: dict[str, int]) -> None:
    assert weging(index, "geld")["titel"][1] == 1000


def test_what_a_word_stands_for_covers_nearly_as_well(index: dict[str, int]) -> None:
    precies, ander, zwak = (weging(index, w)["titel"] for w in ("geld", "blut", "poen"))
    assert precies[0] > ander[0] > zwak[0] > 0
    assert precies[1] >= ander[1] > zwak[1]


def test_stems_that_belong_together_must_both_be_there(index: dict[str, int]) -> None:
    assert list(weging(index, "praten")) == ["oor"]


def test_free_and_together_gets_a_tenth_more(index: dict[str, int]) -> None:
    gevonden = weging(index, "tuin")
    assert gevonden["mee"][0] == gevonden["tuin"][0] * 11 // 10
    assert gevonden["mee"][1] == gevonden["tuin"][1]


def test_more_of_the_question_is_better(index: dict[str, int]) -> None:
    gevonden = weging(index, "geld tuin")
    assert next(iter(gevonden)) == "samen"
    assert gevonden["samen"][1] == 1000 > gevonden["titel"][1]


def test_a_word_that_stands_nowhere_lowers_what_is_covered(index: dict[str, int]) -> None:
    assert weging(index, "geld zwatelaar")["titel"][1] < weging(index, "geld")["titel"][1]


def test_what_belongs_to_other_counters_lowers_it_more(index: dict[str, int]) -> None:
    anders, elders = (weging(index, f"geld {w}")["titel"][1] for w in ("zwatelaar", "paspoort"))
    assert elders < anders


def test_general_words_are_looked_for_only_when_there_is_nothing_else() -> None:
    vaag, echt = lees("hulp", KENNIS), lees("hulp tuin", KENNIS)
    assert [begrip.tekst for begrip in zoekbare(vaag)] == ["hulp"]
    assert [begrip.tekst for begrip in zoekbare(echt)] == ["tuin"]


def test_nothing_known_finds_nothing(index: dict[str, int]) -> None:
    assert weging(index, "zwatelaar") == {}
    assert weging(index, "") == {}


def test_results_can_be_narrowed_to_a_set_and_to_how_much_they_cover(
    index: dict[str, int],
) -> None:
    vraag = lees("geld tuin", KENNIS)
    stand = Stand(
        Zoekstand(stempel=nieuw_stempel()), (0, date.min, False), 50, 0, 0, {}, Register.van([])
    )
    gevonden = weeg(vraag, bekende_termen(vraag.stammen(), stand.zoekstand.stempel), stand)
    keuze = gevonden.binnen(bits([index["titel"], index["half"], 10_000]))
    assert [int(nummer) for nummer in keuze.documenten] == [index["titel"]]
    assert [int(n) for n in gevonden.dekt_minstens(1000).documenten] == [index["samen"]]
    assert isinstance(gevonden.binnen(0), Treffers)
    assert gevonden.binnen(0).beste_dekking == 0
