"""Layers, provisions and the steps between them as a graph (H3). No database.

Upward steps never form a circle and never go down a layer; steps back never go up. A layer's
steps apply to its provisions; a provision's own steps replace those of the same kind.
"""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

OMHOOG = ("ondersteuning", "overnemen")
TERUG = ("afschalen",)


class Fout(Enum):
    """Why a step cannot be; the words for people stand with the model."""

    ZELFDE = "from here to here"
    ZONDER_LAAG = "an end has no layer"
    GEEN_ANDERE_LAAG = "the step of a whole layer stays in that layer"
    OMLAAG = "a step up goes down a layer"
    OMHOOG = "a step back goes up a layer"
    KRING = "one comes back where one began"


@dataclass(frozen=True)
class Knoop:
    """A layer or a provision, by its primary key; below zero what has none yet."""

    soort: str
    nummer: int

    @classmethod
    def van_rij(cls, laag: int | None, voorziening: int | None) -> "Knoop | None":
        """The one end that is filled in; None where it is none or both."""
        if (laag is None) == (voorziening is None):
            return None
        return cls("laag", laag) if laag is not None else cls("voorziening", voorziening or 0)


@dataclass(frozen=True)
class Pijl:
    """One step: ``soort`` is a value of ``Stap.Soort``, ``nummer`` its primary key if any."""

    van: Knoop
    naar: Knoop
    soort: str
    nummer: int | None = None

    @property
    def richting(self) -> tuple[str, ...]:
        """The kinds of step that go the same way as this one."""
        return TERUG if self.soort in TERUG else OMHOOG


@dataclass(frozen=True)
class Graaf:
    """All steps, with the rank of each layer (low = near the roots) and the layer of provisions."""

    pijlen: tuple[Pijl, ...]
    rang: Mapping[int, int]
    laag_van: Mapping[int, int | None]

    def laag(self, knoop: Knoop) -> int | None:
        """The primary key of the layer that a node is or belongs to."""
        nummer = knoop.nummer if knoop.soort == "laag" else self.laag_van.get(knoop.nummer)
        return nummer if nummer in self.rang else None

    def hoogte(self, knoop: Knoop) -> int | None:
        laag = self.laag(knoop)
        return None if laag is None else self.rang[laag]

    def vanaf(self, knoop: Knoop, soorten: tuple[str, ...] = (*OMHOOG, *TERUG)) -> list[Pijl]:
        """The steps one can take from here: its own, and those of its layer of other kinds."""
        eigen = [*self._per_begin.get(knoop, ())]
        laag = self.laag(knoop)
        if knoop.soort == "voorziening" and laag is not None:
            soorten_eigen = {pijl.soort for pijl in eigen}
            van_laag = self._per_begin.get(Knoop("laag", laag), ())
            eigen += [
                pijl for pijl in van_laag if pijl.soort not in soorten_eigen and pijl.naar != knoop
            ]
        return [pijl for pijl in eigen if pijl.soort in soorten]

    @cached_property
    def _per_begin(self) -> Mapping[Knoop, list[Pijl]]:
        per_begin: dict[Knoop, list[Pijl]] = defaultdict(list)
        for pijl in self.pijlen:
            per_begin[pijl.van].append(pijl)
        return per_begin

    def komt_bij(self, begin: Knoop, doel: Knoop, soorten: tuple[str, ...]) -> bool:
        """Whether steps of these kinds lead from one node to another."""
        return any(knoop == doel for knoop in self.wandel(begin, soorten))

    def wandel(self, begin: Knoop, soorten: tuple[str, ...]) -> Iterator[Knoop]:
        """Every node that steps of these kinds lead to, the first one included, each once."""
        gezien, wacht = {begin}, [begin]
        while wacht:
            knoop = wacht.pop()
            yield knoop
            verder = {pijl.naar for pijl in self.vanaf(knoop, soorten)} - gezien
            gezien |= verder
            wacht += verder

    def fout(self, pijl: Pijl) -> Fout | None:
        """Why this step cannot stand beside the others; None when it can."""
        return self._fout_op_plek(pijl) or self._fout_in_kring(pijl)

    def _fout_op_plek(self, pijl: Pijl) -> Fout | None:
        van, naar = self.hoogte(pijl.van), self.hoogte(pijl.naar)
        if pijl.van == pijl.naar:
            return Fout.ZELFDE
        if van is None or naar is None:
            return Fout.ZONDER_LAAG
        if pijl.van.soort == "laag" and van == naar:
            return Fout.GEEN_ANDERE_LAAG
        return self._verkeerde_kant(pijl, naar - van)

    @staticmethod
    def _verkeerde_kant(pijl: Pijl, stijging: int) -> Fout | None:
        if pijl.soort in TERUG:
            return Fout.OMHOOG if stijging > 0 else None
        return Fout.OMLAAG if stijging < 0 else None

    def _fout_in_kring(self, pijl: Pijl) -> Fout | None:
        return Fout.KRING if self.komt_bij(pijl.naar, pijl.van, pijl.richting) else None

    def fouten(self) -> dict[Pijl, Fout]:
        """Every step that breaks a rule beside the others, with the rule.

        In a time that grows with the number of steps, as long as there is no circle.
        """
        op_plek = {pijl: fout for pijl in self.pijlen if (fout := self._fout_op_plek(pijl))}
        recht = tuple(pijl for pijl in self.pijlen if pijl not in op_plek)
        return op_plek | Graaf(recht, self.rang, self.laag_van)._in_kringen()

    def _in_kringen(self) -> dict[Pijl, Fout]:
        stuk = {soorten for soorten in (OMHOOG, TERUG) if not self._is_kringvrij(soorten)}
        verdacht = (pijl for pijl in self.pijlen if pijl.richting in stuk)
        return {pijl: fout for pijl in verdacht if (fout := self._fout_in_kring(pijl))}

    def _is_kringvrij(self, soorten: tuple[str, ...]) -> bool:
        knopen = {knoop for pijl in self.pijlen for knoop in (pijl.van, pijl.naar)}
        doelen = {k: {pijl.naar for pijl in self.vanaf(k, soorten)} for k in knopen}
        try:
            TopologicalSorter(doelen).prepare()
        except CycleError:
            return False
        return True

    def kring(self, pijl: Pijl) -> tuple[Pijl, ...]:
        """The steps that lead back to where this one begins, itself first; () if none do."""
        wegen: deque[tuple[Pijl, ...]] = deque([(pijl,)])
        gezien = {pijl.naar}
        while wegen:
            weg = wegen.popleft()
            if weg[-1].naar == pijl.van:
                return weg
            for verder in self.vanaf(weg[-1].naar, pijl.richting):
                if verder.naar not in gezien:
                    gezien.add(verder.naar)
                    wegen.append((*weg, verder))
        return ()
