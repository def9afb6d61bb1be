"""From an uploaded file to tables whose columns are known."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from .bladen import BLADEN
from .fout import Importfout
from .kolommen import Blad, Deelblad, Kolom, kaal
from .lezen_csv import lees_los, lees_zip
from .lezen_xlsx import lees_xlsx
from .ruw import MEESTE_BYTES, Ruwbestand, Ruwblad, is_leeg

UITLEG = "uitleg"
KOP_BINNEN = 20  # rows from the top in which the head must stand
OUD_EXCEL = b"\xd0\xcf\x11\xe0"
LIBREOFFICE = b"mimetypeapplication/vnd.oasis"
WEL = "Wat wel kan: een Excel-bestand (.xlsx), een CSV, of een zip met CSV-bestanden."


@dataclass(frozen=True)
class Rij:
    """The cells of a row by field; a field whose column is missing is not there."""

    nummer: int
    cellen: dict[str, Any]


@dataclass(frozen=True)
class Tabel:
    blad: Blad
    kolommen: list[Kolom]
    rijen: list[Rij]


@dataclass
class Bestand:
    """What a file holds that can be imported, and remarks about the rest."""

    tabellen: dict[str, Tabel] = field(default_factory=dict)
    meldingen: list[str] = field(default_factory=list)


def lees(inhoud: bytes, naam: str) -> Bestand:
    """Read a file of any kind that is understood; Importfout says in Dutch why it is not."""
    if not inhoud:
        raise Importfout("Het bestand is leeg.")
    if len(inhoud) > MEESTE_BYTES:
        raise Importfout(f"Het bestand is te groot: meer dan {MEESTE_BYTES // 1_000_000} MB.")
    ruw = _lees_ruw(inhoud, naam)
    bestand = Bestand(meldingen=list(ruw.meldingen))
    for ruwblad in ruw.bladen:
        _voeg_toe(bestand, ruwblad, alleen=len(ruw.bladen) == 1)
    if not bestand.tabellen:
        namen = ", ".join(blad.naam for blad in ruw.bladen) or "geen"
        raise Importfout(f"Er staat geen blad in dat het portaal kent. Gevonden: {namen}.")
    return bestand


def _lees_ruw(inhoud: bytes, naam: str) -> Ruwbestand:
    """By what the file is, not by what it is called."""
    if LIBREOFFICE in inhoud[:200]:
        raise Importfout("Dit is een bestand van LibreOffice. Sla het op als .xlsx.")
    if inhoud.startswith(b"PK"):
        return lees_xlsx(inhoud) if b"xl/workbook.xml" in inhoud else lees_zip(inhoud)
    if inhoud.startswith(OUD_EXCEL):
        raise Importfout(
            "Dit is een oud of beveiligd Excel-bestand. Sla het op als .xlsx, zonder wachtwoord."
        )
    if inhoud.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"<")):
        raise Importfout(f"Dit soort bestand kan het portaal niet lezen. {WEL}")
    return lees_los(inhoud, naam)


def _voeg_toe(bestand: Bestand, ruwblad: Ruwblad, *, alleen: bool) -> None:
    blad = _herken(ruwblad, alleen=alleen)
    if blad is None:
        if kaal(ruwblad.naam) != UITLEG:
            bestand.meldingen.append(f"Het blad “{ruwblad.naam}” is onbekend en overgeslagen.")
        return
    if blad.naam in bestand.tabellen:
        raise Importfout(f"Het blad {blad.naam} staat er twee keer in.")
    bestand.tabellen[blad.naam] = _Lezer(blad, ruwblad, bestand.meldingen).tabel()


def _herken(ruwblad: Ruwblad, *, alleen: bool) -> Blad | None:
    """By name; a file with one sheet also by its columns."""
    naam = kaal(ruwblad.naam)
    for blad in BLADEN:
        if naam in (kaal(blad.naam), kaal(blad.enkel)):
            return blad
    if not alleen or naam == UITLEG:
        return None
    treffers = Counter({blad.naam: _meeste_bekend(blad, ruwblad) for blad in BLADEN})
    (beste, aantal), (_tweede, volgende) = treffers.most_common(2)
    uniek = aantal > max(volgende, 1)
    return next(blad for blad in BLADEN if blad.naam == beste) if uniek else None


def _meeste_bekend(blad: Blad, ruwblad: Ruwblad) -> int:
    return max((_bekend(blad, cellen) for _nr, cellen in ruwblad.rijen[:KOP_BINNEN]), default=0)


def _bekend(blad: Blad, cellen: Sequence[Any]) -> int:
    """How many cells of a row are heads of columns, the ones that a row cannot do without first."""
    namen = {kaal(cel) for cel in cellen if isinstance(cel, str)}
    gevonden = {blad.op_naam[naam].veld for naam in namen if naam in blad.op_naam}
    nodig = {"slug"} if isinstance(blad, Deelblad) else {"slug", blad.titelveld}
    return len(gevonden) if gevonden & nodig else 0


class _Lezer:
    """One sheet: finds its head and gives the cells of each row a field."""

    def __init__(self, blad: Blad, ruwblad: Ruwblad, meldingen: list[str]) -> None:
        self.blad, self.ruwblad, self.meldingen = blad, ruwblad, meldingen

    def tabel(self) -> Tabel:
        plek = self._plek_van_kop()
        if plek is None:
            return Tabel(self.blad, [], [])
        kop = self.ruwblad.rijen[plek][1]
        plaatsen = self._plaatsen(kop)
        self._meld_kolommen(kop, set(plaatsen.values()))
        rijen = list(self._rijen(self.ruwblad.rijen[plek + 1 :], plaatsen, _breedte(kop)))
        velden = set(plaatsen.values())
        return Tabel(self.blad, [k for k in self.blad.kolommen if k.veld in velden], rijen)

    def _plek_van_kop(self) -> int | None:
        """The first row with heads that are known; titles above it are passed over."""
        for plek, (_nummer, cellen) in enumerate(self.ruwblad.rijen[:KOP_BINNEN]):
            if _bekend(self.blad, cellen):
                return plek
        if all(is_leeg(cellen) for _nummer, cellen in self.ruwblad.rijen):
            return None
        voorbeeld = ", ".join(kolom.kop for kolom in self.blad.kolommen[:3])
        raise Importfout(
            f"Op het blad {self.blad.naam} staat geen rij met de namen van de kolommen "
            f"({voorbeeld} …)."
        )

    def _plaatsen(self, kop: Sequence[Any]) -> dict[int, str]:
        """Place in the row → field."""
        plaatsen: dict[int, str] = {}
        for plek, cel in enumerate(kop):
            kolom = self.blad.op_naam.get(kaal(cel)) if isinstance(cel, str) else None
            if kolom and kolom.veld in plaatsen.values():
                raise Importfout(f"{self.blad.naam}: de kolom {kolom.kop} staat er twee keer.")
            if kolom:
                plaatsen[plek] = kolom.veld
        self._eis_ouder(set(plaatsen.values()))
        return plaatsen

    def _eis_ouder(self, velden: set[str]) -> None:
        if any(kolom.veld == "bij" for kolom in self.blad.kolommen) and "bij" not in velden:
            raise Importfout(f"{self.blad.naam}: de kolom Hoort bij ontbreekt.")

    def _meld_kolommen(self, kop: Sequence[Any], velden: set[str]) -> None:
        onbekend = [
            str(cel).strip()
            for cel in kop
            if not is_leeg([cel]) and kaal(str(cel)) not in self.blad.op_naam
        ]
        mist = [k.kop for k in self.blad.kolommen if k.veld not in velden and not k.alleen_lezen]
        if onbekend:
            self.meldingen.append(
                f"{self.blad.naam}: onbekende kolommen zijn overgeslagen: {', '.join(onbekend)}."
            )
        if mist:
            self.meldingen.append(
                f"{self.blad.naam}: deze kolommen staan niet in het bestand. Wat er staat, blijft "
                f"zo: {', '.join(mist)}."
            )

    def _rijen(
        self, ruw: Sequence[tuple[int, Sequence[Any]]], plaatsen: dict[int, str], breedte: int
    ) -> Iterator[Rij]:
        for nummer, cellen in ruw:
            if is_leeg(cellen):
                continue
            if not is_leeg(cellen[breedte:]):
                raise Importfout(
                    f"{self.blad.naam}, rij {nummer}: er staat iets naast de laatste kolom. "
                    "Zijn de cellen verschoven?"
                )
            gevuld = {v: cellen[plek] for plek, v in plaatsen.items() if plek < len(cellen)}
            if not self._is_tussenkop(nummer, gevuld):
                yield Rij(nummer, gevuld)

    def _is_tussenkop(self, nummer: int, gevuld: dict[str, Any]) -> bool:
        """A merged row such as 'Wijk Volkel': one cell, and that is no key."""
        sleutel = gevuld.get("slug")
        rest = [cel for veld, cel in gevuld.items() if veld != "slug"]
        los = isinstance(sleutel, str) and len(rest) > 1 and is_leeg(rest)
        if not los or not set(str(sleutel).strip()) & set(" .,:!?"):
            return False
        self.meldingen.append(
            f"{self.blad.naam}, rij {nummer} is overgeslagen: er staat alleen “{sleutel}”."
        )
        return True


def _breedte(kop: Sequence[Any]) -> int:
    """Up to and including the last head."""
    return max(plek for plek, cel in enumerate(kop) if not is_leeg([cel])) + 1
