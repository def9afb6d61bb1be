"""Taking long words apart: 'formulierenbrigade' is about 'formulieren'.

The hand list (a table that staff edit) comes first: the dictionary holds 'jeugdhulp' and
'buurthuis' as words of their own. A word is split only where a listed part begins or ends it
and the rest is a listed part or a Dutch word; else the dictionary's own analysis counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from . import woordenboek

KORTSTE_WOORD = 6
KORTSTE_REST = 4
TUSSENLETTERS = ("", "s", "en", "n", "e", "er")


@dataclass
class Splitser:
    """Splits words with the parts given; remembers what it found."""

    delen: frozenset[str]
    heel: frozenset[str] = frozenset()
    _gezien: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def splits(self, woord: str) -> tuple[str, ...]:
        """The parts of a folded word, () for a word that stays whole."""
        if woord not in self._gezien:
            if len(self._gezien) > 50_000:
                self._gezien.clear()
            self._gezien[woord] = self._splits(woord)
        return self._gezien[woord]

    def _splits(self, woord: str) -> tuple[str, ...]:
        if len(woord) < KORTSTE_WOORD or not woord.isalpha() or self._blijft_heel(woord):
            return ()
        mogelijk = [paar for paar in self._paren(woord) if self._past(*paar)]
        if not mogelijk:
            return woordenboek.delen(woord)
        links, rechts = max(mogelijk, key=self._voorkeur)
        return tuple(deel for kant in (links, rechts) for deel in self._verder(kant))

    def _verder(self, woord: str) -> tuple[str, ...]:
        """A listed part is not taken apart again."""
        return (woord,) if self._is_deel(woord) else self.splits(woord) or (woord,)

    def _blijft_heel(self, woord: str) -> bool:
        return any(woord in (heel, heel + "s", heel + "en") for heel in self._kandidaat(woord))

    def _kandidaat(self, woord: str) -> set[str]:
        return {woord, woord[:-1], woord[:-2]} & self.heel

    def _paren(self, woord: str) -> Iterator[tuple[str, str]]:
        """Each way to cut the word in two, with and without letters in between."""
        for plek in range(3, len(woord) - 2):
            for tussen in TUSSENLETTERS:
                if woord.startswith(tussen, plek) and len(woord) - plek - len(tussen) > 2:
                    yield woord[:plek], woord[plek + len(tussen) :]

    def _past(self, links: str, rechts: str) -> bool:
        links_bekend, rechts_bekend = self._is_deel(links), self._is_deel(rechts)
        if links_bekend and rechts_bekend:
            return True
        if links_bekend:
            return self._is_woord(rechts) or bool(self.splits(rechts))
        return rechts_bekend and self._is_woord(links)

    def _is_deel(self, woord: str) -> bool:
        """A listed part, or one in the plural or as a diminutive."""
        return (
            woord in self.delen
            or woord in self.heel
            or any(
                woord.endswith(einde) and woord[: -len(einde)] in self.delen
                for einde in ("en", "s", "je", "jes", "tje")
            )
        )

    @staticmethod
    def _is_woord(woord: str) -> bool:
        return len(woord) >= KORTSTE_REST and woordenboek.kent(woord)

    def _voorkeur(self, paar: tuple[str, str]) -> tuple[int, int, str]:
        """Both parts listed before one; then the split that leaves the fewest letters out."""
        links, rechts = paar
        bekend = self._is_deel(links) + self._is_deel(rechts)
        return bekend, len(links) + len(rechts), links
