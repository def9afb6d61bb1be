"""From a text to words as the index knows them; the same on both databases, no query here."""

from dataclasses import dataclass
from functools import lru_cache

from ..models.zoeken import WOORDLENGTE
from .samenstellingen import Splitser
from .stammen import stam
from .stopwoorden import KOPPEN, is_stopwoord
from .tekst import woorddelen


@dataclass(frozen=True, slots=True)
class Woord:
    """One word of a text: as written (folded), its stem, and the stems of its parts."""

    vorm: str
    stam: str
    delen: tuple[str, ...] = ()
    is_stop: bool = False


MEESTE_BEWAARD = 50_000  # words that are kept as read


class Analyse:
    """Reads texts with the compound parts given."""

    def __init__(self, splitser: Splitser) -> None:
        self.splitser = splitser
        self._woord = lru_cache(MEESTE_BEWAARD)(self._lees_woord)

    def woorden(self, tekst: str) -> list[Woord]:
        """All words of a text in order, stop words too."""
        return [self._woord(delen) for delen in woorddelen(tekst)]

    def woord(self, vorm: str) -> Woord:
        """One word that is folded already."""
        return self._woord((vorm,))

    def _lees_woord(self, koppeldelen: tuple[str, ...]) -> Woord:
        vorm = "".join(koppeldelen)[:WOORDLENGTE]
        if len(koppeldelen) == 1 and is_stopwoord(vorm):
            return Woord(vorm, stam(vorm), is_stop=True)
        return Woord(vorm, stam(vorm), self._stammen_van_delen(vorm, koppeldelen))

    def _stammen_van_delen(self, vorm: str, koppeldelen: tuple[str, ...]) -> tuple[str, ...]:
        """Each part once, in order; parts around a hyphen are split further."""
        if len(koppeldelen) == 1:
            delen = _zonder_kop(self.splitser.splits(vorm))
        else:
            delen = tuple(
                deel
                for stuk in koppeldelen
                for deel in (stuk, *self.splitser.splits(stuk))
                if len(stuk) > 2
            )
        eigen = stam(vorm)
        stammen = (stam(deel) for deel in delen if not is_stopwoord(deel))
        return tuple(dict.fromkeys(deel for deel in stammen if deel != eigen))


def _zonder_kop(delen: tuple[str, ...]) -> tuple[str, ...]:
    """'vuurwerk' is not about work: such a last part only says what kind of thing it is."""
    return delen[:-1] if delen and delen[-1] in KOPPEN else delen
