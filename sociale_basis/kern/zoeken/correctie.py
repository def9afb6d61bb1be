"""A question with its typing errors put right."""

from .kennis import Kennis
from .postings import bekende_termen
from .spelling import verbeteringen
from .stand import Stand
from .treffers import Termen
from .vraag import Begrip, Vraag, lees
from .zichtbaar import met_zichtbaar_resultaat

VERBETERD = 85  # of 100: a corrected word counts a little less than one typed well
MEESTE = 3  # words of a question that are corrected
MEESTE_POGINGEN = 6  # words that are looked up for one error
KEUZES = 2  # words that one error may stand for


def corrigeer(
    vraag: Vraag, bekend: Termen, kennis: Kennis, stand: Stand
) -> tuple[Vraag, Termen, str]:
    """(question to search, its terms, "bedoelde u" or '').

    Words that neither the index nor the everyday words know are corrected; the question is then
    read again, so that what the right words stand for is found too.
    """
    fout = [b.tekst for b in vraag.begrippen if _onbekend(b, bekend, kennis)][:MEESTE]
    goed = _verbeterd(fout, kennis, stand)
    if not goed:
        return vraag, bekend, ""
    bedoelde = " ".join(goed.get(woord.vorm, [woord.vorm])[0] for woord in vraag.woorden)
    nieuw = lees(bedoelde, kennis)
    nieuw.tekst = vraag.tekst
    for begrip in nieuw.begrippen:
        _voeg_keuzes_toe(begrip, goed, kennis)
    return nieuw, bekende_termen(nieuw.stammen(), stand.zoekstand.stempel), bedoelde


def _verbeterd(fout: list[str], kennis: Kennis, stand: Stand) -> dict[str, list[str]]:
    """{mistyped word: the likeliest words that lead to something the public may see}."""
    mogelijk = {
        woord: keuzes[:MEESTE_POGINGEN]
        for woord, keuzes in verbeteringen(fout, kennis.synoniemen.vormen).items()
    }
    alle = [keuze for keuzes in mogelijk.values() for keuze in keuzes]
    zinvol = set(met_zichtbaar_resultaat(alle, kennis, stand) if alle else [])
    verbeterd = {
        woord: [keuze for keuze in keuzes if keuze in zinvol][:KEUZES]
        for woord, keuzes in mogelijk.items()
    }
    return {woord: keuzes for woord, keuzes in verbeterd.items() if keuzes}


def _onbekend(begrip: Begrip, bekend: Termen, kennis: Kennis) -> bool:
    """Parts do not count: 'zonnewijserclub' has 'club' in it and is still wrong."""
    if not begrip.stam or not begrip.telt or begrip.stam in bekend:
        return False
    return not kennis.synoniemen.van(begrip.stam)


def _voeg_keuzes_toe(begrip: Begrip, goed: dict[str, list[str]], kennis: Kennis) -> None:
    """The second likeliest word is looked for as well, at less weight."""
    for keuzes in goed.values():
        if keuzes[0] == begrip.tekst:
            begrip.stammen = {s: w * VERBETERD // 100 for s, w in begrip.stammen.items()}
            for ander in keuzes[1:]:
                begrip.stammen.setdefault(kennis.analyse.woord(ander).stam, VERBETERD * 2 // 3)
