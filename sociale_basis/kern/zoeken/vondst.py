"""What a question finds, before filters, order and pages."""

from dataclasses import dataclass, replace
from functools import cached_property

from .correctie import corrigeer
from .facetten import Filters, Ruimte, maskers, ruimte, voorkeur
from .kennis import Kennis, huidige_stand, kennis
from .postings import bekende_termen
from .registratie import Herkend, herken
from .stand import Stand, stand
from .treffers import Termen, Treffers, weeg
from .verwanten import ontleed
from .verzameling import bits
from .voorstellen import dichtstbij
from .vraag import Vraag, lees

LOS = 400  # of 1000: what covers less than this share of the best result is left out
ANTWOORD, ANTWOORD_OP_ZIN = 450, 340  # of 1000: what the best result must cover to be an answer


@dataclass(frozen=True)
class Vondst:
    """A question as it was read, and the visible documents that fit it well enough.

    ``bedoelde``: the question with typing errors put right, when it has any.
    """

    herkend: Herkend
    gelezen: Vraag
    treffers: Treffers
    bedoelde: str
    weet: Kennis
    staat: Stand

    @property
    def zonder_woorden(self) -> bool:
        """Nothing was asked, or only a place."""
        return not self.herkend.vraag.strip()

    @cached_property
    def basis(self) -> int:
        """The documents to choose from, as a bit set: all of them when nothing was asked."""
        return self.staat.zichtbaar if self.zonder_woorden else bits(self.treffers.documenten)

    def past(self, binnen: int) -> bool:
        """Whether the best result within a bit set answers the question.

        A long sentence has words that answer nothing: less of it needs to be covered.
        """
        zaken = sum(begrip.telt and not begrip.vaag for begrip in self.gelezen.begrippen)
        drempel = ANTWOORD if zaken <= 2 else ANTWOORD_OP_ZIN
        return not self.gelezen.is_vaag and self.treffers.binnen(binnen).beste_dekking >= drempel

    def met_voorkeur(self) -> Treffers:
        """What was recognised may put some first among equals."""
        return self.treffers.met_voorkeur(voorkeur(self.herkend, self.staat))

    def kader(self, filters: Filters) -> tuple[Ruimte, bool]:
        """The filters with what was recognised; without that (True) when nothing fits there."""
        kader = ruimte(filters.met(self.herkend), self.staat)
        if self.herkend.facetten and self._ligt_elders(kader.binnen(self.basis)):
            return replace(kader, per_facet=maskers(filters, self.staat)), True
        return kader, False

    def _ligt_elders(self, binnen: int) -> bool:
        """Whether there is nothing within a bit set, or no answer while there is one outside."""
        return not binnen or (self.past(self.basis) and not self.past(binnen))

    def dichtstbij(self) -> list[str]:
        """Words to try when nothing answers the question."""
        if self.zonder_woorden or self.past(self.basis):
            return []
        return dichtstbij(self.gelezen, self.weet, self.staat)


def vind(vraag: str) -> Vondst:
    """Read a question and weigh what there is."""
    nu = huidige_stand()
    weet, staat, herkend = kennis(nu), stand(nu), herken(vraag)
    gelezen = lees(herkend.vraag, weet)
    bekend: Termen = bekende_termen(gelezen.stammen(), staat.zoekstand.stempel)
    gelezen, bekend, bedoelde = corrigeer(gelezen, bekend, weet, staat)
    bekend = ontleed(gelezen, bekend, weet, staat)
    zichtbaar = weeg(gelezen, bekend, staat).binnen(staat.zichtbaar)
    treffers = zichtbaar.dekt_minstens(LOS, per_zaak=gelezen.vraagt_meer)
    return Vondst(herkend, gelezen, treffers, bedoelde, weet, staat)
