"""The word lists that come with the portal, loaded into the tables that staff edit.

``gegevens/woorden_*.txt``: one relation a line. ``a, b = c`` are equals; ``a, b > c, d`` leads
from the left to the right; a mark at the end gives the strength: ``!`` strong, ``?`` weak.
``gegevens/delen.txt``: parts of compounds, after ``heel:`` the words that stay whole.
``gegevens/crisis.txt``: ``kind: words / except``, choices with ``|``; ``= name: choices`` names a
group of words that the lines below write as ``<name>``. Lines with ``#`` are comment.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.db import transaction

from ..models.zoekwoorden import Crisiswoord, Samenstellingsdeel, Synoniem, Woordregel
from .kennis import woorden_gewijzigd

MAP = Path(__file__).resolve().parent / "gegevens"
_GROEP = re.compile(r"<(\w+)>")
STERKTES = {"!": Synoniem.Sterkte.STERK, "?": Synoniem.Sterkte.ZWAK}


def standaardwoorden(**kwargs: Any) -> int:
    """Bring the delivered words up to date without touching what staff made of them.

    Returns how many rows were added, changed or taken away. Runs after every migrate.
    """
    with transaction.atomic():
        aantal = (
            _werk_bij(Synoniem, _synoniemen())
            + _werk_bij(Samenstellingsdeel, _delen())
            + _werk_bij(Crisiswoord, _crisis())
        )
        if aantal:
            woorden_gewijzigd()
    return aantal


def _regels(patroon: str) -> Iterator[tuple[str, str]]:
    """(file name, line) of the data files, without comment and empty lines."""
    for bestand in sorted(MAP.glob(patroon)):
        for regel in bestand.read_text(encoding="utf-8").splitlines():
            if regel.strip() and not regel.startswith("#"):
                yield bestand.stem, regel.strip()


def _synoniemen() -> Iterator[Synoniem]:
    for bestand, regel in _regels("woorden_*.txt"):
        sterkte = STERKTES.get(regel[-1], Synoniem.Sterkte.GEWOON)
        woorden, pijl, betekenis = regel.rstrip("!? ").partition(" > ")
        if not pijl:
            woorden, sterkte = woorden.replace(" = ", ", "), Synoniem.Sterkte.GELIJK
        naam = f"{bestand}: {woorden.split(',')[0]} {pijl.strip() or '='} {sterkte}"
        yield Synoniem(standaard=naam, woorden=woorden, betekenis=betekenis, sterkte=sterkte)


def _delen() -> Iterator[Samenstellingsdeel]:
    for _bestand, regel in _regels("delen.txt"):
        heel = regel.startswith("heel:")
        for woord in regel.removeprefix("heel:").split():
            yield Samenstellingsdeel(standaard=woord, woord=woord, heel_laten=heel)


def _crisis() -> Iterator[Crisiswoord]:
    """A line keeps its name when a group that it uses grows."""
    groepen: dict[str, str] = {}
    for _bestand, regel in _regels("crisis.txt"):
        soort, _, rest = regel.partition(":")
        if soort.startswith("= "):
            groepen[soort[2:]] = _uitgeschreven(rest.strip(), groepen)
            continue
        zin, _, behalve = rest.partition("/")
        yield Crisiswoord(
            standaard=zin.strip()[:120],
            zin=_uitgeschreven(zin.strip(), groepen),
            behalve=_uitgeschreven(behalve.strip(), groepen).replace("|", " "),
            soort=soort,
        )


def _uitgeschreven(tekst: str, groepen: Mapping[str, str]) -> str:
    """A line with the groups that it names written out."""
    return _GROEP.sub(lambda treffer: groepen[treffer[1]], tekst)


def _werk_bij(model: Any, geleverd: Iterator[Woordregel]) -> int:
    nieuw = {regel.standaard: regel for regel in geleverd}
    for regel in nieuw.values():
        regel.afdruk = regel.inhoud()
    bestaand = {regel.standaard: regel for regel in model.objects.exclude(standaard=None)}
    toegevoegd = _zonder_dubbele(model, [nieuw[naam] for naam in nieuw if naam not in bestaand])
    model.objects.bulk_create(toegevoegd)
    gewijzigd = [
        _overgenomen(regel, nieuw[naam])
        for naam, regel in bestaand.items()
        if naam in nieuw and not regel.is_aangepast and regel.afdruk != nieuw[naam].afdruk
    ]
    if gewijzigd:
        model.objects.bulk_update(gewijzigd, [*model.INHOUD, "afdruk"])
    vervallen = [
        regel.pk for naam, regel in bestaand.items() if naam not in nieuw and not regel.is_aangepast
    ]
    model.objects.filter(pk__in=vervallen)._raw_delete(model.objects.db)
    return len(toegevoegd) + len(gewijzigd) + len(vervallen)


def _overgenomen(regel: Woordregel, geleverd: Woordregel) -> Woordregel:
    for veld in (*regel.INHOUD, "afdruk"):
        setattr(regel, veld, getattr(geleverd, veld))
    return regel


def _zonder_dubbele(model: Any, regels: list[Any]) -> list[Any]:
    """Staff may have added the same compound part themselves: then theirs stays."""
    if model is not Samenstellingsdeel:
        return regels
    eigen = set(model.objects.filter(standaard=None).values_list("woord", flat=True))
    return [regel for regel in regels if regel.woord not in eigen]
