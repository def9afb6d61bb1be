"""The agenda: what there is to do, by day and by week (L11, M11)."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as tekst
from django.views.decorators.http import require_safe

from wijken.gezichten import weet_gebied
from wijken.models import Gebied

from ..agenda.keuze import Agendakeuze
from ..models import Locatie

PER_PAGINA = 30
KOFFIE = 6  # places to meet people that an empty week names


class _Geteld(Paginator):
    """The counts of the days say how many there are: no query for it."""

    def __init__(self, keuze: Agendakeuze) -> None:
        super().__init__(keuze.gekozen_momenten(), PER_PAGINA)
        self.keuze = keuze

    @cached_property
    def count(self) -> int:
        return self.keuze.aantal


@require_safe
def agenda(request: HttpRequest) -> HttpResponse:
    """Seven days or one; an empty one says where the coffee is ready."""
    keuze = Agendakeuze.uit(request.GET)
    weet_gebied(request, keuze.wijk or (keuze.antwoord.gebied if keuze.antwoord else None))
    context: dict[str, Any] = {"keuze": keuze}
    if keuze.aantal:
        context["bladzijde"] = _Geteld(keuze).get_page(request.GET.get("page"))
    else:
        context["plekken"] = _koffie(keuze.wijk)
    context["feed"], context["feed_naam"] = _feed(keuze)
    return render(request, "voorzieningen/agenda/agenda.html", context)


def _feed(keuze: Agendakeuze) -> tuple[str, str]:
    """(address, what it holds) of the calendar that comes nearest to what was chosen."""
    if keuze.wijk:
        zin = tekst("alles wat er te doen is in %s")
        return reverse("voorzieningen:wijk_ics", args=[keuze.wijk.slug]), zin % keuze.wijk.naam
    if keuze.thema:
        zin = tekst("alles over %s")
        return reverse("voorzieningen:thema_ics", args=[keuze.thema.slug]), zin % keuze.thema.naam
    return reverse("voorzieningen:agenda_ics"), tekst("alles wat er te doen is in de gemeente")


def _koffie(wijk: Gebied | None) -> list[Locatie]:
    """Where anybody may drop in, in a wijk or anywhere, those that are open first."""
    rijen = Locatie.objects.zichtbaar().ontmoetingsplekken()
    if wijk:
        rijen = rijen.in_gebied(wijk)
    plekken = [plek for plek in rijen.voor_kaartjes()[: 4 * KOFFIE] if plek.heeft_tijden]
    return sorted(plekken, key=lambda plek: plek.stand().soort != "open")[:KOFFIE]
