"""From the rows of a file with borders to the areas of the own municipality (M1).

Water is left out, areas of other municipalities are counted, and what cannot be read is named
with its row.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..codes import LENGTE, Code, jaar_in, lees_cijfercode, lees_code
from .geobestand import Laag, lees_rijen
from .kolommen import Rollen, rollen, waarde

WATER = {"JA", "J", "TRUE", "B"}  # B is abroad: land that only fills the map


@dataclass(frozen=True)
class Rij:
    """One area in a file, without its border; ``nummer`` counts from 1 in its layer."""

    laag: Laag
    id: int
    nummer: int
    code: Code
    naam: str
    boven: Code | None
    jaar: int | None

    @property
    def titel(self) -> str:
        return f"{self.code} {self.naam}".strip()

    @property
    def plek(self) -> str:
        return f"{self.laag.titel}, rij {self.nummer}"


@dataclass
class Oogst:
    """What the layers of one or more files hold, apart from borders."""

    eigen: list[Rij] = field(default_factory=list)
    elders: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    namen: dict[str, str] = field(default_factory=dict)  # GM code → name
    water: int = 0
    fouten: list[str] = field(default_factory=list)
    zonder_code: list[Laag] = field(default_factory=list)


def oogst(lagen: Iterable[Laag], gemeente: str) -> Oogst:
    """Sort all rows of the layers; ``gemeente`` is the own code, such as 'GM1991'."""
    resultaat = Oogst()
    for laag in lagen:
        kolommen = rollen(laag.kolommen)
        gevraagd = {naam for namen in kolommen.values() for naam in namen}
        rijen = list(lees_rijen(laag, gevraagd)) if gevraagd else []
        sleutel = _sleutel(laag, kolommen, [rij for _id, rij in rijen])
        if sleutel is None:
            resultaat.zonder_code.append(laag)
            continue
        for nummer, (fid, rij) in enumerate(rijen, start=1):
            _sorteer(resultaat, _Lezer(laag, kolommen, sleutel, rij), gemeente, fid, nummer)
    return resultaat


def _sorteer(resultaat: Oogst, lezer: "_Lezer", gemeente: str, fid: int, nummer: int) -> None:
    if lezer.is_water():
        resultaat.water += 1
        return
    code, naam = lezer.code, lezer.naam()
    bij = code.gemeente if code else lezer.gemeente()
    if bij and not resultaat.namen.get(bij):
        resultaat.namen[bij] = lezer.waarde("gemeentenaam")
    if bij and bij != gemeente:
        resultaat.elders[bij].append(f"{code or ''} {naam}".strip())
    elif code:
        rij = Rij(lezer.laag, fid, nummer, code, naam, lezer.boven(), lezer.jaar())
        resultaat.eigen.append(rij)
    else:
        resultaat.fouten.append(f"{lezer.laag.titel}, rij {nummer}: {lezer.fout_in_code()}")


@dataclass(frozen=True)
class Sleutel:
    """The column that says which area a row is, and how to read it."""

    rol: str
    lees: Callable[[str], Code | None]


def _sleutel(laag: Laag, kolommen: Rollen, rijen: list[dict[str, Any]]) -> Sleutel | None:
    """The first column in which at least half of the rows have a code; None if there is none.

    A buurt also names its wijk and its gemeente, so the lowest level comes first, and a layer
    with buurt codes is never read as a layer of wijken because some buurt codes are wrong.
    """
    for sleutel in _sleutels(laag, kolommen):
        gelezen = sum(1 for rij in rijen if sleutel.lees(waarde(rij, kolommen, sleutel.rol)))
        if rijen and gelezen * 2 >= len(rijen):
            return sleutel
    return None


def _sleutels(laag: Laag, kolommen: Rollen) -> Iterator[Sleutel]:
    yield Sleutel("buurtcode", lambda tekst: lees_code(tekst, "buurt"))
    yield Sleutel("code", lees_code)
    yield Sleutel("jaarcode", lees_code)
    if "buurtcode" not in kolommen:
        yield Sleutel("wijkcode", _lees_wijkcode)
        if "wijkcode" not in kolommen:
            yield Sleutel("gemeentecode", lambda tekst: lees_code(tekst, "gemeente"))
    niveau = _niveau(laag.naam)
    yield Sleutel("code", lambda tekst: lees_code(tekst, niveau))
    yield Sleutel("code", lees_cijfercode)


def _niveau(laagnaam: str) -> str | None:
    """The one level that the name of a layer holds; None for 'wijkenbuurten'."""
    genoemd = [soort for soort in LENGTE if soort in laagnaam.lower()]
    return genoemd[0] if len(genoemd) == 1 else None


def _lees_wijkcode(tekst: str) -> Code | None:
    """Some files number the wijken within a gemeente, '01': that is no code."""
    return lees_code(tekst, "wijk") if len(tekst) > 2 else None


class _Lezer:
    """One row with the roles of its columns."""

    def __init__(self, laag: Laag, kolommen: Rollen, sleutel: Sleutel, rij: dict[str, Any]) -> None:
        self.laag = laag
        self.kolommen = kolommen
        self.rij = rij
        self.codetekst = self.waarde(sleutel.rol)
        self.code = sleutel.lees(self.codetekst)

    def waarde(self, rol: str) -> str:
        return waarde(self.rij, self.kolommen, rol)

    def is_water(self) -> bool:
        return self.waarde("water").upper() in WATER

    def naam(self) -> str:
        niveau = self.code.soort if self.code else "buurt"
        return (self.waarde(f"{niveau}naam") or self.waarde("naam"))[:120]

    def boven(self) -> Code | None:
        """The area above; a wijk that a buurt names counts more than what its code says."""
        if self.code is None or self.code.soort != "buurt":
            return self.code and self.code.boven
        return _lees_wijkcode(self.waarde("wijkcode")) or self.code.boven

    def gemeente(self) -> str:
        code = lees_code(self.waarde("gemeentecode"), "gemeente")
        return str(code) if code else ""

    def jaar(self) -> int | None:
        return jaar_in(self.waarde("jaarcode")) or jaar_in(self.waarde("jaar")) or self.laag.jaar

    def fout_in_code(self) -> str:
        """Why this row has no code, with its name so that it can be found."""
        naam = f" ({naam})" if (naam := self.naam()) else ""
        if not self.codetekst:
            return f"er staat geen code{naam}."
        return f"{self.codetekst!r} is geen code van het CBS{naam}."
