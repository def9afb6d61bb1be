"""The choices beside the results: names, counts, and what is chosen."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.zoeken.zoek import Resultaat
from wijken.zoeksoorten import OVERAL

from .soorten import SOORTNAMEN

KOPPEN = {
    "soort": _("Wat zoekt u?"),
    "wijk": _("Waar woont u?"),
    "thema": _("Waarover?"),
    "doelgroep": _("Voor wie?"),
    "toegang": _("Hoe komt u binnen?"),
    "kosten": _("Wat mag het kosten?"),
    "hulp": _("Van wie?"),
    "taal": _("In welke taal?"),
}

LANGST_ADRES = 1_000
LOS = {"open": _("Nu open"), "afstand": _("Afstand"), "postcode": _("Dichtbij postcode")}


@dataclass(frozen=True)
class Optie:
    """One choice; ``waarde`` stands in the address, ``aantal`` is how many results it gives.

    ``id`` stays the same whatever else is chosen: live results leave the keyboard where it is.
    """

    waarde: str
    naam: str
    aantal: int
    gekozen: bool
    id: str


@dataclass(frozen=True)
class Groep:
    """The choices of one kind; open when something of it is chosen."""

    naam: str
    kop: Any
    opties: list[Optie]

    @property
    def is_gekozen(self) -> bool:
        return any(optie.gekozen for optie in self.opties)


@dataclass(frozen=True)
class Keus:
    """Something that was chosen, with the address of the page without it."""

    naam: Any
    url: str


def gekozen(van: Iterable[Groep], los: Iterable[str], get: QueryDict) -> list[Keus]:
    """What was chosen, to show above the results; nothing of an address that nobody chose.

    ``los``: what was chosen outside the groups, as named in ``LOS``.
    """
    if len(get.urlencode()) > LANGST_ADRES:
        return []
    return [Keus(LOS[naam], _zonder(get, naam)) for naam in los] + [
        Keus(optie.naam, _zonder(get, groep.naam, optie.waarde))
        for groep in van
        for optie in groep.opties
        if optie.gekozen
    ]


def _zonder(get: QueryDict, naam: str, waarde: str | None = None) -> str:
    over = get.copy()
    over.setlist(naam, [w for w in get.getlist(naam) if waarde not in (None, w)])
    over.pop("page", None)
    return f"?{over.urlencode()}"


def groepen(resultaat: Resultaat, gekozen: dict[str, set[str]]) -> list[Groep]:
    """All groups with something to choose, the most results first."""
    gemaakt = (
        Groep(naam, kop, _opties(naam, resultaat, gekozen.get(naam, set())))
        for naam, kop in KOPPEN.items()
    )
    return [groep for groep in gemaakt if groep.opties]


def _opties(naam: str, resultaat: Resultaat, gekozen: set[str]) -> list[Optie]:
    geteld = dict(resultaat.facetten.get(naam, {}))
    overal = geteld.pop(OVERAL, 0) if naam == "wijk" else 0
    opties = [_optie(naam, waarde, aantal + overal, gekozen) for waarde, aantal in geteld.items()]
    return sorted(_met_gekozen(naam, opties, gekozen), key=lambda o: (-o.aantal, o.naam))


def _optie(naam: str, waarde: str, aantal: int, gekozen: set[str]) -> Optie:
    kort, _streep, woorden = waarde.partition("|")
    toon = str(SOORTNAMEN.get(waarde, waarde)) if naam == "soort" else woorden
    return Optie(kort, capfirst(toon), aantal, kort in gekozen, f"{naam}-{kort}")


def _met_gekozen(naam: str, opties: list[Optie], gekozen: set[str]) -> Iterable[Optie]:
    """What was chosen stays in sight, also when it gives nothing."""
    yield from opties
    for nummer, waarde in enumerate(sorted(gekozen - {optie.waarde for optie in opties})):
        yield Optie(waarde, capfirst(waarde.replace("-", " ")), 0, True, f"{naam}-geen-{nummer}")
