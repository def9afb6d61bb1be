"""What every process keeps of the index: which documents are visible and have which facet.

Sets of documents are whole numbers with a bit per document (``verzameling``). The state follows
the index: each search asks for its version (one row) and reads only what changed since.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from django.conf import settings
from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from ..models.zoeken import Document, Documentpunt, Facet, Zoekstand
from .register import SOORT, Register
from .registratie import SOORTEN
from .verzameling import bits

Facetmaskers = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Stand:
    """The documents of one state of the index on one day, as bit sets; and what each of them is."""

    zoekstand: Zoekstand
    sleutel: tuple[int, date, bool]
    aantal: int
    zichtbaar: int
    bonus: int
    facetten: Facetmaskers = field(repr=False)
    register: Register = field(repr=False)

    def met(self, naam: str, waarde: str) -> int:
        """The documents with a facet value, as a bit set; "geld" finds "geld|Geldzorgen" too."""
        return self.facetten.get((naam, waarde), 0) | self._met_code.get((naam, waarde), 0)

    @cached_property
    def _met_code(self) -> Facetmaskers:
        """By what stands before the bar: a name may have changed since, the code stays."""
        maskers: dict[tuple[str, str], int] = defaultdict(int)
        for (naam, waarde), masker in self.facetten.items():
            code, streep, _naam = waarde.partition("|")
            if streep:
                maskers[naam, code] |= masker
        return dict(maskers)

    def volgt_op(self, zoekstand: Zoekstand) -> bool:
        """Whether the index only grew versions since this state.

        The same version with another stamp is not this state: something was rolled back, or a
        backup was put in place.
        """
        oud = self.zoekstand
        return oud.kenmerk == zoekstand.kenmerk and (
            oud.versie < zoekstand.versie or oud.stempel == zoekstand.stempel
        )


_bewaard: Stand | None = None  # as committed: newer states can build on it
_tijdelijk: Stand | None = None  # read inside a transaction that may be rolled back


def stand(zoekstand: Zoekstand) -> Stand:
    """The state in memory for this state of the index; no query when nothing changed."""
    global _bewaard, _tijdelijk
    sleutel = (zoekstand.stempel, timezone.localdate(), _verbergt())
    for bekend in (_bewaard, _tijdelijk):
        if bekend is not None and bekend.sleutel == sleutel:
            return bekend
    nieuw = _lees(zoekstand, sleutel, _bewaard)
    if connection.in_atomic_block:
        _tijdelijk = nieuw
    else:
        _bewaard = nieuw
    return nieuw


def _verbergt() -> bool:
    return bool(settings.VERBERG_LANG_NIET_GECONTROLEERD)


def _lees(zoekstand: Zoekstand, sleutel: tuple, vorige: Stand | None) -> Stand:
    if vorige is None or not vorige.volgt_op(zoekstand) or vorige.sleutel[1:] != sleutel[1:]:
        return _vers(zoekstand, sleutel)
    return _bijgewerkt(zoekstand, sleutel, vorige)


@dataclass(frozen=True)
class Gelezen:
    """Documents as they are stored: all of them, those with bonus, and those per facet value."""

    alle: int
    bonus: int
    facetten: Facetmaskers
    register: Register


def _vers(zoekstand: Zoekstand, sleutel: tuple) -> Stand:
    nu = _gelezen(Document.objects.all(), Documentpunt.objects.all())
    zichtbaar = bits(_zichtbaar(None))
    return Stand(
        zoekstand, sleutel, nu.alle.bit_count(), zichtbaar, nu.bonus, nu.facetten, nu.register
    )


def _bijgewerkt(zoekstand: Zoekstand, sleutel: tuple, vorige: Stand) -> Stand:
    """The state before, with the documents that changed since put in anew."""
    sinds = vorige.zoekstand.versie
    rijen = Document.objects.filter(versie__gt=sinds)
    nieuw = _gelezen(rijen, Documentpunt.objects.filter(document__versie__gt=sinds))
    if not nieuw.alle:
        return replace(vorige, zoekstand=zoekstand, sleutel=sleutel)
    blijft = ~nieuw.alle
    facetten = {
        facet: (vorige.facetten.get(facet, 0) & blijft) | nieuw.facetten.get(facet, 0)
        for facet in {**vorige.facetten, **nieuw.facetten}
    }
    return Stand(
        zoekstand,
        sleutel,
        sum(masker.bit_count() for (naam, _), masker in facetten.items() if naam == SOORT),
        (vorige.zichtbaar & blijft) | bits(_zichtbaar(list(rijen.values_list("pk", flat=True)))),
        (vorige.bonus & blijft) | nieuw.bonus,
        facetten,
        vorige.register.bijgewerkt(nieuw.register, nieuw.alle),
    )


def _gelezen(rijen: QuerySet[Document], punten: QuerySet[Documentpunt]) -> Gelezen:
    """Three queries: the documents, their points, and the names of facets."""
    leden: dict[str, list[int]] = defaultdict(list)
    dingen: list[tuple[int, str, int]] = []
    bonus: list[int] = []
    velden = rijen.values_list("pk", "soort", "object_id", "bonus", "facetten")
    for nummer, soort, object_id, heeft_bonus, facetten in velden.iterator(chunk_size=5_000):
        dingen.append((nummer, soort, object_id))
        if heeft_bonus:
            bonus.append(nummer)
        for facet in facetten.split(",") if facetten else ():
            leden[facet].append(nummer)
    register = Register.van(dingen, punten.values_list("document_id", "lat", "lon"))
    return Gelezen(register.alle, bits(bonus), _maskers(leden) | register.per_soort(), register)


def _maskers(leden: Mapping[str, list[int]]) -> dict[tuple[str, str], int]:
    """From {number of a facet: documents} to bit sets by name and value."""
    if not leden:
        return {}
    rijen = Facet.objects.values_list("pk", "naam", "waarde")
    namen = {str(nummer): (naam, waarde) for nummer, naam, waarde in rijen}
    return {namen[facet]: bits(nummers) for facet, nummers in leden.items() if facet in namen}


def _zichtbaar(nummers: list[int] | None) -> Iterator[int]:
    """Documents that the public may see today, of those given or of all: one query."""
    mag = Q(pk__in=[])
    for soort in SOORTEN.values():
        rijen = soort.zichtbaar().order_by().values("pk")
        mag |= Q(soort=soort.naam, object_id__in=rijen)
    documenten = Document.objects.filter(mag)
    if nummers is not None:
        documenten = documenten.filter(pk__in=nummers)
    yield from documenten.values_list("pk", flat=True)
