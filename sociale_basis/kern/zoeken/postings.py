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
MEESTE_TERMEN = 50_000
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
    """Terms and postings of one state of the index; None for a stem that stands nowhere."""

    stempel: int = 0
    termen: dict[str, tuple[int, int] | None] = field(default_factory=dict)
    lijsten: dict[int, Getallen] = field(default_factory=dict)
    aantal: int = 0


_voorraad = _Voorraad()


def bekende_termen(stammen: Iterable[str], stempel: int) -> dict[str, tuple[int, int]]:
    """{stem: (number, documents that have it)} of those in the index; one query, none for what
    is at hand."""
    gevraagd, bekend = list(stammen), _van(stempel).termen
    nieuw = [stam for stam in gevraagd if stam not in bekend]
    if nieuw:
        rijen = Term.objects.filter(woord__in=nieuw, df__gt=0)
        bekend.update(dict.fromkeys(nieuw))
        bekend.update({w: (nummer, df) for w, nummer, df in rijen.values_list("woord", "pk", "df")})
    gevonden = ((stam, bekend[stam]) for stam in gevraagd)
    return {stam: term for stam, term in gevonden if term is not None}


def postings(termen: Iterable[int], stempel: int) -> dict[int, Getallen]:
    """{term: its postings by document number}: one query, none for what is at hand.

    ``stempel`` says for which state of the index (``Zoekstand``).
    """
    voorraad, gevraagd = _van(stempel), list(termen)
    nieuw = _gelezen([term for term in gevraagd if term not in voorraad.lijsten])
    voorraad.lijsten.update(nieuw)
    voorraad.aantal += sum(len(lijst) for lijst in nieuw.values())
    return {term: voorraad.lijsten[term] for term in gevraagd if term in voorraad.lijsten}


def _van(stempel: int) -> _Voorraad:
    """What is at hand of this state; a fresh store when it is another one or too full."""
    global _voorraad
    voorraad = _voorraad
    vol = voorraad.aantal > MEESTE_BEWAARD or len(voorraad.termen) > MEESTE_TERMEN
    if voorraad.stempel != stempel or vol:
        voorraad = _voorraad = _Voorraad(stempel)
    return voorraad


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
