"""Signs of danger that add up: no sentence says it, but the words together do.

``gegevens/signalen.txt``: one notion a line, ``kind points: words``; a notion counts once however
often it is said. "Broer" and "mij" mean little, with "vieze dingen" between they do.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from .stammen import stam_van_vorm as stam

BESTAND = Path(__file__).resolve().parent / "gegevens" / "signalen.txt"
GENOEG = 4  # points from which the words of a question say that somebody is in danger
ALLES = "alles"  # as kind: counts for each kind, such as "cursus" that makes all harmless


@dataclass(frozen=True)
class Signaal:
    """One notion: its points for a kind of danger, below 0 when it makes things harmless."""

    soort: str
    punten: int
    is_woord: Callable[[str], bool]
    paren: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    def staat_in(self, vormen: Sequence[str]) -> bool:
        if any(map(self.is_woord, vormen)):
            return True
        return not self.paren.isdisjoint(pairwise(map(stam, vormen))) if self.paren else False


def lees(woordtest: Callable[[str], Callable[[str], bool]]) -> tuple[Signaal, ...]:
    """The notions of the file; ``woordtest`` turns choices with ``|`` into a test of a word."""
    regels = BESTAND.read_text(encoding="utf-8").splitlines()
    return tuple(_signaal(regel, woordtest) for regel in regels if regel[:1] not in ("", "#"))


def _signaal(regel: str, woordtest: Callable[[str], Callable[[str], bool]]) -> Signaal:
    kop, _, tekst = regel.partition(": ")
    soort, punten = kop.split()
    delen = tekst.split()
    losse = "|".join(deel for deel in delen if "_" not in deel)
    return Signaal(soort, int(punten), woordtest(losse), frozenset(_paren(delen)))


def _paren(delen: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Two words that stand right after each other, written "niet_meer"."""
    for deel in delen:
        eerste, streep, tweede = deel.partition("_")
        if streep:
            yield stam(eerste), stam(tweede)


def opgeteld(signalen: Iterable[Signaal], vormen: Sequence[str]) -> Mapping[str, int]:
    """{kind: points} of a question."""
    gehoord = [signaal for signaal in signalen if signaal.staat_in(vormen)]
    soorten = {signaal.soort for signaal in gehoord} - {ALLES}
    return {
        soort: sum(signaal.punten for signaal in gehoord if signaal.soort in (soort, ALLES))
        for soort in sorted(soorten)
    }
