"""Who has regie when several things are going on (H4)."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from ..boom.regie import Aangekruist, Kandidaat, Keuze, kies
from ..models import Regieafspraak, Thema, Voorwaarde

MEESTE = 40  # ticks that are read


def regie(request: HttpRequest) -> HttpResponse:
    """Tick what is going on, get the answer on one screen; the address can be shared."""
    afspraken = list(Regieafspraak.objects.zichtbaar().met_alles())
    themas = _themas(afspraken, _aangekruist(request, "thema"))
    voorwaarden = list(Voorwaarde.objects.zichtbaar())
    gekozen = [t for t in themas if t.slug in _aangekruist(request, "thema")]
    gelden = [v for v in voorwaarden if v.slug in _aangekruist(request, "als")]
    context = {
        "themas": themas,
        "voorwaarden": voorwaarden,
        "gekozen": gekozen,
        "gelden": gelden,
        "crisis": {v.gevaar for v in gelden if v.gevaar},
        "deel_url": request.build_absolute_uri(_adres(gekozen, gelden)),
    }
    if gekozen or gelden:
        context |= _antwoord(afspraken, gekozen, gelden)
    return render(request, "voorzieningen/boom/regie.html", context)


def _antwoord(
    afspraken: list[Regieafspraak], gekozen: list[Thema], gelden: list[Voorwaarde]
) -> dict[str, Any]:
    wat = Aangekruist(
        frozenset(thema.pk for thema in gekozen),
        frozenset(voorwaarde.pk for voorwaarde in gelden),
        {thema.pk: thema.ouder_id for thema in gekozen},
    )
    keuze: Keuze[Regieafspraak] = kies(map(_kandidaat, afspraken), wat)
    onbedekt = [thema for thema in gekozen if thema.pk in keuze.onbedekt]
    return {"keuze": keuze, "onbedekt": onbedekt}


def _kandidaat(afspraak: Regieafspraak) -> Kandidaat[Regieafspraak]:
    return Kandidaat(
        afspraak,
        frozenset(thema.pk for thema in afspraak.themas.all()),
        frozenset(voorwaarde.pk for voorwaarde in afspraak.voorwaarden.all()),
    )


def _themas(afspraken: Iterable[Regieafspraak], gekozen: set[str]) -> list[Thema]:
    """The main themes, each followed by its subthemes that an agreement or the visitor names."""
    genoemd = {thema.pk for afspraak in afspraken for thema in afspraak.themas.all()}
    alle = list(Thema.objects.zichtbaar().only("naam", "slug", "ouder", "volgorde"))
    telt = [t for t in alle if not t.ouder_id or t.pk in genoemd or t.slug in gekozen]
    hoofd = {t.pk: nummer for nummer, t in enumerate(t for t in alle if not t.ouder_id)}
    return sorted(telt, key=lambda t: (hoofd[t.ouder_id or t.pk], bool(t.ouder_id), t.volgorde))


def _aangekruist(request: HttpRequest, naam: str) -> set[str]:
    return set(request.GET.getlist(naam)[:MEESTE])


def _adres(gekozen: list[Thema], gelden: list[Voorwaarde]) -> str:
    """The same question as a short, tidy address."""
    paren = [("thema", t.slug) for t in gekozen] + [("als", v.slug) for v in gelden]
    basis = reverse("voorzieningen:regie")
    return f"{basis}?{urlencode(paren)}" if paren else basis
