"""Which postcode is which buurt, from the CBS file of all addresses (pc6hnr) or one like it (M1).

The national file has nine million lines; only those of the own municipality are looked at.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from django.conf import settings

from sociale_basis.kern.velden import lees_postcode

from ..codes import lees_code
from ..models import Gebied, Postcodegebied
from .csvbestand import open_tabel
from .fout import Importfout
from .gebieden import eigen_gemeente
from .verslag import Verslag, opsomming, telwoord

KOLOMMEN = {
    "postcode": ("pc6", "postcode", "postcode6", "pc"),
    "huisnummer": ("huisnummer", "huisnr", "hnr", "nummer"),
    "buurt": ("buurt", "buurtcode", "bucode", "bu", "gwbcode"),
    "gemeente": ("gemeente", "gemeentecode", "gem", "gmcode", "gm"),
}
SOORT = "postcodes"
MEESTE_VERLIES = 0.25  # part of the postcodes that may go without being asked
MEESTE_FOUTEN = 20
HOOGSTE_NUMMER = 99_999

Huisnummer = int | None
Adressen = dict[str, dict[Huisnummer, int]]  # postcode → house number → primary key of the buurt


@dataclass
class Gelezen:
    """The addresses of the municipality, and what was wrong with other lines."""

    adressen: Adressen = field(default_factory=lambda: defaultdict(dict))
    onbekend: Counter[str] = field(default_factory=Counter)
    eerste_rij: dict[str, int] = field(default_factory=dict)
    dubbel: set[str] = field(default_factory=set)
    fouten: list[str] = field(default_factory=list)


def importeer_postcodes(
    pad: Path, *, zonder_onbekende_buurten: bool = False, accepteer_verlies: bool = False
) -> Verslag:
    """Read the file and keep its postcodes; to be called inside a transaction.

    Raises Importfout if the file cannot be used, or there are no buurten yet.
    """
    gelezen = _lees(pad, _buurten())
    if not gelezen.adressen and not gelezen.onbekend and not gelezen.fouten:
        raise Importfout(f"Geen enkele postcode in {pad.name} hoort bij {eigen_gemeente()}.")
    verslag = Verslag(fouten=_hoogstens(gelezen.fouten))
    _meld_onbekend(gelezen, verslag, zonder_onbekende_buurten)
    if gelezen.dubbel:
        namen = opsomming(sorted(gelezen.dubbel))
        verslag.meldingen.append(f"In meer dan één buurt, de eerste telt: {namen}.")
    _bewaar(_samengevat(gelezen.adressen), verslag, accepteer_verlies)
    return verslag


def _buurten() -> dict[str, int]:
    buurten = Gebied.objects.niet_gearchiveerd().cbs().buurten()
    gevonden = {code or "": pk for code, pk in buurten.values_list("code", "pk")}
    if not gevonden:
        raise Importfout(
            f"Er zijn nog geen buurten van {eigen_gemeente()}. "
            "Importeer ze eerst: importeer_gebieden BESTAND --opslaan"
        )
    return gevonden


def _lees(pad: Path, buurten: Mapping[str, int]) -> Gelezen:
    gelezen = Gelezen()
    is_eigen, buurtcode = _herkenner(), cache(lambda tekst: lees_code(tekst, "buurt"))
    cijfers = str(int(settings.GEMEENTE_CODE[2:]))  # as a spreadsheet leaves it: without zeros
    with open_tabel(pad, KOLOMMEN, {"postcode", "buurt"}) as tabel:
        for nummer, rij in tabel.rijen(lambda regel: cijfers in regel):
            if is_eigen(rij.get("gemeente", ""), rij["buurt"]):
                _lees_rij(gelezen, nummer, rij, str(buurtcode(rij["buurt"]) or ""), buurten)
    return gelezen


def _herkenner() -> Callable[[str, str], bool]:
    """Whether a line is of the own municipality: by its column, else by the buurt code."""

    @cache
    def is_eigen(gemeente: str, buurt: str) -> bool:
        code = lees_code(gemeente, "gemeente") or lees_code(buurt, "buurt")
        return code is not None and code.gemeente == settings.GEMEENTE_CODE

    return is_eigen


def _lees_rij(
    gelezen: Gelezen, nummer: int, rij: Mapping[str, str], code: str, buurten: Mapping[str, int]
) -> None:
    postcode, huisnummer = lees_postcode(rij["postcode"]), rij.get("huisnummer", "")
    if postcode is None:
        gelezen.fouten.append(f"rij {nummer}: {rij['postcode']!r} is geen postcode.")
    elif huisnummer and not (huisnummer.isdecimal() and int(huisnummer) <= HOOGSTE_NUMMER):
        gelezen.fouten.append(f"rij {nummer}: {huisnummer!r} is geen huisnummer.")
    elif code not in buurten:
        gelezen.onbekend[code or rij["buurt"]] += 1
        gelezen.eerste_rij.setdefault(code or rij["buurt"], nummer)
    else:
        sleutel = int(huisnummer) if huisnummer else None
        buurt = gelezen.adressen[postcode].setdefault(sleutel, buurten[code])
        if buurt != buurten[code]:
            gelezen.dubbel.add(f"{postcode} {huisnummer}".strip())


def _hoogstens(fouten: list[str]) -> list[str]:
    over = len(fouten) - MEESTE_FOUTEN
    return fouten[:MEESTE_FOUTEN] + ([f"… en nog {over} rijen met een fout."] if over > 0 else [])


def _meld_onbekend(gelezen: Gelezen, verslag: Verslag, sla_over: bool) -> None:
    """Buurten that the portal does not know: most often the borders are of another year."""
    if not gelezen.onbekend:
        return
    regels = [
        f"  {code}: {telwoord(aantal, 'adres', 'adressen')}, "
        f"het eerste in rij {gelezen.eerste_rij[code]}"
        for code, aantal in gelezen.onbekend.most_common()
    ]
    kop = f"Buurten die niet in het portaal staan ({len(regels)}):"
    if sla_over:
        verslag.meldingen.append("\n".join([f"Overgeslagen. {kop}", *regels]))
        return
    verslag.redenen_om_te_stoppen += [
        kop,
        *regels,
        "Zijn de buurten van hetzelfde jaar als dit bestand? Importeer anders eerst de buurten van "
        "dat jaar, of laat deze adressen weg met --zonder-onbekende-buurten.",
    ]


def _samengevat(adressen: Adressen) -> Adressen:
    """House numbers only where a postcode spans buurten."""
    return {
        postcode: nummers
        if len(set(nummers.values())) > 1
        else {None: next(iter(nummers.values()))}
        for postcode, nummers in adressen.items()
    }


def _bewaar(nieuw: Adressen, verslag: Verslag, accepteer_verlies: bool) -> None:
    oud = _bekend()
    groepen = _groepen(oud, nieuw)
    for groep, postcodes in groepen.items():
        verslag.noteer(SOORT, groep, *postcodes)
    if len(groepen["vervallen"]) > MEESTE_VERLIES * len(oud) and not accepteer_verlies:
        verslag.redenen_om_te_stoppen.append(
            f"Er zouden {len(groepen['vervallen'])} van de {len(oud)} postcodes verdwijnen. "
            "Is het bestand heel? Zo ja: --accepteer-verlies."
        )
    else:
        anders = groepen["gewijzigd"]
        _vervang(groepen["vervallen"] + anders, groepen["toegevoegd"] + anders, nieuw)


def _bekend() -> Adressen:
    bekend: Adressen = defaultdict(dict)
    rijen = Postcodegebied.objects.order_by().values_list("postcode", "huisnummer", "buurt_id")
    for postcode, nummer, buurt in rijen:
        bekend[postcode][nummer] = buurt
    return bekend


def _vervang(weg: list[str], erbij: list[str], nieuw: Adressen) -> None:
    for deel in _delen(weg, 500):
        Postcodegebied.objects.filter(postcode__in=deel).delete()
    rijen = (
        Postcodegebied(postcode=postcode, huisnummer=nummer, buurt_id=buurt)
        for postcode in erbij
        for nummer, buurt in nieuw[postcode].items()
    )
    Postcodegebied.objects.bulk_create(rijen, batch_size=1000)


def _groepen(oud: Adressen, nieuw: Adressen) -> dict[str, list[str]]:
    samen = sorted(oud.keys() & nieuw.keys())
    return {
        "toegevoegd": sorted(nieuw.keys() - oud.keys()),
        "gewijzigd": [postcode for postcode in samen if oud[postcode] != nieuw[postcode]],
        "gelijk": [postcode for postcode in samen if oud[postcode] == nieuw[postcode]],
        "vervallen": sorted(oud.keys() - nieuw.keys()),
    }


def _delen(lijst: list[str], grootte: int) -> Iterator[list[str]]:
    for begin in range(0, len(lijst), grootte):
        yield lijst[begin : begin + grootte]
