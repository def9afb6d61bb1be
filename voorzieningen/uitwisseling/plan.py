"""What an import would do, before anything is written."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from wijken.importeren.verslag import Verslag

from .fout import Rijfout
from .kolommen import Blad, Deelblad
from .verwijzingen import Doel

LANGSTE_TEKST = 60  # of an old or new value in a report
REM = 10  # one in so many entries may go to the archive at once


@dataclass(frozen=True)
class Wijziging:
    """A column of an entry: what it is now and what it will be, as text."""

    kop: str
    oud: str
    nieuw: str

    def __str__(self) -> str:
        return f"{self.kop} “{kort(self.oud)}” wordt “{kort(self.nieuw)}”"


@dataclass
class Rijplan:
    """One row of a main sheet: the entry with its new values, and which of them are new."""

    blad: Blad
    rij: int
    ding: Any
    is_nieuw: bool
    is_geraden: bool = False  # recognised by its name: the row has no key
    was_in_gebruik: bool = False
    velden: dict[str, Any] = field(default_factory=dict)
    verwijzingen: dict[str, Doel | None] = field(default_factory=dict)
    lijsten: dict[str, list[Doel]] = field(default_factory=dict)
    wijzigingen: list[Wijziging] = field(default_factory=list)

    @property
    def groep(self) -> str:
        if self.is_nieuw:
            return "toegevoegd"
        return "gewijzigd" if self.wijzigingen else "gelijk"

    @property
    def titel(self) -> str:
        return titel(self.ding)

    def regel(self) -> str:
        if self.groep != "gewijzigd":
            return self.titel
        return f"{self.titel}: {', '.join(map(str, self.wijzigingen))}"


@dataclass
class Deelplan:
    """All rows of one sheet that belong to one place or provision."""

    blad: Deelblad
    ouderveld: str
    ouder: Doel
    titel: str
    nieuw: list[Any] = field(default_factory=list)
    weg: list[Any] = field(default_factory=list)

    @property
    def groep(self) -> str:
        return "gewijzigd" if self.nieuw or self.weg else "gelijk"

    @property
    def erbij(self) -> list[str]:
        return [self._in_woorden(ding) for ding in self.nieuw]

    @property
    def eraf(self) -> list[str]:
        return [self._in_woorden(ding) for ding in self.weg]

    def regel(self) -> str:
        delen = [f"weg {deel}" for deel in self.eraf] + [f"erbij {deel}" for deel in self.erbij]
        return f"{self.titel}: {' / '.join(delen)}" if delen else self.titel

    def _in_woorden(self, ding: Any) -> str:
        """'Dag dinsdag, Van 09:00, Tot 12:00': all that is not empty and not no."""
        cellen = {
            kolom.kop: self.blad.waarden[kolom.veld].schrijf(getattr(ding, kolom.veld))
            for kolom in self.blad.kolommen
            if getattr(ding, kolom.veld, False) is not False
        }
        return ", ".join(f"{kop} {cel}" for kop, cel in cellen.items() if cel not in ("", None))


@dataclass
class Plan:
    """Everything that an import would do, or why it may not."""

    nu: datetime
    rijen: list[Rijplan] = field(default_factory=list)
    delen: list[Deelplan] = field(default_factory=list)
    weg: list[Rijplan] = field(default_factory=list)
    reden: str = ""
    meldingen: list[str] = field(default_factory=list)
    fouten: list[Rijfout] = field(default_factory=list)
    in_gebruik: Counter[str] = field(default_factory=Counter)

    @property
    def gewijzigd(self) -> list[Rijplan]:
        return [rij for rij in self.rijen if rij.groep != "gelijk"]

    @property
    def gewijzigde_delen(self) -> list[Deelplan]:
        return [deel for deel in self.delen if deel.groep != "gelijk"]

    @property
    def is_leeg(self) -> bool:
        return not (self.gewijzigd or self.gewijzigde_delen or self.weg)

    def gearchiveerd(self) -> Counter[str]:
        """How many entries per sheet leave the website."""
        verdwenen = [rij for rij in self.rijen if _gaat_weg(rij)]
        return Counter(rij.blad.naam for rij in [*verdwenen, *self.weg])

    def geremd(self) -> list[str]:
        """The sheets of which more than a tenth would be archived, in words."""
        return [
            f"{naam}: {aantal} van de {self.in_gebruik[naam]} gaan naar het archief."
            for naam, aantal in self.gearchiveerd().items()
            if aantal * REM > self.in_gebruik[naam]
        ]

    def verslag(self, *, toch: bool = False) -> Verslag:
        """For people: what, how many, and why not."""
        verslag = Verslag(meldingen=list(self.meldingen))
        for rij in self.rijen:
            verslag.noteer(rij.blad.meervoud, rij.groep, rij.regel())
        for deel in self.delen:
            verslag.noteer(deel.blad.meervoud, deel.groep, deel.regel())
        for rij in self.weg:
            verslag.noteer(rij.blad.meervoud, "vervallen", rij.titel)
        verslag.fouten = [str(fout) for fout in sorted(self.fouten)]
        if not toch and self.geremd():
            verslag.redenen_om_te_stoppen += [*self.geremd(), "Klopt dit echt? Gebruik dan --toch."]
        if self.is_leeg and not self.fouten:
            verslag.meldingen.append("Er verandert niets: alles staat al zo in het portaal.")
        return verslag

    def vingerafdruk(self) -> str:
        """Another one as soon as the import would do anything else than it did before."""
        som = hashlib.sha256()
        for deel in self._sporen():
            som.update(repr(deel).encode("utf-8", "surrogatepass") + b"\n")
        return som.hexdigest()

    def _sporen(self) -> Iterator[tuple[Any, ...]]:
        for rij in self.gewijzigd:
            wat = [(w.kop, w.oud, w.nieuw) for w in rij.wijzigingen]
            yield rij.blad.naam, rij.ding.pk, rij.ding.slug, wat
        for deel in self.gewijzigde_delen:
            yield deel.blad.naam, deel.regel(), [ding.pk for ding in deel.weg]
        for rij in self.weg:
            yield "weg", rij.blad.naam, rij.ding.pk, self.reden


def titel(ding: Any) -> str:
    """'Formulierenbrigade (formulierenbrigade)'."""
    return f"{ding} ({ding.slug})"


def kort(tekst: str) -> str:
    plat = " ".join(tekst.split())
    return plat if len(plat) <= LANGSTE_TEKST else f"{plat[: LANGSTE_TEKST - 2]} …"


def _gaat_weg(rij: Rijplan) -> bool:
    return rij.was_in_gebruik and bool(rij.velden.get("gearchiveerd_op"))
