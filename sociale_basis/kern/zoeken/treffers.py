"""Matching and weighing: which documents answer which part of a question, and how well.

Whole numbers only, so that SQLite and PostgreSQL give the same results in the same order:
arithmetic on arrays with a place for every document.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from .postings import GEWICHT, GEWICHTSBITS, Getallen, postings
from .stand import Stand
from .verzameling import als_vlak
from .vraag import Begrip, Vraag
from .wegen import idf

Termen = Mapping[str, tuple[int, int]]  # {stem: (number, documents that have it)}

VOL = 1000  # a question that is covered wholly
BIJZAAK = 200  # of 1000: a matter whose best result covers less of the best is a side issue
VOORKEUR = 130  # of 100: the score of what goes first among equals, such as what is nearby
LOPENDE_TEKST = 60  # a word that weighs this little stands only in the running text
HOORT_ERBIJ = 50  # what stands for a word less than this does not answer it
TERLOOPS = 66  # of 100: what a word in the running text covers
VREEMD_TERLOOPS = 40  # the same for a word that no list of everyday words knows
VREEMD_TELT = 40  # of 100: what such a word counts in a sentence, and as a point in running text
KARIG = 5  # in so few texts what an expression means hardly stands anywhere
SPEELRUIMTE = 25  # a word that stands for another covers it nearly as well
VAAG_TELT = 10  # of 100: what a general word counts in how much is covered
ONBEKEND_TELT = 80  # of 100: what a word counts that stands nowhere
ONBEKEND_IN_ZIN_TELT = 55  # the same in a sentence of three things or more
ELDERS_TELT = 200  # of 100: a word that belongs to other counters


@dataclass(frozen=True, slots=True)
class Treffers:
    """Documents with their scores, how much of the question they cover (0 to 1000), the number
    of the matter that they answer best (a concept, or a part of a question that asks for several
    things), and the score for that alone; arrays of one length, by document number."""

    documenten: Getallen
    score: Getallen
    dekking: Getallen
    hoofdzaak: Getallen
    zaakscore: Getallen

    @property
    def beste_dekking(self) -> int:
        return int(self.dekking.max()) if len(self.dekking) else 0

    def waar(self, keuze: NDArray[np.bool_]) -> Self:
        return type(self)(
            self.documenten[keuze],
            self.score[keuze],
            self.dekking[keuze],
            self.hoofdzaak[keuze],
            self.zaakscore[keuze],
        )

    def binnen(self, verzameling: int) -> Self:
        """Only the documents of a bit set."""
        if not len(self.documenten):
            return self
        return self.waar(als_vlak(verzameling, int(self.documenten[-1]) + 1)[self.documenten])

    def met_voorkeur(self, verzameling: int) -> Self:
        """With a higher score for the documents of a bit set."""
        if not verzameling or not len(self.documenten):
            return self
        eigen = als_vlak(verzameling, int(self.documenten[-1]) + 1)[self.documenten]
        hoger = np.where(eigen, VOORKEUR, 100)
        return replace(
            self, score=self.score * hoger // 100, zaakscore=self.zaakscore * hoger // 100
        )

    def dekt_minstens(self, aandeel: int, *, per_zaak: bool = False) -> Self:
        """What covers at least this share (of 1000) of what the best result covers; of the best
        for the same matter, for each matter that is more than a side issue."""
        beste = np.full_like(self.dekking, self.beste_dekking)
        if per_zaak and len(self.documenten):
            per_nummer = np.zeros(int(self.hoofdzaak.max()) + 1, dtype=np.int64)
            np.maximum.at(per_nummer, self.hoofdzaak, self.dekking)
            bijzaak = per_nummer < self.beste_dekking * BIJZAAK // VOL
            beste = np.where(bijzaak, self.beste_dekking, per_nummer)[self.hoofdzaak]
        return self.waar(self.dekking >= beste * aandeel // VOL)


def weeg(vraag: Vraag, bekend: Termen, stand: Stand) -> Treffers:
    """Every document that has a word of the question, visible or not."""
    begrippen = [_zo_nodig_los(begrip, bekend) for begrip in zoekbare(vraag)]
    nodig = {bekend[stam][0] for begrip in begrippen for stam in begrip.losse() if stam in bekend}
    lijsten = postings(nodig, stand.zoekstand.stempel)
    grootste = max((int(lijst[-1]) >> GEWICHTSBITS for lijst in lijsten.values()), default=-1)
    weging = _Weging(bekend, lijsten, stand.aantal, grootste + 1)
    in_zin = sum(begrip.telt for begrip in begrippen) > 2
    for zaak in _zaken(vraag, begrippen):
        weging.tel_zaak(zaak, in_zin=in_zin)
    return weging.uitslag(als_vlak(stand.bonus, grootste + 1))


def _zo_nodig_los(begrip: Begrip, bekend: Termen) -> Begrip:
    """'Mijn zoon is homo' where nothing is called 'coming-out': look for 'homo' as well."""
    zeker = [doel.split() for doel, sterkte in begrip.stammen.items() if sterkte >= HOORT_ERBIJ]
    teksten = (min(bekend[s][1] for s in doel) for doel in zeker if all(s in bekend for s in doel))
    if not begrip.eigen or max(teksten, default=0) > KARIG:
        return begrip
    return replace(begrip, stammen={**begrip.eigen, **begrip.stammen})


def _zaken(vraag: Vraag, begrippen: list[Begrip]) -> list[list[Begrip]]:
    """The concepts that belong together: those on one side of an 'en', or each by itself."""
    if not vraag.vraagt_meer:
        return [[begrip] for begrip in begrippen]
    delen: dict[int, list[Begrip]] = {}
    for begrip in begrippen:
        delen.setdefault(vraag.zinsdeel(begrip), []).append(begrip)
    return [delen[nummer] for nummer in sorted(delen)]


def zoekbare(vraag: Vraag) -> list[Begrip]:
    """The concepts to look for: general words only when there is nothing else."""
    if vraag.is_vaag:
        return vraag.begrippen
    return [begrip for begrip in vraag.begrippen if not begrip.vaag]


class _Weging:
    """Adds up what each concept of a question gives each document."""

    def __init__(
        self, bekend: Termen, lijsten: Mapping[int, Getallen], aantal: int, lengte: int
    ) -> None:
        self.bekend, self.lijsten, self.aantal = bekend, lijsten, aantal
        self.hoogste_idf = idf(0, aantal)
        self.totaal_belang = 0
        self.volgnummer = 0
        self.score, self.dekking, self.meeste, self.hoofdzaak = (
            np.zeros(lengte, dtype=np.int64) for _ in range(4)
        )

    def tel_zaak(self, zaak: list[Begrip], *, in_zin: bool) -> None:
        """Count concepts that are one matter together."""
        punten = np.zeros_like(self.score)
        for begrip in zaak:
            punten += self._tel(begrip, in_zin=in_zin)
        meer = punten > self.meeste
        self.meeste[meer] = punten[meer]
        self.hoofdzaak[meer] = self.volgnummer
        self.volgnummer += 1

    def _tel(self, begrip: Begrip, *, in_zin: bool) -> Getallen:
        """Count one concept; the points that it answers for, per document."""
        punten, sterkte = self._beste(begrip)
        belang = self._belang(begrip, in_zin=in_zin)
        self.totaal_belang += belang
        self.score += punten
        self.dekking += belang * sterkte
        return punten if begrip.telt else np.zeros_like(punten)

    def uitslag(self, bonus: NDArray[np.bool_]) -> Treffers:
        (documenten,) = np.nonzero(self.score)
        tienden = np.where(bonus[documenten], 11, 10)
        return Treffers(
            documenten,
            score=self.score[documenten] * tienden // 10,
            dekking=self.dekking[documenten] * VOL // (max(1, self.totaal_belang) * 100),
            hoofdzaak=self.hoofdzaak[documenten],
            zaakscore=self.meeste[documenten] * tienden // 10,
        )

    def _beste(self, begrip: Begrip) -> tuple[Getallen, Getallen]:
        """(points, strength 0 to 100) of the stem that fits each document best."""
        punten, sterktes = np.zeros_like(self.score), np.zeros_like(self.score)
        eigen = self.bekend.get(begrip.stam)
        plafond = idf(eigen[1], self.aantal) if eigen else self.hoogste_idf
        for doel, sterkte in sorted(begrip.stammen.items(), key=lambda paar: (-paar[1], paar[0])):
            stammen = doel.split()
            if not all(stam in self.bekend for stam in stammen):
                continue
            zeldzaam = idf(min(self.bekend[stam][1] for stam in stammen), self.aantal)
            documenten, gewicht = self._samen(stammen)
            nieuw = np.maximum(
                1, sterkte * min(zeldzaam, plafond) * _punten(gewicht, begrip) // 10_000
            )
            beter = nieuw > punten[documenten]
            documenten, gewicht = documenten[beter], gewicht[beter]
            punten[documenten] = nieuw[beter]
            dekt = min(100, sterkte + SPEELRUIMTE) if sterkte >= HOORT_ERBIJ else sterkte
            terloops = VREEMD_TERLOOPS if begrip.vreemd else TERLOOPS
            sterktes[documenten] = np.where(gewicht > LOPENDE_TEKST, dekt, dekt * terloops // 100)
        return punten, sterktes

    def _samen(self, stammen: list[str]) -> tuple[Getallen, Getallen]:
        """(documents, weights) that have all stems, each with the weight of the lightest."""
        eerste, *rest = (self.lijsten[self.bekend[stam][0]] for stam in stammen)
        documenten, gewicht = eerste >> GEWICHTSBITS, eerste & GEWICHT
        for lijst in rest:
            documenten, hier, daar = np.intersect1d(
                documenten, lijst >> GEWICHTSBITS, assume_unique=True, return_indices=True
            )
            gewicht = np.minimum(gewicht[hier], lijst[daar] & GEWICHT)
        return documenten, gewicht

    def _belang(self, begrip: Begrip, *, in_zin: bool) -> int:
        """How much a concept counts in how much is covered: rare words more, vague ones hardly."""
        if not begrip.telt:
            return 0
        if begrip.elders and begrip.stam not in self.bekend:
            return 2 * self.hoogste_idf * ELDERS_TELT // 100
        dfs = [
            min(self.bekend[stam][1] for stam in doel.split())
            for doel, sterkte in begrip.stammen.items()
            if sterkte >= HOORT_ERBIJ and all(stam in self.bekend for stam in doel.split())
        ]
        if not dfs:
            telt = ONBEKEND_IN_ZIN_TELT if in_zin else ONBEKEND_TELT
            return 2 * self.hoogste_idf * telt // 100
        belang = self.hoogste_idf + idf(max(dfs), self.aantal)
        if in_zin and begrip.vreemd and not begrip.vaag:
            return belang * VREEMD_TELT // 100
        return belang * (VAAG_TELT if begrip.vaag else 100) // 100


def _punten(gewicht: Getallen, begrip: Begrip) -> Getallen:
    """The square of a weight: what a text is about counts far more than what it mentions."""
    punten = gewicht * gewicht // 100
    if begrip.vreemd:
        return np.where(gewicht > LOPENDE_TEKST, punten, punten * VREEMD_TELT // 100)
    return punten
