"""Filters and the counts beside them, as bit sets of documents."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import and_, or_

from .plaats import Plek
from .registratie import Herkend
from .stand import Stand


@dataclass(frozen=True)
class Filters:
    """What a visitor chose.

    ``facetten``: {name: values}, whole ("geld|Geldzorgen") or as they stand in an address
    ("geld"); any value of a name, every name. ``straal``: metres around ``punt`` (lat, lon).
    ``alleen``: {kind: object ids}, for what only the app knows, such as what is open now; kinds
    that are not in it are left out. ``ook``: {name: value}, which comes along with any other
    value of that name that exists: a wijk also has what is there for everybody.
    """

    facetten: Mapping[str, Collection[str]] = field(default_factory=dict)
    straal: int | None = None
    punt: tuple[float, float] | None = None
    alleen: Mapping[str, Collection[int]] | None = None
    ook: Mapping[str, str] = field(default_factory=dict)

    def met(self, herkend: Herkend) -> "Filters":
        """With what was recognised in the question; what the visitor chose goes first."""
        return replace(self, facetten={**herkend.facetten, **self.facetten})


@dataclass(frozen=True)
class Ruimte:
    """Filters as bit sets: one per facet name, and one for the rest."""

    per_facet: Mapping[str, int]
    rest: int

    def binnen(self, documenten: int, behalve: str = "") -> int:
        """Those of ``documenten`` that all filters let through, but for one facet name."""
        maskers = (masker for naam, masker in self.per_facet.items() if naam != behalve)
        return reduce(and_, maskers, documenten & self.rest)


def ruimte(filters: Filters, stand: Stand) -> Ruimte:
    """From memory alone."""
    rest = stand.zichtbaar
    if filters.straal is not None and filters.punt is not None:
        rest &= stand.register.binnen_straal(rest, Plek.van(filters.punt), filters.straal)
    if filters.alleen is not None:
        rest &= stand.register.documenten(filters.alleen)
    return Ruimte(maskers(filters, stand), rest)


def maskers(filters: Filters, stand: Stand) -> dict[str, int]:
    """Per facet name that was chosen: the documents with one of its values."""
    gekozen = {
        naam: reduce(or_, (stand.met(naam, str(waarde)) for waarde in waarden), 0)
        for naam, waarden in filters.facetten.items()
        if waarden
    }
    for naam, waarde in filters.ook.items():
        if gekozen.get(naam):
            gekozen[naam] |= stand.met(naam, waarde)
    return gekozen


def voorkeur(herkend: Herkend, stand: Stand) -> int:
    """The documents that go first among equals."""
    facetten = ((naam, waarde) for naam, lijst in herkend.voorkeur.items() for waarde in lijst)
    return reduce(or_, (stand.facetten.get(facet, 0) for facet in facetten), 0)


def tel_facetten(documenten: int, ruimte_: Ruimte, stand: Stand) -> dict[str, dict[str, int]]:
    """{name: {value: count}}: how many results each choice gives, under the other filters."""
    geteld: dict[str, dict[str, int]] = defaultdict(dict)
    basis = ruimte_.binnen(documenten)
    for (naam, waarde), masker in stand.facetten.items():
        gekozen = naam in ruimte_.per_facet
        telbaar = ruimte_.binnen(documenten, behalve=naam) if gekozen else basis
        aantal = (masker & telbaar).bit_count()
        if aantal:
            geteld[naam][waarde] = aantal
    return dict(geteld)
