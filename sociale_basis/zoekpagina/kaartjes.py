"""From hits of the search engine to cards: name, kind, address and a marked sentence."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Concat, Left, Substr, Upper
from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.zoeken.markeren import markering
from sociale_basis.kern.zoeken.zoek import Hit, Resultaat
from voorzieningen.models import (
    Activiteit,
    Begrip,
    Boomlaag,
    Locatie,
    Organisatie,
    Thema,
    Voorziening,
)
from vrijwilligers.models import Aanspreekpersoon
from wijken.models import Gebied, Netwerkpartner

Merk = Callable[[str], SafeString]

FUNCTIE = Concat(Upper(Left("functie", 1)), Substr("functie", 2))
# kind: (name of one, rows, field of the title, field of the sentence, name of the page)
OVERIG: dict[str, tuple[Any, Any, Any, Any, str]] = {
    "organisatie": (
        _("Organisatie"),
        Organisatie,
        "naam",
        "kort",
        "voorzieningen:organisatie",
    ),
    "aanspreekpersoon": (
        _("Aanspreekpersoon"),
        Aanspreekpersoon,
        "naam",
        "waarvoor",
        "vrijwilligers:aanspreekpersoon",
    ),
    "plek": (_("Plek"), Locatie, "naam", "kort", "voorzieningen:plek"),
    "thema": (_("Onderwerp"), Thema, "naam", "uitleg", "voorzieningen:thema"),
    "wijk": (_("Wijk of dorp"), Gebied, "naam", "inleiding", "wijken:wijk"),
    "netwerkpartner": (
        _("In het netwerk van de wijk"),
        Netwerkpartner,
        FUNCTIE,
        Concat("gebied__naam", Value(". "), "brengt_in"),
        "wijken:netwerk",
    ),
    "boomlaag": (_("Laag in de boom"), Boomlaag, "naam", "wat", "voorzieningen:boomlaag"),
    "begrip": (_("Begrip"), Begrip, "term", "uitleg", ""),
}
SOORTNAMEN = {"voorziening": _("Hulp of activiteit"), "activiteit": _("In de agenda")} | {
    k: v[0] for k, v in OVERIG.items()
}


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
        _rijen(soort, nummers) for soort in OVERIG if (nummers := _nummers(resultaat.hits, soort))
    ]
    if not delen:
        return {}
    alles = delen[0].union(*delen[1:], all=True) if len(delen) > 1 else delen[0]
    return {(rij["zoeksoort"], rij["pk"]): _kaartje(rij, merk) for rij in alles}


def _rijen(soort: str, nummers: list[int]) -> QuerySet:
    _naam, model, titel, zin, _pagina = OVERIG[soort]
    rijen = model.objects.zichtbaar().filter(pk__in=nummers).order_by()
    vaste = Value(soort, output_field=CharField())
    if model is Netwerkpartner:  # stands on the page of its area
        rijen = rijen.annotate(slug=F("gebied__slug"))
    titel, zin = (F(veld) if isinstance(veld, str) else veld for veld in (titel, zin))
    return rijen.annotate(zoeksoort=vaste, kop=titel, zin=zin).values(
        "zoeksoort", "pk", "slug", "kop", "zin"
    )


def _kaartje(rij: dict[str, Any], merk: Merk) -> Kaartje:
    naam, _model, _titel, _zin, pagina = OVERIG[rij["zoeksoort"]]
    begrippen = reverse("voorzieningen:begrippen")
    url = reverse(pagina, args=[rij["slug"]]) if pagina else f"{begrippen}#{rij['slug']}"
    if rij["zoeksoort"] == "netwerkpartner":
        url = f"{url}#{Netwerkpartner(pk=rij['pk']).anker}"
    return Kaartje(str(naam), url, merk(rij["kop"]), merk(rij["zin"][:220]))
