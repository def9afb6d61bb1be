"""The boom as a drawing: where every line, leaf and word comes. No database, no HTML.

Two sizes of the same tree: broad for a screen or paper, slim for a phone. The template turns it
into SVG; colours stand in boom.css. Coordinates are units of the view box.
"""

from ..opbouw import Boom
from .bladeren import Bladeren
from .hout import Hout
from .maten import BREED, SMAL
from .pijlen import Pijlen
from .wortels import Wortels


class Tekening(Hout, Bladeren, Pijlen, Wortels):
    """One drawing of a boom that has at least one layer."""

    @property
    def kader(self) -> str:
        return f"0 0 {self.breedte:g} {self.hoogte:g}"


def tekeningen(boom: Boom) -> tuple[Tekening, ...]:
    """The broad and the slim drawing; none of a boom without layers."""
    return tuple(Tekening(boom, maat) for maat in (BREED, SMAL)) if boom.delen else ()
