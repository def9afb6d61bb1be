"""``zoek()``: from a question to a page of results with counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from ..models.zoeken import Document
from .crisis import gevaren
from .facetten import Filters, tel_facetten
from .kennis import Kennis
from .registratie import Herkend
from .treffers import Treffers
from .volgorde import afwisselend, bij_afstand, bij_naam, bij_relevantie
from .vondst import Vondst, vind
from .vraag import Vraag

PER_PAGINA = 20

Punt = tuple[float, float]


@dataclass(frozen=True)
class Hit:
    """One result; ``dekking`` is how much of the question it covers, 0 to 1000."""

    soort: str
    object_id: int
    score: int
    dekking: int


@dataclass(frozen=True)
class Resultaat:
    """What ``zoek()`` found.

    ``facetten``: {name: {value: count}}, each name counted under the other filters.
    ``is_antwoord`` False: nothing fits, and no hit may be shown as the answer; ``dichtstbij``
    has words to try then. ``bedoelde``: the question with typing errors put right, which is what
    was searched. ``crisis``: kinds of danger (``Crisiswoord.Soort``). ``herkend``: what
    recognisers understood; ``losgelaten`` when nothing was left within it. ``weet``: the word
    lists it was read with, for marking and counting without asking again.
    """

    vraag: str
    hits: list[Hit]
    totaal: int
    facetten: Mapping[str, Mapping[str, int]]
    is_antwoord: bool
    bedoelde: str = ""
    crisis: list[str] = field(default_factory=list)
    herkend: Herkend = field(default_factory=lambda: Herkend(""))
    losgelaten: bool = False
    dichtstbij: list[str] = field(default_factory=list)
    gelezen: Vraag | None = field(default=None, repr=False)
    weet: Kennis | None = field(default=None, repr=False)


def zoek(
    vraag: str,
    filters: Filters | None = None,
    pagina: int = 1,
    per_pagina: int = PER_PAGINA,
    volgorde: str = "relevantie",
    punt: Punt | None = None,
) -> Resultaat:
    """Search everything that is registered and visible.

    ``volgorde`` is "relevantie", "dichtbij" (needs ``punt``: lat, lon) or "naam". Without words
    it gives everything within the filters, by name. A page past the last one has no hits. Three
    to six queries, whatever the number of results.
    """
    vondst = vind(vraag)
    kader, losgelaten = vondst.kader(filters or Filters())
    gevonden = kader.binnen(vondst.basis)
    begin = max(0, pagina - 1) * per_pagina
    nummers = _bladzijde(vondst, gevonden, volgorde, punt, slice(begin, begin + per_pagina))
    return Resultaat(
        vraag=vraag,
        hits=_hits(nummers, vondst.treffers),
        totaal=gevonden.bit_count(),
        facetten=tel_facetten(vondst.basis, kader, vondst.staat),
        is_antwoord=vondst.past(gevonden),
        bedoelde=vondst.bedoelde,
        crisis=gevaren(vondst.weet.crisis, vraag),
        herkend=vondst.herkend,
        losgelaten=losgelaten,
        dichtstbij=vondst.dichtstbij(),
        gelezen=vondst.gelezen,
        weet=vondst.weet,
    )


def _bladzijde(
    vondst: Vondst, gevonden: int, volgorde: str, punt: Punt | None, plek: slice
) -> list[int]:
    """The documents of one page, in order."""
    if not gevonden:
        return []
    aantal = plek.stop - plek.start
    if volgorde == "naam" or (vondst.zonder_woorden and volgorde == "relevantie"):
        return bij_naam(gevonden, plek.start, aantal)
    binnen = vondst.met_voorkeur().binnen(gevonden)
    vanaf = punt or vondst.herkend.punt
    if volgorde == "dichtbij" and vanaf is not None:
        rest = afwisselend(binnen) if len(binnen.documenten) else bij_naam(gevonden, 0, plek.stop)
        return bij_afstand(gevonden, vanaf, rest, plek.start, aantal)
    return bij_relevantie(binnen, plek.start, aantal, meer_zaken=vondst.gelezen.vraagt_meer)


def _hits(nummers: list[int], treffers: Treffers) -> list[Hit]:
    """With kind and object, in the order given: one query."""
    gekozen = treffers.waar(np.isin(treffers.documenten, nummers))
    score = {
        int(nummer): (int(punten), int(dekking))
        for nummer, punten, dekking in zip(
            gekozen.documenten, gekozen.score, gekozen.dekking, strict=True
        )
    }
    rijen = Document.objects.filter(pk__in=nummers).values_list("pk", "soort", "object_id")
    ding = {nummer: (soort, object_id) for nummer, soort, object_id in rijen}
    return [Hit(*ding[nummer], *score.get(nummer, (0, 0))) for nummer in nummers if nummer in ding]
