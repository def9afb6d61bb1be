"""Wijken in the search: found by name, and understood in a question (V2, H6).

"schulden in Volkel" and "koffie 5401" mean: schulden, koffie, in that wijk.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from django.db.models import QuerySet

from sociale_basis.kern.zoeken.registratie import (
    Herkend,
    Teksten,
    registreer,
    registreer_afhankelijk,
    registreer_herkenner,
)
from sociale_basis.kern.zoeken.tekst import vouw

from .models import Gebied, Netwerkpartner
from .opzoeken import zoek_postcode

OVERAL = "overal|De hele gemeente"
STAAT_IN = "staat_in"  # facet: the wijken where something stands, also when it serves all of them
POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([a-z]{2})?\b", re.IGNORECASE | re.ASCII)
# No amount of money and what follows it: "1500 in de maand".
HELE_POSTCODE = re.compile(r"[1-9]\d{3}(?: ?[A-Z]{2}|[a-z]{2})", re.ASCII)
VOORZETSEL = (
    r"(?:\b(?:in|te|bij|rond|rondom|uit|van|nabij)\s+)?"
    r"(?:\b(?:de|het)\s+)?(?:\b(?:wijk|buurt|dorp|kern)\s+)?"
)


def wijkwaarde(gebied: Gebied) -> str:
    return f"{gebied.slug}|{gebied.naam}"


def wijkwaarden(gebieden: Iterable[Gebied]) -> list[str]:
    """The wijken that these areas are, lie in or consist of; the gemeente is everywhere."""
    waarden = set()
    for gebied in gebieden:
        if gebied.soort == Gebied.Soort.GEMEENTE:
            return [OVERAL]
        waarden |= {wijkwaarde(wijk) for wijk in _wijken_van(gebied)}
    return sorted(waarden)


def _wijken_van(gebied: Gebied) -> list[Gebied]:
    if gebied.soort == Gebied.Soort.STADSDEEL:
        return list(gebied.kinderen.zichtbaar().wijken())
    if gebied.soort == Gebied.Soort.BUURT:
        return [boven for boven in (gebied.ouder or gebied.cbs_ouder,) if boven]
    return [gebied]


def _in_wijken(vraag: str, wijken: list[Gebied]) -> Herkend:
    """What is there for these wijken; what is there for them alone, or stands in them, goes
    first."""
    eigen = frozenset(wijkwaarde(wijk) for wijk in wijken)
    gegevens = {"gebieden": wijken, "gebied": wijken[0] if len(wijken) == 1 else None}
    midden = wijken[0].midden() if len(wijken) == 1 else None
    return Herkend(
        vraag, {"wijk": eigen | {OVERAL}}, midden, gegevens, {"wijk": eigen, STAAT_IN: eigen}
    )


def herken_postcode(vraag: str) -> Herkend | None:
    """A postcode in the question: the wijk or wijken that it can be; the rest is the question."""
    gevonden = POSTCODE.search(vraag)
    if gevonden is None:
        return None
    antwoord = zoek_postcode(gevonden[0])
    wijken = [antwoord.gebied] if antwoord.gebied else antwoord.gebieden
    rest = f"{vraag[: gevonden.start()]} {vraag[gevonden.end() :]}".strip()
    if antwoord.soort == "buiten" and HELE_POSTCODE.fullmatch(gevonden[0]):
        return Herkend(rest, gegevens={"elders": antwoord})
    if not wijken:
        return None
    herkend = _in_wijken(rest, wijken)
    return replace(herkend, punt=antwoord.vertrekpunt or herkend.punt)


def herken_wijk(vraag: str) -> Herkend | None:
    """The name of a wijk or stadsdeel in the question, the longest name first."""
    gebieden = Gebied.objects.zichtbaar().exclude(soort=Gebied.Soort.BUURT)
    kort = gebieden.only(*Gebied.IN_KETEN, "midden_lat", "midden_lon")
    per_nummer = {gebied.pk: gebied for gebied in kort}
    for gebied in kort:
        if gebied.ouder_id in per_nummer:
            gebied.ouder = per_nummer[gebied.ouder_id]
    namen = sorted(((vouw(g.naam), g) for g in kort), key=lambda paar: -len(paar[0]))
    gevouwen = vouw(vraag)
    for naam, gebied in namen:
        patroon = re.compile(rf"{VOORZETSEL}(?<!\w){re.escape(naam)}(?!\w)")
        if not patroon.search(gevouwen):
            continue
        rest = patroon.sub(" ", gevouwen, count=1).strip()
        if gebied.soort == Gebied.Soort.GEMEENTE:
            return Herkend(rest, gegevens={"gebied": gebied}) if rest else None
        wijken = _wijken_van(gebied)
        return _in_wijken(rest, wijken) if rest and wijken else None
    return None


def _tekst(gebied: Gebied) -> Teksten:
    return Teksten(titel=gebied.naam, kort=gebied.inleiding)


def _functies() -> QuerySet[Netwerkpartner]:
    """Partners that are found by their function; an organisation is found as itself."""
    return Netwerkpartner.objects.exclude(functie="")


def _tekst_partner(partner: Netwerkpartner) -> Teksten:
    """No title, so that eleven times "huisarts" stands below the help of a huisarts; no names."""
    return Teksten(titel="", kort=partner.functie, extra=partner.gebied.naam)


def _registreer_partners() -> None:
    registreer(
        "netwerkpartner",
        Netwerkpartner,
        _tekst_partner,
        lambda partner: {"wijk": wijkwaarden([partner.gebied])},
        lambda: Netwerkpartner.objects.zichtbaar() & _functies(),
        bron=lambda: _functies().select_related("gebied__ouder"),
    )
    registreer_afhankelijk(
        Gebied,
        "netwerkpartner",
        lambda gebied: gebied.netwerkpartners.values_list("pk", flat=True),
    )


def registreer_alles() -> None:
    _registreer_partners()
    registreer("wijk", Gebied, _tekst, lambda _gebied: {}, lambda: Gebied.objects.zichtbaar())
    registreer_herkenner(herken_postcode)
    registreer_herkenner(herken_wijk)
