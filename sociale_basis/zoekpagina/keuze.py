"""What a visitor asks of the search page, read from the address in one place."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.cache import cache
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.zoeken.facetten import Filters
from sociale_basis.kern.zoeken.zoek import Resultaat, zoek
from voorzieningen.nu_open import nu_open
from wijken.opzoeken import Postcodeantwoord, zoek_postcode
from wijken.zoeksoorten import OVERAL

LANGSTE_VRAAG = 300
MEESTE_WAARDEN = 10  # of one choice
FACETTEN = ("soort", "thema", "wijk", "doelgroep", "hulp", "toegang", "kosten", "taal")
GEEN_PLEK = _("Vul uw postcode in. Dan weten we wat dichtbij is.")
ONBEKENDE_PLEK = _("We weten niet precies waar deze postcode ligt.")
LETTERS_ERBIJ = _("Vul ook de 2 letters van uw postcode in. Dan weten we wat dichtbij is.")
MELDINGEN = {"kies": LETTERS_ERBIJ, "buiten": _("Deze postcode ligt niet in onze gemeente.")}
VOLGORDES = ("relevantie", "dichtbij", "naam")
AFSTANDEN = {"1": 1_000, "3": 3_000, "5": 5_000, "10": 10_000}  # kilometres to metres


@dataclass
class Zoekkeuze:
    """A question with its filters; whatever is unknown or wrong counts as not chosen."""

    vraag: str = ""
    facetten: dict[str, set[str]] = field(default_factory=dict)
    open_nu: bool = False
    postcode: str = ""
    hier: tuple[float, float] | None = None
    afstand: str = ""
    volgorde: str = "relevantie"
    kaart: bool = False
    pagina: int = 1

    @classmethod
    def uit(cls, get: QueryDict) -> "Zoekkeuze":
        """Read the query string; asks the database nothing."""
        return cls(
            vraag=" ".join(get.get("q", "").replace("\x00", " ").split())[:LANGSTE_VRAAG],
            facetten={n: set(gekozen) for n in FACETTEN if (gekozen := _waarden(get, n))},
            open_nu=get.get("open") == "1",
            postcode=get.get("postcode", "").replace("\x00", "").strip()[:20],
            hier=_punt(get.get("lat", ""), get.get("lon", "")),
            afstand=get.get("afstand", "") if get.get("afstand", "") in AFSTANDEN else "",
            volgorde=get.get("volgorde", "") if get.get("volgorde") in VOLGORDES else "relevantie",
            kaart=get.get("weergave") == "kaart",
            pagina=_pagina(get.get("page", "")),
        )

    @cached_property
    def antwoord(self) -> Postcodeantwoord | None:
        return zoek_postcode(self.postcode) if self.postcode else None

    @property
    def punt(self) -> tuple[float, float] | None:
        """(lat, lon) to measure from: the middle of the postcode, or where the visitor is."""
        if self.antwoord and self.antwoord.vertrekpunt:
            return self.antwoord.vertrekpunt
        return self.hier

    @property
    def melding(self) -> str:
        """Why no distance can be measured, in plain words; '' when it can, or is not asked."""
        if self.punt:
            return ""
        if self.antwoord:
            return self.antwoord.melding or str(MELDINGEN.get(self.antwoord.soort, ONBEKENDE_PLEK))
        return str(GEEN_PLEK) if self.afstand else ""

    def melding_bij(self, resultaat: Resultaat) -> str:
        """The same, now that a place in the question itself is known too."""
        zonder_plek = self.volgorde == "dichtbij" and not (self.punt or resultaat.herkend.punt)
        return self.melding or (str(GEEN_PLEK) if zonder_plek else "")

    @property
    def is_leeg(self) -> bool:
        """Nothing asked and nothing chosen: the page shows themes instead of a list."""
        return not (self.vraag or self.facetten or self.open_nu or self.postcode or self.hier)

    @property
    def afstanden(self) -> tuple[str, ...]:
        return tuple(AFSTANDEN)

    @property
    def telt(self) -> bool:
        """A first page without choices: only those questions are counted."""
        return bool(self.vraag) and self.pagina == 1 and not self.aantal_filters

    @property
    def aantal_filters(self) -> int:
        return sum(len(gekozen) for gekozen in self.facetten.values()) + len(self.los)

    @property
    def los(self) -> list[str]:
        """What was chosen that is no facet."""
        los = {"open": self.open_nu, "afstand": self.afstand, "postcode": self.postcode}
        return [naam for naam, gekozen in los.items() if gekozen]

    def filters(self) -> Filters:
        """For the engine; a wijk also gets what serves the whole municipality."""
        straal = AFSTANDEN.get(self.afstand) if self.punt else None
        open_nu = _nu_open() if self.open_nu else None
        return Filters(self.facetten, straal, self.punt, open_nu, {"wijk": OVERAL})

    def zoek(self, **anders: Any) -> Resultaat:
        """The page asked for."""
        opties: dict[str, Any] = {
            "pagina": self.pagina,
            "volgorde": self.volgorde,
            "punt": self.punt,
        } | anders
        return zoek(self.vraag, self.filters(), **opties)


def _nu_open() -> dict[str, set[int]]:
    """Asked once a minute, however fast somebody types."""
    minuut = int(timezone.now().timestamp()) // 60
    return cache.get_or_set(f"nu-open-{minuut}", nu_open, 60) or {}


def _waarden(get: QueryDict, naam: str) -> list[str]:
    gekozen = get.getlist(naam)[:MEESTE_WAARDEN]
    return [waarde[:60] for waarde in gekozen if waarde and "\x00" not in waarde]


def _punt(lat: str, lon: str) -> tuple[float, float] | None:
    """Coordinates inside Europe, rounded to about 100 metres: nobody's front door."""
    try:
        punt = (round(float(lat), 3), round(float(lon), 3))
    except ValueError:
        return None
    return punt if 35 < punt[0] < 72 and -12 < punt[1] < 35 else None


def _pagina(tekst: str) -> int:
    return int(tekst) if re.fullmatch(r"[1-9][0-9]{0,4}", tekst) else 1
