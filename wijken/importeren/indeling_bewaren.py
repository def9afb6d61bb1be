"""Keeping the own layout: stadsdelen, wijken, and to which of them each buurt belongs (M1, V2).

Of the CBS areas only ``ouder`` of buurten changes. A page address that an own area wants and a
CBS area of the same name has, goes to the own one: that is the one that residents see.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.text import slugify

from ..models import Gebied
from .samenstellen import stel_grenzen_samen
from .verslag import Verslag, opsomming
from .vervallen import laat_vervallen, titel

if TYPE_CHECKING:
    from .indeling import Eigengebied

SOORTEN = {"stadsdeel": "stadsdelen", "wijk": "wijken"}
VELDEN = {"naam": "heet nu", "ouder": "hoort bij", "code": "code", "volgorde": "volgorde"}
Wijzigingen = dict[Gebied, list[str]]


def bewaar_indeling(gebieden: "list[Eigengebied]", verslag: Verslag) -> None:
    """Make the own areas those of the list; areas that are not in it are archived if unused."""
    bewaarder = _Bewaarder(verslag)
    kent_stadsdelen = any(gebied.stadsdeel is not None for gebied in gebieden)
    stadsdelen = {
        naam: bewaarder.bewaar("stadsdeel", Wens(naam, bewaarder.gemeente))
        for naam in dict.fromkeys(gebied.stadsdeel for gebied in gebieden)
        if naam
    }
    wijken = []
    for plek, gebied in enumerate(gebieden, start=1):
        ouder = stadsdelen.get(gebied.stadsdeel or "") or bewaarder.gemeente
        wens = Wens(gebied.naam, ouder, gebied.code, gebied.volgorde, plek, not kent_stadsdelen)
        wijken.append(bewaarder.bewaar("wijk", wens))
    for wijk, gebied in zip(wijken, gebieden, strict=True):
        bewaarder.hang_buurten_onder(wijk, gebied.buurten)
    bewaarder.maak_los([code for gebied in gebieden for code in gebied.buurten])
    bewaarder.meld()
    bewaarder.laat_vervallen(["wijk", "stadsdeel"] if kent_stadsdelen else ["wijk"])
    stel_grenzen_samen()


@dataclass(frozen=True)
class Wens:
    """What an own area should be. ``plek`` orders a new one; ``volgorde`` always, if given."""

    naam: str
    ouder: Gebied | None
    code: str | None = None
    volgorde: int | None = None
    plek: int = 0
    houd_ouder: bool = False

    def velden(self, gebied: Gebied) -> dict[str, object]:
        """The fields in which the area differs; what the file does not say stays."""
        ouder = gebied.ouder if self.houd_ouder and gebied.ouder else self.ouder
        nieuw = {"naam": self.naam, "ouder": ouder, "code": self.code, "volgorde": self.volgorde}
        return {
            veld: waarde
            for veld, waarde in nieuw.items()
            if waarde is not None and getattr(gebied, veld) != waarde
        }


class _Bewaarder:
    """Keeps own areas and remembers what it added and changed."""

    def __init__(self, verslag: Verslag) -> None:
        self.verslag = verslag
        self.gemeente = Gebied.objects.gemeente()
        self.eigen = list(Gebied.objects.eigen().order_by("-gearchiveerd_op"))
        self.nieuw: list[Gebied] = []
        self.gezien: list[Gebied] = []
        self.wijzigingen: Wijzigingen = defaultdict(list)
        if self.gemeente is None:
            verslag.meldingen.append(
                "De gemeente zelf staat nog niet in het portaal. Importeer ook het bestand met de "
                "gemeente, en daarna dit bestand nog eens."
            )

    def bewaar(self, soort: str, wens: Wens) -> Gebied:
        """Add or change one own area."""
        gebied = self._bestaand(soort, wens)
        if gebied is None:
            gebied = self._voeg_toe(soort, wens)
        else:
            self._wijzig(gebied, wens)
        self.gezien.append(gebied)
        return gebied

    def _bestaand(self, soort: str, wens: Wens) -> Gebied | None:
        """By code if there is one, else by name; in use before archived."""
        naam = wens.naam.casefold()
        van_soort = [gebied for gebied in self.eigen if gebied.soort == soort]
        met_code = (gebied for gebied in van_soort if wens.code and gebied.code == wens.code)
        met_naam = (gebied for gebied in van_soort if gebied.naam.casefold() == naam)
        return next(met_code, None) or next(met_naam, None)

    def _voeg_toe(self, soort: str, wens: Wens) -> Gebied:
        maak_adres_vrij(wens.naam)
        gebied = Gebied.objects.create(
            soort=soort,
            naam=wens.naam,
            indeling=Gebied.Indeling.EIGEN,
            ouder=wens.ouder,
            code=wens.code,
            volgorde=wens.plek if wens.volgorde is None else wens.volgorde,
        )
        self.nieuw.append(gebied)
        return gebied

    def _wijzig(self, gebied: Gebied, wens: Wens) -> None:
        if gebied.is_gearchiveerd:
            gebied.herstel()
            self.wijzigingen[gebied].append("weer in gebruik")
        for veld, nu in wens.velden(gebied).items():
            self.wijzigingen[gebied].append(f"{VELDEN[veld]} {nu}")
            setattr(gebied, veld, nu)
            gebied.save()

    @cached_property
    def buurten(self) -> dict[str, Gebied]:
        """By code; read after the own areas were made, which may change page addresses."""
        rijen = Gebied.objects.niet_gearchiveerd().cbs().buurten().met_keten()
        return {str(buurt.code): buurt for buurt in rijen}

    def hang_buurten_onder(self, wijk: Gebied, codes: list[str]) -> None:
        for code in codes:
            buurt = self.buurten[code]
            if buurt.ouder_id != wijk.pk:
                self._verhuis(buurt, wijk)

    def maak_los(self, ingedeeld: list[str]) -> None:
        """Buurten that were in an own wijk and are in none any more."""
        los = [
            buurt
            for code, buurt in self.buurten.items()
            if code not in ingedeeld and buurt.ouder and buurt.ouder.soort == Gebied.Soort.WIJK
        ]
        for buurt in los:
            self._verhuis(buurt, None)
        if los:
            namen = opsomming([titel(buurt) for buurt in los])
            self.verslag.meldingen.append(f"Deze buurten verliezen hun wijk: {namen}.")

    def _verhuis(self, buurt: Gebied, wijk: Gebied | None) -> None:
        if buurt.ouder:
            self.wijzigingen[buurt.ouder].append(f"zonder {buurt}")
        if wijk:
            self.wijzigingen[wijk].append(f"met {buurt}")
        buurt.ouder = wijk
        buurt.save()

    def meld(self) -> None:
        for soort, meervoud in SOORTEN.items():
            for gebied in dict.fromkeys(self.gezien):
                if gebied.soort == soort:
                    self.verslag.noteer(meervoud, *self._groep(gebied))

    def _groep(self, gebied: Gebied) -> tuple[str, str]:
        wat = ", ".join(self.wijzigingen.get(gebied, []))
        if gebied in self.nieuw:
            return "toegevoegd", f"{gebied}: {wat}" if wat else str(gebied)
        return ("gewijzigd", f"{gebied}: {wat}") if wat else ("gelijk", str(gebied))

    def laat_vervallen(self, soorten: list[str]) -> None:
        gezien = {gebied.pk for gebied in self.gezien}
        weg = Gebied.objects.niet_gearchiveerd().eigen().filter(soort__in=soorten)
        laat_vervallen(
            list(weg.exclude(pk__in=gezien)),
            SOORTEN,
            self.verslag,
            reden="Dit gebied bestaat niet meer in de indeling van de gemeente.",
            advies=(
                "Heet een gebied nu anders? Geef het eerst in het beheer zijn nieuwe naam, of "
                "neem de kolom gebiedcode op. Zet anders eerst om wat eraan hangt."
            ),
        )


def maak_adres_vrij(naam: str) -> None:
    """Give a CBS area that has the address of this name a longer one (with its code)."""
    slug = slugify(naam)
    for gebied in Gebied.objects.cbs().exclude(soort=Gebied.Soort.GEMEENTE).filter(slug=slug):
        Gebied.objects.filter(pk=gebied.pk).update(slug=slugify(f"{slug[:60]}-{gebied.code}"))
