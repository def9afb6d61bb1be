"""Do residents find what they need? (H1, H10; "We weten niet waar we naar toe moeten")

``vragen.toml`` holds everyday questions with the provisions of the demo that answer them. A third
of them ("apart") was kept aside while the word lists were made. Run with ``-s`` for the figures.
"""

import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest
from django.db import connection

from sociale_basis.kern.zoeken.facetten import Filters
from sociale_basis.kern.zoeken.index import werk_bij
from sociale_basis.kern.zoeken.registratie import SOORTEN
from sociale_basis.kern.zoeken.zoek import zoek
from tests.hulp.relevantie import per_stap
from voorzieningen.models import Voorziening

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.eis("H10")]

VRAGEN = tomllib.loads((Path(__file__).parent / "vragen.toml").read_text(encoding="utf-8"))
BIJ = 5
HULP = Filters({"soort": {"voorziening"}})


Uitslag = tuple[dict, float, float]


@pytest.fixture(scope="module")
def uitslagen(demo: None) -> list[Uitslag]:
    """Per question: the question, its recall@5 and its reciprocal rank."""
    return _meet_alles()


def _meet_alles() -> list[Uitslag]:
    titels = dict(Voorziening.objects.values_list("pk", "titel"))
    return [(vraag, *_meet(vraag, titels)) for vraag in VRAGEN["vraag"]]


def _meet(vraag: dict, titels: dict[int, str]) -> tuple[float, float]:
    verwacht = set(vraag["verwacht"])
    gekregen = [titels[hit.object_id] for hit in zoek(vraag["tekst"], HULP).hits]
    raak = len(verwacht & set(gekregen[:BIJ])) / min(BIJ, len(verwacht))
    rang = next((1 / plek for plek, titel in enumerate(gekregen, 1) if titel in verwacht), 0.0)
    return raak, rang


def _gemiddeld(getallen: Iterable[float]) -> float:
    lijst = list(getallen)
    return sum(lijst) / len(lijst)


def _figuren(uitslagen: list[Uitslag], deel: str = "") -> tuple[float, float]:
    """(recall@5, MRR) of all questions or of one part."""
    gekozen = [u for u in uitslagen if deel in ("", u[0]["deel"])]
    return _gemiddeld(u[1] for u in gekozen), _gemiddeld(u[2] for u in gekozen)


def _schrijf_index() -> None:
    werk_bij("voorziening", Voorziening.objects.values_list("pk", flat=True), grondig=True)


def test_residents_find_what_they_need_among_the_first_five(uitslagen) -> None:
    for deel in ("ontwikkeling", "apart", ""):
        raak, rang = _figuren(uitslagen, deel)
        print(f"{deel or 'alles':14} recall@5 {raak:.3f}  MRR {rang:.3f}")  # noqa: T201
    raak, rang = _figuren(uitslagen)
    assert len(uitslagen) >= 150
    assert raak >= 0.90
    assert rang >= 0.80


def test_what_was_kept_aside_is_found_nearly_as_well(uitslagen) -> None:
    """A guard against tuning on the test; the aim for it is 0.90 as well, and not reached yet."""
    raak, rang = _figuren(uitslagen, "apart")
    assert raak >= 0.82
    assert rang >= 0.80


@pytest.mark.skipif(
    connection.vendor != "sqlite",
    reason="writes the whole index five times; test_gelijk proves both databases equal",
)
def test_every_step_of_the_analysis_brings_something() -> None:
    """Stems, compounds, everyday words and typing errors, one after the other: the share of each
    on the whole set and on what was kept aside."""
    vorige = 0.0
    for naam in per_stap(_schrijf_index):
        uitslagen = _meet_alles()
        geheel, apart = _figuren(uitslagen), _figuren(uitslagen, "apart")
        print(  # noqa: T201
            f"{naam:18} recall@5 {geheel[0]:.3f}  MRR {geheel[1]:.3f}   "
            f"apart {apart[0]:.3f} {apart[1]:.3f}"
        )
        assert geheel[0] > vorige
        vorige = geheel[0]


def test_what_is_in_the_agenda_pushes_no_help_out_of_the_first_five() -> None:
    """Everything is searched at once on the page; dates of something stand below the thing."""
    soorten = set(SOORTEN)
    zonder = _hulp_bij_de_eerste_vijf(soorten - {"activiteit"})
    assert _hulp_bij_de_eerste_vijf(soorten) >= zonder - 0.005


def _hulp_bij_de_eerste_vijf(soorten: set[str]) -> float:
    """Recall@5 of help among other kinds, on a third of the questions."""
    titels = dict(Voorziening.objects.values_list("pk", "titel"))
    raak = []
    for vraag in VRAGEN["vraag"][::3]:
        hits = zoek(vraag["tekst"], Filters({"soort": soorten})).hits[:BIJ]
        gekregen = {titels[hit.object_id] for hit in hits if hit.soort == "voorziening"}
        verwacht = set(vraag["verwacht"])
        raak.append(len(verwacht & gekregen) / min(BIJ, len(verwacht)))
    return _gemiddeld(raak)


def test_what_fits_nothing_is_not_answered() -> None:
    fout = [rij["tekst"] for rij in VRAGEN["niets"] if zoek(rij["tekst"]).is_antwoord]
    assert len(VRAGEN["niets"]) >= 15
    assert len(fout) <= 2, fout


@pytest.mark.parametrize("tekst", [rij["tekst"] for rij in VRAGEN["crisis"]])
def test_danger_is_heard(tekst: str) -> None:
    assert zoek(tekst).crisis


@pytest.mark.parametrize("tekst", [rij["tekst"] for rij in VRAGEN["geen_crisis"]])
def test_what_only_sounds_like_danger_is_no_alarm(tekst: str) -> None:
    assert not zoek(tekst).crisis
