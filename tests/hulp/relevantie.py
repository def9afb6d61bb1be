"""Do people find what they need? recall@5, mean reciprocal rank, and what each step brings.

Used by the relevance tests of the search engine; ``meet`` knows no database and no kind, only a
function that searches. ``stappen`` switches parts of the engine off, so that a report can say
what stems, compounds, everyday words and typing correction are worth.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from unittest import mock

from sociale_basis.kern.zoeken import analyse, correctie, kennis, synoniemen, vraag
from sociale_basis.kern.zoeken.samenstellingen import Splitser
from sociale_basis.kern.zoeken.synoniemen import Synoniemen

NIETS = "none"  # what is expected of a question that nothing fits
BIJ = 5

Vragen = Sequence[tuple[str, set[str]]]
Zoeker = Callable[[str], tuple[list[str], bool]]  # question → (keys in order, is it an answer)


@dataclass
class Meting:
    """The figures of one run; ``gemist`` tells what to look at."""

    aantal: int = 0
    gevonden: int = 0
    rangen: float = 0.0
    terecht_niets: int = 0
    niets: int = 0
    gemist: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.gevonden / self.aantal if self.aantal else 1.0

    @property
    def mrr(self) -> float:
        return self.rangen / self.aantal if self.aantal else 1.0

    def __str__(self) -> str:
        return (
            f"recall@{BIJ} {self.recall:.2f}  MRR {self.mrr:.2f}  ({self.aantal} questions)  "
            f"nothing fits: {self.terecht_niets} of {self.niets}"
        )


def meet(vragen: Vragen, zoeker: Zoeker) -> Meting:
    """Ask every question. A question counts as found when one of the keys it expects stands in
    the first five; one that expects ``{"none"}`` must be answered with "no answer"."""
    meting = Meting()
    for tekst, verwacht in vragen:
        gevonden, is_antwoord = zoeker(tekst)
        if verwacht == {NIETS}:
            _tel_niets(meting, tekst, is_antwoord=is_antwoord)
        else:
            _tel_gevonden(meting, tekst, verwacht, gevonden)
    return meting


def _tel_niets(meting: Meting, tekst: str, *, is_antwoord: bool) -> None:
    meting.niets += 1
    meting.terecht_niets += not is_antwoord
    if is_antwoord:
        meting.gemist.append(f"answered though nothing fits: {tekst}")


def _tel_gevonden(meting: Meting, tekst: str, verwacht: set[str], gevonden: list[str]) -> None:
    plek = next((i for i, sleutel in enumerate(gevonden, 1) if sleutel in verwacht), 0)
    meting.aantal += 1
    meting.rangen += 1 / plek if plek else 0
    meting.gevonden += 0 < plek <= BIJ
    if not 0 < plek <= BIJ:
        meting.gemist.append(f"{tekst}: expected {sorted(verwacht)}, got {gevonden[:BIJ]}")


@contextmanager
def zonder(*delen: str) -> Iterator[None]:
    """The engine without some of "stammen", "samenstellingen", "synoniemen", "spelling".

    Without stems or compounds the index must be written again inside the block.
    """
    with ExitStack() as stapel:
        if "stammen" in delen:
            for module in (analyse, synoniemen, vraag):
                stapel.enter_context(mock.patch.object(module, "stam", lambda woord: woord))
        if "samenstellingen" in delen:
            stapel.enter_context(mock.patch.object(Splitser, "splits", return_value=()))
        if "synoniemen" in delen:
            stapel.enter_context(mock.patch.object(Synoniemen, "van", return_value={}))
            stapel.enter_context(mock.patch.object(Synoniemen, "uitdrukkingen", return_value=()))
        if "spelling" in delen:
            stapel.enter_context(mock.patch.object(correctie, "verbeteringen", return_value={}))
        stapel.enter_context(mock.patch.object(kennis, "_laatste", None))
        yield


STAPPEN = (
    ("whole words", ("stammen", "samenstellingen", "synoniemen", "spelling")),
    ("+ stems", ("samenstellingen", "synoniemen", "spelling")),
    ("+ compounds", ("synoniemen", "spelling")),
    ("+ everyday words", ("spelling",)),
    ("+ typing errors", ()),
)


def per_stap(herschrijf: Callable[[], object]) -> Iterator[str]:
    """The name of each step while the engine works up to that step; ``herschrijf`` writes the
    index again, the last time with every step."""
    try:
        for naam, uit in STAPPEN:
            with zonder(*uit):
                herschrijf()
                yield naam
    finally:
        herschrijf()


def stappen(vragen: Vragen, zoeker: Zoeker, herschrijf: Callable[[], object]) -> str:
    """What each step brings, as a table."""
    return "\n".join(f"{naam:<18}{meet(vragen, zoeker)}" for naam in per_stap(herschrijf))
