"""``zoek()``: from a question to a page of results with counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from .crisis import gevaren
from .facetten import Filters, tel_facetten
from .kennis import Kennis
from .register import Register
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
    it gives everything within the filters, by name. A page past the last one has no hits. Two to
    four queries, whatever the number of results.
    """
    vondst = vind(vraag)
    kader, losgelaten = vondst.kader(filters or Filters())
    gevonden = kader.binnen(vondst.basis)
    begin = max(0, pagina - 1) * per_pagina
    nummers = _bladzijde(vondst, gevonden, volgorde, punt, slice(begin, begin + per_pagina))
    return Resultaat(
        vraag=vraag,
        hits=_hits(nummers, vondst.treffers, vondst.staat.register),
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

        def zonder_plek(documenten: int) -> list[int]:
            if vondst.zonder_woorden:
                return bij_naam(documenten, 0, plek.stop)
            return afwisselend(binnen.binnen(documenten))

        return bij_afstand(gevonden, vanaf, zonder_plek, vondst.staat.register, plek)
    return bij_relevantie(binnen, plek.start, aantal, meer_zaken=vondst.gelezen.vraagt_meer)


def _hits(nummers: list[int], treffers: Treffers, register: Register) -> list[Hit]:
    """With kind and object, in the order given."""
    gekozen = treffers.waar(np.isin(treffers.documenten, nummers))
    score = {
        int(nummer): (int(punten), int(dekking))
        for nummer, punten, dekking in zip(
            gekozen.documenten, gekozen.score, gekozen.dekking, strict=True
        )
    }
    dingen = ((nummer, register.ding(nummer)) for nummer in nummers)
    return [Hit(*ding, *score.get(nummer, (0, 0))) for nummer, ding in dingen if ding]
