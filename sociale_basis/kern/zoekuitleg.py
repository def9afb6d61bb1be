"""Showing staff how a question is read and what it finds ("zo zoekt dit")."""

from dataclasses import dataclass, field

from .models.zoeken import Document
from .zoeken.kennis import kennis
from .zoeken.zoek import zoek

HOOGSTENS = 8


@dataclass(frozen=True)
class Woorduitleg:
    """One word of the question: what it is searched as, the strongest first."""

    woord: str
    zoekt_ook: list[str] = field(default_factory=list)
    telt: bool = True


@dataclass(frozen=True)
class Zoekuitleg:
    """How a question is read: words, danger, and the titles that it finds first."""

    vraag: str
    woorden: list[Woorduitleg]
    crisis: list[str]
    titels: list[str]
    is_antwoord: bool
    bedoelde: str


def leg_uit(vraag: str) -> Zoekuitleg:
    """Search as a visitor would, and tell what happened; a handful of queries."""
    resultaat = zoek(vraag, per_pagina=HOOGSTENS)
    nummers = {(hit.soort, hit.object_id): plek for plek, hit in enumerate(resultaat.hits)}
    rijen = Document.objects.filter(object_id__in=[hit.object_id for hit in resultaat.hits])
    gevonden = [
        (nummers[soort, nummer], titel)
        for soort, nummer, titel in rijen.values_list("soort", "object_id", "titel")
        if (soort, nummer) in nummers
    ]
    return Zoekuitleg(
        vraag=vraag,
        woorden=_woorden(resultaat.gelezen.begrippen if resultaat.gelezen else []),
        crisis=resultaat.crisis,
        titels=[titel for _plek, titel in sorted(gevonden)],
        is_antwoord=resultaat.is_antwoord,
        bedoelde=resultaat.bedoelde,
    )


def _woorden(begrippen: list) -> list[Woorduitleg]:
    weergave = kennis().synoniemen.weergave
    return [
        Woorduitleg(
            begrip.tekst,
            [
                weergave.get(stam, stam)
                for stam, _gewicht in sorted(begrip.stammen.items(), key=lambda paar: -paar[1])
                if stam != begrip.stam
            ][:HOOGSTENS],
            begrip.telt and not begrip.vaag,
        )
        for begrip in begrippen
    ]
