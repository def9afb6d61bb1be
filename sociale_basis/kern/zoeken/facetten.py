"""Filters and the counts beside them, as bit sets of documents."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_

from django.db.models import Q

from ..models.zoeken import Document, Documentpunt
from .plaats import Plek, afstand2, rond
from .registratie import Herkend
from .stand import Stand
from .verzameling import bits


@dataclass(frozen=True)
class Filters:
    """What a visitor chose.

    ``facetten``: {name: values}; any value of a name, every name. ``straal``: metres around
    ``punt`` (lat, lon). ``alleen``: {kind: object ids}, for what only the app knows, such as
    what is open now; kinds that are not in it are left out.
    """

    facetten: Mapping[str, Collection[str]] = field(default_factory=dict)
    straal: int | None = None
    punt: tuple[float, float] | None = None
    alleen: Mapping[str, Collection[int]] | None = None

    def met(self, herkend: Herkend) -> "Filters":
        """With what was recognised in the question; what the visitor chose goes first."""
        return Filters({**herkend.facetten, **self.facetten}, self.straal, self.punt, self.alleen)


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
    """One query for a radius and one for ``alleen``; none for facets."""
    rest = stand.zichtbaar
    if filters.straal is not None and filters.punt is not None:
        rest &= _binnen_straal(Plek.van(filters.punt), filters.straal)
    if filters.alleen is not None:
        rest &= _alleen(filters.alleen)
    return Ruimte(maskers(filters, stand), rest)


def maskers(filters: Filters, stand: Stand) -> dict[str, int]:
    """Per facet name that was chosen: the documents with one of its values."""
    return {
        naam: reduce(or_, (stand.facetten.get((naam, str(w)), 0) for w in waarden), 0)
        for naam, waarden in filters.facetten.items()
        if waarden
    }


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


def _alleen(nummers: Mapping[str, Collection[int]]) -> int:
    keuze = Q(pk__in=[])
    for soort, object_ids in nummers.items():
        keuze |= Q(soort=soort, object_id__in=list(object_ids))
    return bits(Document.objects.filter(keuze).values_list("pk", flat=True))


def _binnen_straal(plek: Plek, meters: int) -> int:
    rijen = rond(Documentpunt.objects.all(), plek, meters)
    grens = meters * meters
    return bits(
        nummer
        for nummer, lat, lon in rijen.values_list("document_id", "lat", "lon")
        if afstand2(plek, lat, lon) <= grens
    )
