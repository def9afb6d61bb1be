"""From hits of the search engine to cards: name, kind, address and a marked sentence."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext

from sociale_basis.kern.zoeken.markeren import markering
from sociale_basis.kern.zoeken.zoek import Hit, Resultaat
from voorzieningen.models import Activiteit, Voorziening
from wijken.models import Gebied

from .soorten import OVERIG, SOORTNAMEN

Merk = Callable[[str], SafeString]


@dataclass(frozen=True)
class Kaartje:
    """One result as the page shows it; how to get in, where and costs only of a provision."""

    soort: str
    url: str
    titel: SafeString
    tekst: SafeString
    toegang: str = ""
    waar: str = ""
    is_gratis: bool = False


def kaartjes(resultaat: Resultaat) -> list[Kaartje]:
    """The cards of a page of results, in their order; four queries for any mix of kinds."""
    merk = markering(resultaat.gelezen, resultaat.weet) if resultaat.gelezen else conditional_escape
    per_sleutel = (
        _voorzieningen(resultaat, merk) | _activiteiten(resultaat, merk) | _overige(resultaat, merk)
    )
    sleutels = [(hit.soort, hit.object_id) for hit in resultaat.hits]
    return [per_sleutel[sleutel] for sleutel in sleutels if sleutel in per_sleutel]


def _nummers(hits: Iterable[Hit], soort: str) -> list[int]:
    return [hit.object_id for hit in hits if hit.soort == soort]


def _voorzieningen(resultaat: Resultaat, merk: Merk) -> dict[tuple[str, int], Kaartje]:
    nummers = _nummers(resultaat.hits, "voorziening")
    if not nummers:
        return {}
    rijen = Voorziening.objects.zichtbaar().filter(pk__in=nummers).order_by()
    wijken = _wijken(nummers)
    naam, overal = str(SOORTNAMEN["voorziening"]), gettext("Voor de hele gemeente")
    return {
        ("voorziening", rij.pk): Kaartje(
            naam,
            rij.get_absolute_url(),
            merk(rij.titel),
            merk(rij.kort),
            capfirst(rij.toegang_tekst),
            overal if rij.hele_gemeente else wijken.get(rij.pk, ""),
            rij.kosten == Voorziening.Kosten.GRATIS,
        )
        for rij in rijen.only(*rijen.KAARTJE)
    }


def _activiteiten(resultaat: Resultaat, merk: Merk) -> dict[tuple[str, int], Kaartje]:
    """With when it is next and where; one query."""
    nummers = _nummers(resultaat.hits, "activiteit")
    if not nummers:
        return {}
    rijen = Activiteit.objects.zichtbaar().filter(pk__in=nummers).order_by().met_volgende()
    naam = str(SOORTNAMEN["activiteit"])
    return {
        ("activiteit", rij.pk): Kaartje(
            naam,
            rij.get_absolute_url(),
            merk(rij.titel),
            merk(rij.kort),
            capfirst(rij.volgende_tekst),
            rij.locatie.naam if rij.locatie else "",
            rij.kosten == Activiteit.Kosten.GRATIS,
        )
        for rij in rijen.select_related("locatie").only(*rijen.model.KAARTJE, "locatie__naam")
    }


def _wijken(nummers: list[int]) -> dict[int, str]:
    """{provision: "Volkel, Reek"}: names only, at half the price of related objects."""
    namen: dict[int, list[str]] = defaultdict(list)
    rijen = Gebied.objects.zichtbaar().filter(voorzieningen__in=nummers)
    for nummer, naam in rijen.values_list("voorzieningen", "naam"):
        namen[nummer].append(naam)
    return {nummer: ", ".join(lijst) for nummer, lijst in namen.items()}


def _overige(resultaat: Resultaat, merk: Merk) -> dict[tuple[str, int], Kaartje]:
    """All other kinds in one query."""
    delen = [
        soort.rijen(sleutel, nummers)
        for sleutel, soort in OVERIG.items()
        if (nummers := _nummers(resultaat.hits, sleutel))
    ]
    if not delen:
        return {}
    alles = delen[0].union(*delen[1:], all=True) if len(delen) > 1 else delen[0]
    return {(rij["zoeksoort"], rij["pk"]): _kaartje(rij, merk) for rij in alles}


def _kaartje(rij: dict[str, Any], merk: Merk) -> Kaartje:
    soort = OVERIG[rij["zoeksoort"]]
    return Kaartje(str(soort.naam), soort.url(rij), merk(rij["kop"]), merk(rij["zin"][:220]))
