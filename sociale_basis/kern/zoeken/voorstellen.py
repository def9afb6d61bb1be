"""What a visitor may mean: while typing, and when nothing was found."""

from ..models.zoeken import Document
from .kennis import Kennis, huidige_stand, kennis
from .spelling import lijkt_op
from .stammen import stam
from .stand import Stand, stand
from .tekst import vouw
from .verzameling import bevat, zit_in
from .vraag import Vraag
from .zichtbaar import met_zichtbaar_resultaat

KORTSTE_BEGIN = 2
MEESTE = 8
MEESTE_TITELS = 400
MEESTE_POGINGEN = 12
MEESTE_ZAKEN = 3  # words of a question that are looked up


def stel_voor(begin: str) -> list[str]:
    """At most eight suggestions for what is being typed: titles of what the public may see, and
    everyday words that lead to something visible. Three or four queries."""
    gevouwen = " ".join(vouw(begin).split())[:60]
    if len(gevouwen) < KORTSTE_BEGIN:
        return []
    nu = huidige_stand()
    staat, weet = stand(nu), kennis(nu)
    voorstellen = [*_woorden(gevouwen, weet, staat), *_titels(gevouwen, staat)]
    return list({vouw(voorstel): voorstel for voorstel in voorstellen}.values())[:MEESTE]


def dichtstbij(vraag: Vraag, kennis: Kennis, stand: Stand) -> list[str]:
    """Words to try when nothing fits: what the words may stand for, or what looks like them."""
    kandidaten: list[str] = []
    zaken = [begrip for begrip in vraag.begrippen if begrip.telt and not begrip.vaag]
    zaken = zaken[:MEESTE_ZAKEN]
    lijkend = lijkt_op([begrip.tekst for begrip in zaken], 4)
    for begrip in zaken:
        kandidaten += [
            kennis.synoniemen.weergave.get(stam_, stam_)
            for stam_, _ in sorted(begrip.stammen.items(), key=lambda paar: (-paar[1], paar[0]))
            if stam_ != begrip.stam
        ]
        kandidaten += lijkend[begrip.tekst]
    uniek = list(dict.fromkeys(kandidaten))[:MEESTE_POGINGEN]
    return met_zichtbaar_resultaat(uniek, kennis, stand)[: MEESTE // 2]


def _titels(begin: str, stand: Stand) -> list[str]:
    """Titles with a word that begins like this; those that begin so themselves go first."""
    rijen = Document.objects.filter(zoektitel__contains=f" {begin}").order_by("naam", "pk")
    mag = bevat(stand.zichtbaar)
    gevonden = [
        (not zoektitel.startswith(f" {begin}"), len(titel), titel)
        for nummer, titel, zoektitel in rijen.values_list("pk", "titel", "zoektitel")[
            :MEESTE_TITELS
        ]
        if zit_in(nummer, mag)
    ]
    return [titel for *_, titel in sorted(gevonden)[:MEESTE]]


def _woorden(begin: str, kennis: Kennis, stand: Stand) -> list[str]:
    passend = [vorm for vorm in kennis.synoniemen.vormen if vorm.startswith(begin)]
    kortste = sorted(passend, key=lambda vorm: (len(vorm), vorm))
    uniek = {stam(vorm): vorm for vorm in reversed(kortste)}
    keuze = sorted(uniek.values(), key=lambda vorm: (len(vorm), vorm))[:MEESTE_POGINGEN]
    return met_zichtbaar_resultaat(keuze, kennis, stand)[: MEESTE // 2]
