"""Reading the index: terms and postings.

A posting is read as one number, document * 256 + weight, and all postings of a term as one text:
that is several times faster than a row each, on both databases. What was read is kept for a
while: sixteen megabytes at most, and only while the index stays as it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from django.db.models import Aggregate, F, TextField
from numpy.typing import NDArray

from ..models.zoeken import Posting, Term

Getallen = NDArray[np.signedinteger]

GEWICHTSBITS = 8
GEWICHT = (1 << GEWICHTSBITS) - 1
MEESTE_BEWAARD = 4_000_000  # numbers of four bytes
KLEIN = 1 << 31


class Aaneen(Aggregate):
    """Numbers of a group in one text, with commas."""

    name = "Aaneen"
    output_field = TextField()
    function = "GROUP_CONCAT"

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        sjabloon = "STRING_AGG((%(expressions)s)::text, ',')"
        return self.as_sql(compiler, connection, template=sjabloon, **extra)


@dataclass
class _Voorraad:
    """Postings of one state of the index."""

    stempel: int = 0
    lijsten: dict[int, Getallen] = field(default_factory=dict)
    aantal: int = 0


_voorraad = _Voorraad()


def bekende_termen(stammen: Iterable[str]) -> dict[str, tuple[int, int]]:
    """The stems that stand in the index."""
    rijen = Term.objects.filter(woord__in=list(stammen), df__gt=0)
    return {woord: (nummer, df) for woord, nummer, df in rijen.values_list("woord", "pk", "df")}


def postings(termen: Iterable[int], stempel: int) -> dict[int, Getallen]:
    """{term: its postings by document number}: one query, none for what is at hand.

    ``stempel`` says for which state of the index (``Zoekstand``).
    """
    global _voorraad
    voorraad, gevraagd = _voorraad, list(termen)
    if voorraad.stempel != stempel or voorraad.aantal > MEESTE_BEWAARD:
        voorraad = _voorraad = _Voorraad(stempel)
    nieuw = _gelezen([term for term in gevraagd if term not in voorraad.lijsten])
    voorraad.lijsten.update(nieuw)
    voorraad.aantal += sum(len(lijst) for lijst in nieuw.values())
    return {term: voorraad.lijsten[term] for term in gevraagd if term in voorraad.lijsten}


def _gelezen(termen: list[int]) -> dict[int, Getallen]:
    if not termen:
        return {}
    rijen = (
        Posting.objects.filter(term__in=termen)
        .values("term_id")
        .annotate(lijst=Aaneen(F("document_id") * (GEWICHT + 1) + F("gewicht")))
        .order_by()
    )
    return {rij["term_id"]: _getallen(rij["lijst"]) for rij in rijen}


def _getallen(tekst: str) -> Getallen:
    """Sorted; in four bytes each while the numbers of documents are below eight million."""
    getallen = np.sort(np.fromstring(tekst, dtype=np.int64, sep=","))
    return getallen.astype(np.int32) if getallen[-1] < KLEIN else getallen
