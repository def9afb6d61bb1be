"""What an import did or would do, as a table with names; Dutch, for the person at the keyboard."""

from collections.abc import Iterator
from dataclasses import dataclass, field

GROEPEN = ("toegevoegd", "gewijzigd", "gelijk", "vervallen")
KORT = 8  # names of a group that are shown without -v 2


@dataclass
class Verslag:
    """Names per kind and group, remarks, bad rows, and reasons to save nothing."""

    namen: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    meldingen: list[str] = field(default_factory=list)
    fouten: list[str] = field(default_factory=list)
    redenen_om_te_stoppen: list[str] = field(default_factory=list)

    @property
    def stopt(self) -> bool:
        return bool(self.fouten or self.redenen_om_te_stoppen)

    def noteer(self, soort: str, groep: str, *namen: str) -> None:
        """Put names under 'wijken', 'toegevoegd'; without names the row of the table is made."""
        groepen = self.namen.setdefault(soort, {naam: [] for naam in GROEPEN})
        groepen[groep].extend(namen)

    def aantal(self, soort: str, groep: str) -> int:
        return len(self.namen.get(soort, {}).get(groep, []))

    def regels(self, *, alles: bool = False) -> Iterator[str]:
        """The report line by line; ``alles`` leaves no name out."""
        yield from self._tabel()
        for groep in GROEPEN:
            for soort, groepen in self.namen.items():
                if groepen[groep] and (alles or groep != "gelijk"):
                    yield f"{groep}, {soort}: {opsomming(groepen[groep], None if alles else KORT)}"
        yield from (f"Let op: {melding}" for melding in self.meldingen)
        if self.fouten:
            yield f"Fout in {telwoord(len(self.fouten), 'rij', 'rijen')}:"
            yield from (f"  {fout}" for fout in self.fouten)
        yield from self.redenen_om_te_stoppen

    def _tabel(self) -> Iterator[str]:
        if not self.namen:
            return
        breed = max(map(len, self.namen))
        yield " " * breed + "".join(f"{groep:>12}" for groep in GROEPEN)
        for soort, groepen in self.namen.items():
            yield f"{soort:<{breed}}" + "".join(f"{len(groepen[groep]):>12}" for groep in GROEPEN)


def opsomming(namen: list[str], hoogstens: int | None = KORT) -> str:
    """'a, b, c … en nog 12'; everything when ``hoogstens`` is None."""
    if hoogstens is None or len(namen) <= hoogstens + 1:
        return "; ".join(namen)
    return f"{'; '.join(namen[:hoogstens])} … en nog {len(namen) - hoogstens} (-v 2 toont alles)"


def telwoord(aantal: int, een: str, meer: str) -> str:
    """'1 rij', '12 rijen', '9.000.000 rijen'."""
    return f"{aantal:,}".replace(",", ".") + f" {een if aantal == 1 else meer}"
