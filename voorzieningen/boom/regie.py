"""Choosing who has regie when several things are going on (H4). No database.

An agreement applies when all its themes and conditions are ticked; a main theme covers its
subthemes. Most conditions wins, then most themes; what is equal is shown as equal. An agreement
without themes holds for every theme; one without anything is the fallback.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

A = TypeVar("A")


@dataclass(frozen=True)
class Kandidaat(Generic[A]):
    """An agreement ``wat`` with the primary keys of what it asks for."""

    wat: A
    themas: frozenset[int]
    voorwaarden: frozenset[int]

    @property
    def is_vangnet(self) -> bool:
        return not (self.themas or self.voorwaarden)

    @property
    def gewicht(self) -> tuple[int, int]:
        return len(self.voorwaarden), len(self.themas)


@dataclass(frozen=True)
class Aangekruist:
    """What is ticked; ``ouder_van`` gives the main theme of a subtheme."""

    themas: frozenset[int]
    voorwaarden: frozenset[int] = frozenset()
    ouder_van: Mapping[int, int | None] = field(default_factory=dict)

    def dekt(self, gevraagd: int, thema: int) -> bool:
        """Whether a theme of an agreement is this ticked theme, or the main theme above it."""
        return gevraagd in (thema, self.ouder_van.get(thema))

    def past_bij(self, kandidaat: Kandidaat[A]) -> bool:
        return kandidaat.voorwaarden <= self.voorwaarden and all(
            any(self.dekt(gevraagd, thema) for thema in self.themas)
            for gevraagd in kandidaat.themas
        )

    def gedekt_door(self, kandidaat: Kandidaat[A]) -> frozenset[int]:
        """The ticked themes that an agreement is about; without themes of its own: all."""
        if not kandidaat.themas:
            return self.themas
        return frozenset(
            thema
            for thema in self.themas
            if any(self.dekt(gevraagd, thema) for gevraagd in kandidaat.themas)
        )


@dataclass(frozen=True)
class Keuze(Generic[A]):
    """``regie``: the best agreement, or several that are equal; ``ook``: what else applies;
    ``onbedekt``: ticked themes that nothing covers; ``vangnet``: the fallback, if there is one."""

    regie: tuple[A, ...]
    ook: tuple[A, ...]
    onbedekt: frozenset[int]
    vangnet: A | None


def kies(kandidaten: Iterable[Kandidaat[A]], wat: Aangekruist) -> Keuze[A]:
    """The rule above, for one answer."""
    alle = list(kandidaten)
    past = [k for k in alle if not k.is_vangnet and wat.past_bij(k)]
    hoogste = max((k.gewicht for k in past), default=None)
    beste = [k for k in past if k.gewicht == hoogste]
    gedekt: frozenset[int] = frozenset().union(*(wat.gedekt_door(k) for k in past))
    return Keuze(
        tuple(k.wat for k in beste),
        tuple(k.wat for k in past if k not in beste),
        wat.themas - gedekt,
        next((k.wat for k in alle if k.is_vangnet), None),
    )
