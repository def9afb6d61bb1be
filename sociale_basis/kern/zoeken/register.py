"""What every process keeps of each document: which object it is, and where it can be found.

Arrays with a place for every document number: about 20 bytes per document.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from .plaats import Plek, afstand2
from .postings import Getallen
from .verzameling import als_vlak, bits

SOORT = "soort"  # the facet that every document has
GEEN = -1  # the kind of a number that no document has


@dataclass(frozen=True)
class Register:
    """``soort`` is a place in ``soorten``, or ``GEEN``; ``punten`` has three rows: document,
    lat and lon in hundred-thousandths of a degree."""

    soorten: tuple[str, ...]
    soort: NDArray[np.int16]
    object_id: Getallen
    punten: Getallen

    @classmethod
    def van(
        cls,
        documenten: Iterable[tuple[int, str, int]],
        punten: Iterable[tuple[int, int, int]] = (),
    ) -> Self:
        """From (number, kind, object) and (number, lat, lon)."""
        rijen = list(documenten)
        soorten = tuple(sorted({soort for _nummer, soort, _object in rijen}))
        plek = {soort: nummer for nummer, soort in enumerate(soorten)}
        lengte = max((nummer for nummer, *_rest in rijen), default=-1) + 1
        soort_van = np.full(lengte, GEEN, dtype=np.int16)
        object_van = np.zeros(lengte, dtype=np.int64)
        for nummer, soort, object_id in rijen:
            soort_van[nummer], object_van[nummer] = plek[soort], object_id
        vlak = np.array(list(punten), dtype=np.int64).reshape(-1, 3).T
        return cls(soorten, soort_van, object_van, vlak)

    @property
    def alle(self) -> int:
        """All documents, as a bit set."""
        return bits(np.nonzero(self.soort != GEEN)[0])

    def per_soort(self) -> dict[tuple[str, str], int]:
        """The documents of each kind, as the facet that every document has."""
        return {
            (SOORT, self.soorten[plek]): bits(np.nonzero(self.soort == plek)[0])
            for plek in np.unique(self.soort[self.soort != GEEN])
        }

    def ding(self, nummer: int) -> tuple[str, int] | None:
        """The kind and object of a document; None when there is no such document."""
        if nummer >= len(self.soort) or self.soort[nummer] == GEEN:
            return None
        return self.soorten[self.soort[nummer]], int(self.object_id[nummer])

    def documenten(self, objecten: Mapping[str, Collection[int]]) -> int:
        """The bit set of the documents of these objects: {kind: object ids}."""
        gekozen = np.zeros(len(self.soort), dtype=np.bool_)
        for plek, soort in enumerate(self.soorten):
            nummers = np.fromiter(objecten.get(soort, ()), dtype=np.int64)
            gekozen |= (self.soort == plek) & np.isin(self.object_id, nummers)
        return bits(np.nonzero(gekozen)[0])

    def afstanden(self, documenten: int, plek: Plek) -> tuple[Getallen, Getallen]:
        """(document, squared metres) for each point of the documents of a bit set."""
        nummers, lat, lon = self.punten
        if not len(nummers):
            return nummers, nummers
        erbij = als_vlak(documenten, int(nummers.max()) + 1)[nummers]
        return nummers[erbij], afstand2(plek, lat[erbij], lon[erbij])

    def binnen_straal(self, documenten: int, plek: Plek, meters: int) -> int:
        """Those of a bit set that have a point this near."""
        nummers, kwadraat = self.afstanden(documenten, plek)
        return bits(np.unique(nummers[kwadraat <= meters * meters]))

    def bijgewerkt(self, nieuw: Self, anders: int) -> Self:
        """With the documents of ``anders`` (a bit set) as they stand in ``nieuw``."""
        soorten = tuple(sorted({*self.soorten, *nieuw.soorten}))
        lengte = max(len(self.soort), len(nieuw.soort))
        soort, object_id = self._op_lengte(lengte, soorten)
        soort_nieuw, object_nieuw = nieuw._op_lengte(lengte, soorten)
        vlak = als_vlak(anders, lengte)
        blijft = ~als_vlak(anders, int(self.punten[0].max(initial=0)) + 1)[self.punten[0]]
        return type(self)(
            soorten,
            np.where(vlak, soort_nieuw, soort),
            np.where(vlak, object_nieuw, object_id),
            np.concatenate([self.punten[:, blijft], nieuw.punten], axis=1),
        )

    def _op_lengte(
        self, lengte: int, soorten: tuple[str, ...]
    ) -> tuple[NDArray[np.int16], Getallen]:
        """The kinds and objects for a longer list of documents and of kinds."""
        # A number without a document has the last place, which is GEEN again.
        plekken = np.array([soorten.index(soort) for soort in self.soorten] + [GEEN], np.int16)
        erbij = lengte - len(self.soort)
        soort = np.pad(plekken[self.soort], (0, erbij), constant_values=GEEN)
        return soort, np.pad(self.object_id, (0, erbij))
