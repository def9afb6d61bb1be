"""Which results stand on a page: by relevance, by distance or by name."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from ..models.zoeken import Document
from .plaats import Plek
from .register import Register
from .treffers import Treffers
from .verzameling import bevat, bits, nummers, zit_in

WEINIG = 1_000  # so few numbers can be named in a query
TWEE_ZAKEN = 750  # of 1000: when the best result covers less, a question asks for several things
DOET_MEE = 400  # of 1000: a thing that is asked takes turns from this share of the best score
REST_TELT = 50  # of 100: what a result counts for other things than the one it answers best
DEEL_DOET_MEE = 100  # the same for a part of a question that names several things itself


def bij_relevantie(
    treffers: Treffers, begin: int, aantal: int, *, meer_zaken: bool = False
) -> list[int]:
    """Score times coverage, equals by number; results take turns for a question that asks for
    several things at once."""
    tot = begin + aantal
    if meer_zaken or treffers.beste_dekking < TWEE_ZAKEN:
        return afwisselend(treffers, meer_zaken=meer_zaken)[begin:tot]
    rang = _rang(treffers)
    kop = treffers
    if len(rang) > tot:
        grens = np.partition(rang, tot - 1)[tot - 1]
        kop, rang = treffers.waar(rang <= grens), rang[rang <= grens]
    return _genummerd(kop.documenten[np.lexsort((kop.documenten, rang))][begin:tot])


def afwisselend(treffers: Treffers, *, meer_zaken: bool = False) -> list[int]:
    """'Ik ben werkloos en heb schulden': the best for the one, the best for the other, …

    ``meer_zaken``: what helps with one matter need not touch the other one.
    """
    rang = _rang_per_zaak(treffers) if meer_zaken else _rang(treffers)
    beurt = np.zeros_like(rang)
    for groep in _groepen(treffers, DEEL_DOET_MEE if meer_zaken else DOET_MEE):
        (leden,) = np.nonzero(groep)
        op_rang = leden[np.lexsort((treffers.documenten[leden], rang[leden]))]
        beurt[op_rang] = np.arange(len(leden))
    return _genummerd(treffers.documenten[np.lexsort((treffers.documenten, rang, beurt))])


def _groepen(treffers: Treffers, doet_mee: int) -> Iterator[NDArray[np.bool_]]:
    """The results for each thing that is asked; those for what hardly matters are one group."""
    zaken = np.unique(treffers.hoofdzaak)
    drempel = treffers.score.max(initial=0) * doet_mee // 1000
    rest = np.zeros(len(treffers.documenten), dtype=np.bool_)
    for zaak in zaken:
        groep = treffers.hoofdzaak == zaak
        if treffers.score[groep].max() >= drempel:
            yield groep
        else:
            rest |= groep
    yield rest


def bij_naam(documenten: int, begin: int, aantal: int) -> list[int]:
    """A to Z: one query."""
    rijen = Document.objects.order_by("naam", "pk").values_list("pk", flat=True)
    if documenten.bit_count() <= WEINIG:
        keuze = rijen.filter(pk__in=_genummerd(nummers(documenten)))
        return list(keuze[begin : begin + aantal])
    vlak, gekozen = bevat(documenten), []
    for nummer in rijen.iterator(chunk_size=500):
        if zit_in(nummer, vlak):
            gekozen.append(nummer)
            if len(gekozen) == begin + aantal:
                break
    return gekozen[begin:]


def bij_afstand(
    documenten: int,
    punt: tuple[float, float],
    rest: Callable[[int], list[int]],
    register: Register,
    plek: slice,
) -> list[int]:
    """Nearest first, by the nearest of its points; then those without, in the order of ``rest``,
    which is asked for their bit set only where a page comes to that."""
    nummers, kwadraat = register.afstanden(documenten, Plek.van(punt))
    op_volgorde = nummers[np.lexsort((nummers, kwadraat))]
    _uniek, eerste = np.unique(op_volgorde, return_index=True)
    nabij = _genummerd(op_volgorde[np.sort(eerste)])
    if len(nabij) >= plek.stop:
        return nabij[plek]
    return [*nabij, *rest(documenten & ~bits(nabij))][plek]


def _rang(treffers: Treffers) -> NDArray[np.int64]:
    """Smaller is better."""
    return -treffers.score * (200 + treffers.dekking)


def _rang_per_zaak(treffers: Treffers) -> NDArray[np.int64]:
    """The same by the matter that each answers best; of the rest of the question little."""
    rest = treffers.score - treffers.zaakscore
    return -(treffers.zaakscore + rest * REST_TELT // 100) * (200 + treffers.dekking)


def _genummerd(documenten: NDArray[np.int64]) -> list[int]:
    """Plain numbers, as the database wants them."""
    return [int(nummer) for nummer in documenten]
