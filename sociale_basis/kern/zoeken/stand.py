"""What every process keeps of the index: which documents are visible and have which facet.

Sets of documents are whole numbers with a bit per document (``verzameling``). The state follows
the index: each search asks for its version (one row) and reads only what changed since.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.db import connection
from django.db.models import Q
from django.utils import timezone

from ..models.zoeken import Document, Facet, Zoekstand
from .registratie import SOORTEN
from .verzameling import bits

SOORT = "soort"  # the facet that every document has
Facetmaskers = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Stand:
    """The documents of one state of the index on one day, as bit sets."""

    zoekstand: Zoekstand
    sleutel: tuple[int, date, bool]
    aantal: int
    zichtbaar: int
    bonus: int
    facetten: Facetmaskers = field(repr=False)

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


def _vers(zoekstand: Zoekstand, sleutel: tuple) -> Stand:
    alle, bonus, facetten = _maskers(Document.objects.all())
    zichtbaar = bits(_zichtbaar(None))
    return Stand(zoekstand, sleutel, alle.bit_count(), zichtbaar, bonus, facetten)


def _bijgewerkt(zoekstand: Zoekstand, sleutel: tuple, vorige: Stand) -> Stand:
    """The state before, with the documents that changed since put in anew."""
    rijen = Document.objects.filter(versie__gt=vorige.zoekstand.versie)
    anders, bonus, nieuw = _maskers(rijen)
    if not anders:
        return Stand(
            zoekstand, sleutel, vorige.aantal, vorige.zichtbaar, vorige.bonus, vorige.facetten
        )
    blijft = ~anders
    zichtbaar = bits(_zichtbaar(list(rijen.values_list("pk", flat=True))))
    facetten = {
        facet: (vorige.facetten.get(facet, 0) & blijft) | nieuw.get(facet, 0)
        for facet in {**vorige.facetten, **nieuw}
    }
    alle = sum(masker.bit_count() for (naam, _), masker in facetten.items() if naam == SOORT)
    return Stand(
        zoekstand,
        sleutel,
        alle,
        (vorige.zichtbaar & blijft) | zichtbaar,
        (vorige.bonus & blijft) | bonus,
        facetten,
    )


def _maskers(rijen: Iterable[Document]) -> tuple[int, int, dict[tuple[str, str], int]]:
    """(all, with bonus, per facet value) of these documents."""
    leden: dict[str, list[int]] = defaultdict(list)
    per_soort: dict[str, list[int]] = defaultdict(list)
    bonus: list[int] = []
    velden = rijen.values_list("pk", "soort", "bonus", "facetten")  # type: ignore[attr-defined]
    for nummer, soort, heeft_bonus, facetten in velden.iterator(chunk_size=5_000):
        per_soort[soort].append(nummer)
        if heeft_bonus:
            bonus.append(nummer)
        for facet in facetten.split(",") if facetten else ():
            leden[facet].append(nummer)
    namen = _facetnamen() if leden else {}
    maskers = {namen[facet]: bits(nummers) for facet, nummers in leden.items() if facet in namen}
    maskers |= {(SOORT, soort): bits(nummers) for soort, nummers in per_soort.items()}
    return bits(nummer for lijst in per_soort.values() for nummer in lijst), bits(bonus), maskers


def _facetnamen() -> dict[str, tuple[str, str]]:
    rijen = Facet.objects.values_list("pk", "naam", "waarde")
    return {str(nummer): (naam, waarde) for nummer, naam, waarde in rijen}


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
