"""``zoek()``: from a question to a page of results with counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from ..models.zoeken import Document
from .correctie import corrigeer
from .crisis import gevaren
from .facetten import Filters, Ruimte, maskers, ruimte, tel_facetten, voorkeur
from .kennis import Kennis, huidige_stand, kennis
from .postings import bekende_termen
from .registratie import Herkend, herken
from .stand import Stand, stand
from .treffers import Termen, Treffers, weeg
from .verwanten import ontleed
from .verzameling import bits
from .volgorde import afwisselend, bij_afstand, bij_naam, bij_relevantie
from .voorstellen import dichtstbij
from .vraag import Vraag, lees

PER_PAGINA = 20
LOS = 400  # of 1000: what covers less than this share of the best result is left out
ANTWOORD, ANTWOORD_OP_ZIN = 450, 340  # of 1000: what the best result must cover to be an answer

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
    nu = huidige_stand()
    weet, staat = kennis(nu), stand(nu)
    herkend = herken(vraag)
    gelezen, treffers, bedoelde = _vind(herkend.vraag, weet, staat)
    zonder_woorden = not herkend.vraag.strip()
    basis = staat.zichtbaar if zonder_woorden else bits(treffers.documenten)
    kader, losgelaten = _kader(filters or Filters(), herkend, staat, basis)
    gevonden = kader.binnen(basis)
    past = _is_antwoord(gelezen, treffers)
    begin = max(0, pagina - 1) * per_pagina
    if zonder_woorden and volgorde == "relevantie":
        volgorde = "naam"
    nummers = _bladzijde(
        gelezen,
        treffers.met_voorkeur(voorkeur(herkend, staat)),
        gevonden,
        volgorde,
        punt or herkend.punt,
        slice(begin, begin + per_pagina),
    )
    return Resultaat(
        vraag=vraag,
        hits=_hits(nummers, treffers),
        totaal=gevonden.bit_count(),
        facetten=tel_facetten(basis, kader, staat),
        is_antwoord=past and bool(gevonden),
        bedoelde=bedoelde,
        crisis=gevaren(weet.crisis, vraag),
        herkend=herkend,
        losgelaten=losgelaten,
        dichtstbij=[] if past or zonder_woorden else dichtstbij(gelezen, weet, staat),
        gelezen=gelezen,
        weet=weet,
    )


def _vind(tekst: str, weet: Kennis, staat: Stand) -> tuple[Vraag, Treffers, str]:
    """(the question as read, visible documents that fit well enough, "bedoelde u")."""
    gelezen = lees(tekst, weet)
    bekend: Termen = bekende_termen(gelezen.stammen(), staat.zoekstand.stempel)
    gelezen, bekend, bedoelde = corrigeer(gelezen, bekend, weet, staat)
    bekend = ontleed(gelezen, bekend, weet, staat)
    zichtbaar = weeg(gelezen, bekend, staat).binnen(staat.zichtbaar)
    return gelezen, zichtbaar.dekt_minstens(LOS, per_zaak=gelezen.vraagt_meer), bedoelde


def _kader(filters: Filters, herkend: Herkend, staat: Stand, basis: int) -> tuple[Ruimte, bool]:
    """The filters with what was recognised; without that when nothing would be left."""
    kader = ruimte(filters.met(herkend), staat)
    if herkend.facetten and not kader.binnen(basis):
        return replace(kader, per_facet=maskers(filters, staat)), True
    return kader, False


def _is_antwoord(gelezen: Vraag, treffers: Treffers) -> bool:
    """A long sentence has words that answer nothing: less of it needs to be covered."""
    zaken = sum(begrip.telt and not begrip.vaag for begrip in gelezen.begrippen)
    drempel = ANTWOORD if zaken <= 2 else ANTWOORD_OP_ZIN
    return not gelezen.is_vaag and treffers.beste_dekking >= drempel


def _bladzijde(
    gelezen: Vraag, treffers: Treffers, gevonden: int, volgorde: str, punt: Punt | None, plek: slice
) -> list[int]:
    """The documents of one page, in order."""
    if not gevonden:
        return []
    if volgorde == "naam":
        return bij_naam(gevonden, plek.start, plek.stop - plek.start)
    binnen = treffers.binnen(gevonden)
    if volgorde == "dichtbij" and punt is not None:
        rest = afwisselend(binnen) if len(binnen.documenten) else bij_naam(gevonden, 0, plek.stop)
        return bij_afstand(gevonden, punt, rest, plek.start, plek.stop - plek.start)
    meer_zaken = gelezen.vraagt_meer
    return bij_relevantie(binnen, plek.start, plek.stop - plek.start, meer_zaken=meer_zaken)


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
