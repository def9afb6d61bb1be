"""From files to areas that are ready to be kept: one border per code, valid and in degrees (M1)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from .. import grenzen
from ..codes import LENGTE, Code
from .fout import Importfout
from .geobestand import Laag, lees_lagen, lees_vormen, onvolledig
from .kolommen import VERWACHT
from .ligging import ligt_in_nederland, naar_wgs84
from .rijen import Oogst, Rij, oogst
from .verslag import opsomming, telwoord

MEERVOUD = {"gemeente": "gemeente", "wijk": "wijken", "buurt": "buurten"}


@dataclass(frozen=True)
class Gebiedsrij:
    """One area ready to be kept; ``boven`` is the code of the CBS area above it."""

    code: Code
    naam: str
    boven: Code | None
    vorm: BaseGeometry
    bron: str


@dataclass
class Inhoud:
    """The own areas in the files, highest level first, with remarks and bad rows."""

    rijen: list[Gebiedsrij] = field(default_factory=list)
    meldingen: list[str] = field(default_factory=list)
    fouten: list[str] = field(default_factory=list)


def lees_gebieden(
    paden: Sequence[Path], gemeente: str, laag: str | None = None, *, alle_paginas: bool = False
) -> Inhoud:
    """Read the areas of one municipality ('GM1991 Maashorst') from files.

    Raises Importfout for a file that cannot be read, that is one page of a web service, that
    has no column with codes, or that holds no area of this municipality.
    """
    for pad in paden:
        _controleer_volledig(pad, alle_paginas)
    lagen = _gekozen([gelezen for pad in paden for gelezen in lees_lagen(pad)], laag)
    gevonden = oogst(lagen, gemeente.split()[0])
    _controleer_oogst(gevonden, lagen, gemeente)
    inhoud = Inhoud(fouten=list(gevonden.fouten), meldingen=list(_overgeslagen(gevonden, gemeente)))
    rijen = _een_laag_per_niveau(_nieuwste_jaar(gevonden.eigen, inhoud), inhoud)
    _voeg_samen(_met_grens(rijen, inhoud), inhoud)
    return inhoud


def _controleer_volledig(pad: Path, alle_paginas: bool) -> None:
    reden = "" if alle_paginas or not pad.exists() else onvolledig(pad)
    if reden:
        raise Importfout(
            f"{pad.name} is maar een deel van wat een webdienst heeft: {reden}.\n"
            "Zo krijgt u alles: neem het GeoPackage van PDOK, vraag meer tegelijk op "
            "(…&limit=1000 of &count=10000), of haal elke pagina binnen en geef ze samen: "
            "importeer_gebieden pagina1.json pagina2.json --alle-paginas"
        )


def _gekozen(lagen: list[Laag], naam: str | None) -> list[Laag]:
    """The layer that was asked for, or all that can hold borders."""
    gekozen = [
        laag for laag in lagen if (laag.naam.lower() == naam.lower() if naam else laag.is_vlakken)
    ]
    if not gekozen:
        namen = ", ".join(f"{laag.naam} ({laag.meetkunde or 'tabel'})" for laag in lagen) or "geen"
        gezocht = f"laag {naam}" if naam else "laag met grenzen"
        raise Importfout(f"Er is geen {gezocht} in het bestand. Lagen: {namen}.")
    return gekozen


def _controleer_oogst(gevonden: Oogst, lagen: list[Laag], gemeente: str) -> None:
    if not any(laag.aantal for laag in lagen):
        raise Importfout("Er staat geen enkel gebied in het bestand.")
    if len(gevonden.zonder_code) == len(lagen):
        kolommen = "; ".join(f"{laag.titel}: {', '.join(laag.kolommen)}" for laag in lagen)
        raise Importfout(
            "Er is geen kolom met codes van gemeente, wijken of buurten.\n"
            f"Gezien: {kolommen or 'geen kolommen'}.\nVerwacht: {VERWACHT}."
        )
    if not gevonden.eigen and not gevonden.fouten:
        elders = opsomming(list(_elders(gevonden))) or "alleen water"
        raise Importfout(f"Geen enkel gebied hoort bij {gemeente}. In het bestand: {elders}.")


def _elders(gevonden: Oogst) -> Iterator[str]:
    for code, namen in sorted(gevonden.elders.items(), key=lambda paar: -len(paar[1])):
        titel = f"{code} {gevonden.namen.get(code, '')}".strip()
        yield f"{titel} ({telwoord(len(namen), 'gebied', 'gebieden')})"


def _overgeslagen(gevonden: Oogst, gemeente: str) -> Iterator[str]:
    if gevonden.water:
        yield f"{telwoord(gevonden.water, 'watervlak', 'watervlakken')} overgeslagen."
    if len(gevonden.elders) > 3:
        totaal = sum(map(len, gevonden.elders.values()))
        yield (
            f"{telwoord(totaal, 'gebied', 'gebieden')} van {len(gevonden.elders)} andere gemeenten "
            f"overgeslagen: {opsomming(list(_elders(gevonden)), 3)}."
        )
        return
    for code, namen in gevonden.elders.items():
        titel = f"{code} {gevonden.namen.get(code, '')}".strip()
        yield f"{titel} hoort niet bij {gemeente}, overgeslagen: {opsomming(namen, 5)}."


def _nieuwste_jaar(rijen: list[Rij], inhoud: Inhoud) -> list[Rij]:
    """Only the last year, per level: a file with every year holds each area many times."""
    over = []
    for soort in LENGTE:
        van_soort = [rij for rij in rijen if rij.code.soort == soort]
        jaren = sorted({rij.jaar for rij in van_soort if rij.jaar})
        over += [rij for rij in van_soort if rij.jaar in (None, *jaren[-1:])]
        if len(jaren) > 1:
            inhoud.meldingen.append(
                f"{MEERVOUD[soort]} van {', '.join(map(str, jaren))}: alleen {jaren[-1]} gebruikt."
            )
    return over


def _een_laag_per_niveau(rijen: list[Rij], inhoud: Inhoud) -> list[Rij]:
    """Of layers that hold the same areas (generalised and not) only the most precise one."""
    over: list[Rij] = []
    gezien: dict[Code, Laag] = {}
    for laag in sorted({rij.laag: None for rij in rijen}, key=_is_grof):
        for soort in LENGTE:
            deze = [rij for rij in rijen if rij.laag == laag and rij.code.soort == soort]
            dubbel = next((gezien[rij.code] for rij in deze if rij.code in gezien), None)
            if dubbel:
                inhoud.meldingen.append(
                    f"{MEERVOUD[soort]} uit {laag.titel} niet gebruikt: ze staan ook in "
                    f"{dubbel.titel}. Kiezen kan met --laag."
                )
            else:
                over += deze
        gezien |= {rij.code: laag for rij in over if rij.laag == laag}
    return over


def _is_grof(laag: Laag) -> bool:
    naam = laag.naam.lower()
    return "gegeneraliseerd" in naam and "niet" not in naam


def _met_grens(rijen: list[Rij], inhoud: Inhoud) -> Iterator[tuple[Rij, BaseGeometry]]:
    """The rows with a good border; the others are named in ``inhoud.fouten``."""
    for laag, groep in groupby(rijen, key=lambda rij: rij.laag):
        van_laag = list(groep)
        ruw = lees_vormen(laag, [rij.id for rij in van_laag])
        paren = list(_vlakken(zip(van_laag, ruw, strict=True), inhoud))
        vormen, melding = naar_wgs84([vorm for _rij, vorm in paren], laag.crs)
        if melding:
            inhoud.meldingen.append(f"{laag.titel}: {melding}")
        for (rij, _oud), vorm in zip(paren, vormen, strict=True):
            goed = _hersteld(rij, vorm, inhoud)
            if goed is not None:
                yield rij, goed


def _vlakken(
    paren: Iterable[tuple[Rij, BaseGeometry | None]], inhoud: Inhoud
) -> Iterator[tuple[Rij, BaseGeometry]]:
    for rij, ruw in paren:
        if ruw is None or ruw.is_empty:
            inhoud.fouten.append(f"{rij.plek}: {rij.titel} heeft geen leesbare grens.")
        elif grenzen.vlakken(ruw).is_empty:
            inhoud.fouten.append(f"{rij.plek}: {rij.titel} is geen vlak maar een {ruw.geom_type}.")
        else:
            yield rij, grenzen.vlakken(ruw)


def _hersteld(rij: Rij, vorm: BaseGeometry, inhoud: Inhoud) -> BaseGeometry | None:
    """The border, repaired and on six decimals; None (and named) where it is of no use."""
    if vorm.is_empty or not ligt_in_nederland(vorm):
        inhoud.fouten.append(f"{rij.plek}: {rij.titel} ligt niet in Nederland.")
        return None
    if not vorm.is_valid:
        inhoud.meldingen.append(f"De grens van {rij.titel} kruiste zichzelf en is hersteld.")
    heel = grenzen.hersteld(vorm)
    if heel.is_empty:
        inhoud.fouten.append(f"{rij.plek}: {rij.titel} heeft geen oppervlak.")
        return None
    return heel


def _voeg_samen(paren: Iterable[tuple[Rij, BaseGeometry]], inhoud: Inhoud) -> None:
    """One area per code: parts with one name are joined, different names are an error."""
    per_code: dict[Code, list[tuple[Rij, BaseGeometry]]] = defaultdict(list)
    for rij, vorm in paren:
        per_code[rij.code].append((rij, vorm))
    for code, delen in per_code.items():
        eerste = delen[0][0]
        if len({rij.naam.casefold() for rij, _vorm in delen}) > 1:
            titels = ", ".join(f"{rij.naam} (rij {rij.nummer})" for rij, _vorm in delen)
            inhoud.fouten.append(f"{eerste.laag.titel}: {code} heeft meer dan één naam: {titels}.")
            continue
        if len(delen) > 1:
            inhoud.meldingen.append(f"{eerste.titel}: {len(delen)} delen samengevoegd.")
        inhoud.rijen.append(_gebiedsrij(eerste, [vorm for _rij, vorm in delen]))


def _gebiedsrij(rij: Rij, vormen: list[BaseGeometry]) -> Gebiedsrij:
    vorm = vormen[0] if len(vormen) == 1 else grenzen.vereniging(vormen)
    bron = ", ".join(filter(None, ["CBS/Kadaster", rij.laag.bestand, str(rij.jaar or "")]))
    return Gebiedsrij(rij.code, rij.naam, rij.boven, vorm, bron[:200])
