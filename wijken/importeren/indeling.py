"""Reading the municipality's own layout: which buurten make which wijk (M1, V2).

Codes that cannot be right are named, with the code that was probably meant.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from ..codes import lees_code
from ..models import Gebied
from .csvbestand import open_tabel
from .fout import Importfout
from .gebieden import eigen_gemeente
from .indeling_bewaren import bewaar_indeling
from .suggestie import suggestie
from .verslag import Verslag, opsomming

KOLOMMEN = {
    "gebied": ("gebied", "gebiedsnaam", "wijk", "wijknaam", "kern"),
    "buurtcode": ("buurtcode", "bucode", "buurt", "code", "cbscode"),
    "buurtnaam": ("buurtnaam", "bunaam", "naam"),
    "stadsdeel": ("stadsdeel", "stadsdeelnaam"),
    "volgorde": ("volgorde", "nummer", "nr"),
    "gebiedcode": ("gebiedcode", "gebiedscode", "wijkcode"),
}


@dataclass(frozen=True)
class Regel:
    """One line: this buurt belongs to that area. None where the file has no such column."""

    nummer: int
    gebied: str
    geschreven: str
    naam: str = ""
    stadsdeel: str | None = None
    volgorde: int | None = None
    gebiedcode: str | None = None

    @property
    def code(self) -> str:
        """'BU19910101', or what was written if that is no code."""
        return str(lees_code(self.geschreven, "buurt") or self.geschreven)


@dataclass
class Eigengebied:
    """One own wijk with the codes of its buurten, ready to be kept."""

    naam: str
    stadsdeel: str | None = None
    volgorde: int | None = None
    code: str | None = None
    buurten: list[str] = field(default_factory=list)


def importeer_indeling(pad: Path, *, neem_suggestie_over: bool = False) -> Verslag:
    """Read a csv and keep its layout; to be called inside a transaction.

    Raises Importfout if the file cannot be used or there are no buurten yet.
    """
    verslag = Verslag()
    buurten = _namen_van_buurten()
    regels = _lees_regels(pad, verslag)
    codes = _Codes(buurten, regels, verslag, neem_suggestie_over)
    gebieden = _gebieden(regels, codes, verslag)
    _meld_zonder_gebied(gebieden, buurten, verslag)
    if not verslag.fouten:
        bewaar_indeling(gebieden, verslag)
    return verslag


def _namen_van_buurten() -> dict[str, str]:
    """Code → name of every buurt of the CBS in use."""
    buurten = Gebied.objects.niet_gearchiveerd().cbs().buurten().order_by("code")
    namen = dict(buurten.values_list("code", "naam"))
    if not namen:
        raise Importfout(
            f"Er zijn nog geen buurten van {eigen_gemeente()}. "
            "Importeer ze eerst: importeer_gebieden BESTAND --opslaan"
        )
    return namen


def _lees_regels(pad: Path, verslag: Verslag) -> list[Regel]:
    """The lines of the file; unusable ones are named in ``verslag.fouten``."""
    regels = []
    with open_tabel(pad, KOLOMMEN, {"gebied", "buurtcode"}) as tabel:
        for nummer, rij in tabel.rijen():
            fout = _fout_in_rij(rij)
            if fout:
                verslag.fouten.append(f"rij {nummer}: {fout}")
            else:
                regels.append(_regel(nummer, rij))
    if not regels and not verslag.fouten:
        raise Importfout(f"In {pad.name} staat geen enkele buurt.")
    return regels


def _fout_in_rij(rij: Mapping[str, str]) -> str:
    if not rij["gebied"] or not rij["buurtcode"]:
        return "het gebied of de buurtcode is leeg."
    if max(len(rij["gebied"]), len(rij.get("stadsdeel", ""))) > 120:
        return f"een naam is te lang: {rij['gebied'][:30]}…"
    if not rij.get("volgorde", "0").isdecimal() and rij["volgorde"]:
        return f"volgorde {rij['volgorde']!r} is geen getal."
    if lees_code(rij.get("gebiedcode")):
        return f"gebiedcode {rij['gebiedcode']} is van het CBS; kies een eigen code, of geen."
    return ""


def _regel(nummer: int, rij: Mapping[str, str]) -> Regel:
    return Regel(
        nummer=nummer,
        gebied=" ".join(rij["gebied"].split()),
        geschreven="".join(rij["buurtcode"].split()),
        naam=rij.get("buurtnaam", ""),
        stadsdeel=" ".join(rij["stadsdeel"].split()) if "stadsdeel" in rij else None,
        volgorde=int(rij["volgorde"]) if rij.get("volgorde") else None,
        gebiedcode=rij.get("gebiedcode") or None,
    )


class _Codes:
    """Which buurt each line means."""

    def __init__(
        self, buurten: dict[str, str], regels: list[Regel], verslag: Verslag, neem_over: bool
    ) -> None:
        self.buurten, self.verslag, self.neem_over = buurten, verslag, neem_over
        gebruikt = {regel.code for regel in regels}
        self.vrij = {code: naam for code, naam in buurten.items() if code not in gebruikt}

    def bedoeld(self, regel: Regel) -> str:
        """The code of the line, or the likely one if that may be used; else '' and a fault."""
        if regel.code in self.buurten:
            return regel.code
        code = suggestie(regel.geschreven, regel.naam, self.vrij)
        melding = self._melding(regel, code)
        if not code or not self.neem_over:
            hoe = " Overnemen kan met --neem-suggestie-over." if code else ""
            self.verslag.fouten.append(melding + hoe)
            return ""
        self.verslag.meldingen.append(f"{melding} Dat is overgenomen.")
        del self.vrij[code]
        return code

    def _melding(self, regel: Regel, code: str) -> str:
        naam = f" ({regel.naam})" if regel.naam else ""
        melding = f"rij {regel.nummer}: {regel.geschreven}{naam} {_wat_is_er_mis(regel.geschreven)}"
        if code:
            melding += f" Waarschijnlijk bedoeld: {_kaal(code)} {self.vrij[code]}."
        return melding


def _wat_is_er_mis(geschreven: str) -> str:
    code = lees_code(geschreven, "buurt")
    if code is None:
        return "is geen buurtcode."
    if code.gemeente != settings.GEMEENTE_CODE:
        return f"hoort niet bij {eigen_gemeente()}."
    return f"is geen buurt van {eigen_gemeente()} in dit portaal."


def _kaal(code: str) -> str:
    return code.removeprefix("BU")


def _gebieden(regels: list[Regel], codes: _Codes, verslag: Verslag) -> list[Eigengebied]:
    """The areas in the order of the file; a buurt in two of them is a fault."""
    gebieden: dict[str, Eigengebied] = {}
    bij: dict[str, str] = {}
    for regel in regels:
        gebied = gebieden.setdefault(regel.gebied.casefold(), Eigengebied(regel.gebied))
        verslag.fouten += _vul_aan(gebied, regel)
        code = codes.bedoeld(regel)
        eerder = bij.setdefault(code, gebied.naam) if code else gebied.naam
        if eerder != gebied.naam:
            verslag.fouten.append(
                f"rij {regel.nummer}: {_kaal(code)} staat bij {gebied.naam}, "
                f"maar ook al bij {eerder}."
            )
        elif code and code not in gebied.buurten:
            gebied.buurten.append(code)
    return list(gebieden.values())


def _vul_aan(gebied: Eigengebied, regel: Regel) -> list[str]:
    """Take over what the line says about its area; returns what contradicts an earlier line."""
    fouten = []
    for veld, waarde in (
        ("stadsdeel", regel.stadsdeel),
        ("volgorde", regel.volgorde),
        ("code", regel.gebiedcode),
    ):
        eerder = getattr(gebied, veld)
        if eerder and waarde and eerder != waarde:
            fouten.append(
                f"rij {regel.nummer}: {veld} van {gebied.naam} is {waarde}, was {eerder}."
            )
        elif waarde is not None and not eerder:
            setattr(gebied, veld, waarde)
    return fouten


def _meld_zonder_gebied(
    gebieden: list[Eigengebied], buurten: dict[str, str], verslag: Verslag
) -> None:
    ingedeeld = {code for gebied in gebieden for code in gebied.buurten}
    los = [f"{naam} ({_kaal(code)})" for code, naam in buurten.items() if code not in ingedeeld]
    if los:
        verslag.meldingen.append(
            f"Buurten die in geen gebied zitten ({len(los)}): {opsomming(los)}."
        )
