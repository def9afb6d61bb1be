"""The agenda for calendar programs: of the municipality, a wijk, a theme, a place, an activity."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import resolve
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from sociale_basis.kern.pagina import toont
from wijken.models import Gebied

from ..agenda.kalender import kalender
from ..models import Activiteit, Locatie, Thema
from ..models.activiteit import ActiviteitQuerySet

BEWAREN = 900  # seconds that a program or a cache on the way may keep it
View = Callable[..., HttpResponse]


def _als_ics(view: View) -> View:
    """A view that may be asked every hour: unchanged answers 304 without the file."""
    return require_safe(cache_control(public=True, max_age=BEWAREN)(conditional_page(view)))


@_als_ics
def agenda_ics(request: HttpRequest) -> HttpResponse:
    """Everything in the municipality."""
    return _bestand(request, _("Agenda"), "agenda", Activiteit.objects.zichtbaar().in_zicht())


@_als_ics
def wijk_ics(request: HttpRequest, slug: str) -> HttpResponse:
    """What somebody who lives there may come to."""
    gebied = get_object_or_404(Gebied.objects.zichtbaar().met_keten(), slug=slug)
    rijen = Activiteit.objects.zichtbaar().in_zicht()
    if gebied.soort != Gebied.Soort.GEMEENTE:
        rijen = rijen.voor_gebied(gebied)
    return _bestand(request, _("Agenda %s") % gebied.naam, slug, rijen)


@_als_ics
def thema_ics(request: HttpRequest, slug: str) -> HttpResponse:
    thema = get_object_or_404(Thema.objects.zichtbaar(), slug=slug)
    rijen = Activiteit.objects.zichtbaar().in_zicht().met_thema(thema)
    return _bestand(request, _("Agenda: %s") % thema.naam, slug, rijen)


@_als_ics
def plek_ics(request: HttpRequest, slug: str) -> HttpResponse:
    plek = get_object_or_404(Locatie.objects.zichtbaar(), slug=slug)
    rijen = Activiteit.objects.zichtbaar().in_zicht().filter(locatie=plek)
    return _bestand(request, _("Agenda %s") % plek.naam, slug, rijen)


@_als_ics
def activiteit_ics(request: HttpRequest, slug: str) -> HttpResponse:
    """One activity; a program that knows it by a former address is led on."""
    antwoord = _activiteit(request, slug)
    if antwoord.status_code != HTTPStatus.MOVED_PERMANENTLY:
        return antwoord
    nu = resolve(antwoord["Location"]).kwargs["slug"]
    return redirect("voorzieningen:activiteit_ics", slug=nu, permanent=True)


@toont(Activiteit)
def _activiteit(request: HttpRequest, activiteit: Activiteit) -> HttpResponse:
    rijen = Activiteit.objects.zichtbaar().filter(pk=activiteit.pk)
    return _bestand(request, activiteit.titel, activiteit.slug, rijen)


def _bestand(request: HttpRequest, naam: str, slug: str, rijen: ActiviteitQuerySet) -> HttpResponse:
    """Two queries, however many activities."""

    def adres(activiteit: Any) -> str:
        return request.build_absolute_uri(activiteit.get_absolute_url())

    met_alles = rijen.select_related("locatie").prefetch_related("dagen").order_by("pk")
    antwoord = HttpResponse(
        kalender(naam, met_alles, adres), content_type="text/calendar; charset=utf-8"
    )
    antwoord["Content-Disposition"] = f'inline; filename="{slug}.ics"'
    return antwoord
