"""Facet values and points of documents, written in bulk."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ..models.zoeken import Documentpunt, Facet
from .inhoud import Facetwaarde


def facetnummers(facetten: Iterable[Facetwaarde]) -> dict[Facetwaarde, int]:
    """The number of each facet value; new values are added."""
    gevraagd = set(facetten)
    bekend = _bekend(gevraagd)
    nieuw = sorted(gevraagd - bekend.keys())
    if nieuw:
        Facet.objects.bulk_create([Facet(naam=naam, waarde=waarde) for naam, waarde in nieuw])
        bekend = _bekend(gevraagd)
    return bekend


def _bekend(facetten: set[Facetwaarde]) -> dict[Facetwaarde, int]:
    rijen = Facet.objects.filter(
        naam__in={naam for naam, _ in facetten}, waarde__in={waarde for _, waarde in facetten}
    )
    return {(facet.naam, facet.waarde): facet.pk for facet in rijen}


def bewaar_punten(punten: Mapping[int, list[tuple[int, int]]]) -> set[int]:
    """Make these the points of the documents; returns the documents that had others."""
    oud: dict[int, list[tuple[int, int]]] = defaultdict(list)
    rijen = Documentpunt.objects.filter(document__in=punten)
    for nummer, lat, lon in rijen.values_list("document_id", "lat", "lon"):
        oud[nummer].append((lat, lon))
    anders = {nummer for nummer, lijst in punten.items() if sorted(oud[nummer]) != lijst}
    if anders:
        Documentpunt.objects.filter(document__in=anders).delete()
        Documentpunt.objects.bulk_create(
            Documentpunt(document_id=nummer, lat=lat, lon=lon)
            for nummer in sorted(anders)
            for lat, lon in punten[nummer]
        )
    return anders
