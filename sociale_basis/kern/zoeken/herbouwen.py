"""Rebuilding the index while the site stays up: compared in small portions, each on its own."""

from collections.abc import Callable, Iterator

from django.db import transaction

from .index import PORTIE, begin_opnieuw, vergrendel, verwijder, weesdocumenten, werk_bij
from .registratie import SOORTEN, Soort
from .termen import herstel_tellingen

Voortgang = Callable[[str, int, int], None]


def herbouw(voortgang: Voortgang = lambda soort, gedaan, totaal: None) -> int:  # noqa: ARG005
    """Compare every document with its object; returns how many were wrong.

    ``voortgang(kind, done, total)`` is called after each portion. Every portion is its own
    transaction: searching goes on, and saving waits for a portion, or for the count at the end.
    """
    anders = 0
    for soort in SOORTEN.values():
        for nummers, gedaan, totaal in _porties(soort):
            anders += werk_bij(soort.naam, nummers, grondig=True)
            voortgang(soort.naam, gedaan, totaal)
    with transaction.atomic():
        vergrendel()
        anders += verwijder(list(weesdocumenten()))
        herstel_tellingen()
        begin_opnieuw()  # what the public may see can have changed without any word
    return anders


def _porties(soort: Soort) -> Iterator[tuple[list[int], int, int]]:
    nummers = list(soort.bron().order_by("pk").values_list("pk", flat=True))
    for begin in range(0, len(nummers), PORTIE):
        portie = nummers[begin : begin + PORTIE]
        yield portie, begin + len(portie), len(nummers)
