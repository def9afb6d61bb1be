"""The account of an import: of every record and every filled cell what became of it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from wijken.importeren.verslag import KORT, Verslag, telwoord

from .bestanden import Rij

GEEN_VELD = "het portaal heeft hier geen veld voor"


@dataclass
class Verantwoording:
    """Per file: how many records were read and taken over, and the rest by reason."""

    gelezen: Counter[str] = field(default_factory=Counter)
    gelaten: dict[tuple[str, str], list[Rij]] = field(default_factory=lambda: defaultdict(list))
    cellen: dict[tuple[str, str, str], int] = field(default_factory=dict)
    gebreken: list[str] = field(default_factory=list)

    def lees(self, rijen: list[Rij], gebruikt: Collection[str], reden: str = GEEN_VELD) -> None:
        """Count records, and the filled cells in columns that nothing is done with."""
        for rij in rijen:
            self.gelezen[rij.bestand] += 1
            for kolom, cel in rij.cellen.items():
                if cel and kolom not in gebruikt:
                    sleutel = rij.bestand, kolom, reden
                    self.cellen[sleutel] = self.cellen.get(sleutel, 0) + 1

    def laat(self, rij: Rij, reden: str) -> None:
        """This record is not taken over."""
        self.gelaten[rij.bestand, reden].append(rij)

    def gebrek(self, rij: Rij, wat: str) -> None:
        """Taken over, but something in it is not right."""
        self.gebreken.append(f"{rij.plek}: {wat}")

    def niet_overgenomen(self, bestand: str) -> int:
        return sum(len(rijen) for (welk, _r), rijen in self.gelaten.items() if welk == bestand)

    def regels(self, *, alles: bool = False) -> Iterator[str]:
        """For people: a line per file, then every reason with its count and rows."""
        for bestand, aantal in sorted(self.gelezen.items()):
            over = aantal - self.niet_overgenomen(bestand)
            yield f"{bestand}: {telwoord(aantal, 'rij', 'rijen')} gelezen, {over} overgenomen"
        for (bestand, reden), rijen in sorted(self.gelaten.items()):
            nummers = ", ".join(str(rij.nummer) for rij in (rijen if alles else rijen[:KORT]))
            meer = "" if alles or len(rijen) <= KORT else " …"
            aantal_rijen = telwoord(len(rijen), "rij", "rijen")
            yield f"niet overgenomen, {bestand}: {aantal_rijen}, {reden} (rij {nummers}{meer})"
        for (bestand, kolom, reden), aantal in sorted(self.cellen.items()):
            yield f"niet overgenomen, {bestand}, kolom {kolom}: {aantal} keer gevuld, {reden}"


@dataclass
class Bronverslag(Verslag):
    """The usual report of an import, with the account of the source below it."""

    verantwoording: Verantwoording = field(default_factory=Verantwoording)

    def regels(self, *, alles: bool = False) -> Iterator[str]:
        yield from super().regels(alles=alles)
        yield from self.verantwoording.regels(alles=alles)
