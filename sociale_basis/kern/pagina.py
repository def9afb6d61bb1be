"""How every page finds the thing it is about, and what it says when the thing is gone."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet, Subquery
from django.db.models.functions import Substr
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from .models import OudeSlug, Verwijdering, Zoekstand

PER_PAGINA = 20
STEMPEL = Subquery(Zoekstand.objects.order_by("pk").values("stempel")[:1])
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def toont(model: Any, met: Callable[[Any], QuerySet] = lambda rijen: rijen) -> Callable:
    """Decorate a view ``(request, object)`` to become a view ``(request, slug)``.

    Visible → the page. A former address → 301. Archived → 410 with what replaced it. Else 404.
    ``met`` adds joins and prefetches to the query; the state of the search index, under which
    parts of a page are kept, comes along as ``request.stempel``. The view's
    ``voorbeeld(request, pk)`` gives the same page of anything, visible or not: for staff only.
    """

    def decorator(view: Callable[[HttpRequest, Any], HttpResponse]) -> Callable:
        @wraps(view)
        def wrapper(request: HttpRequest, slug: str) -> HttpResponse:
            rijen = met(model.objects.zichtbaar()).annotate(stempel_nu=STEMPEL)
            ding = rijen.filter(slug=slug).first()
            if ding is None:
                return _verdwenen(request, model, slug)
            request.stempel = ding.stempel_nu  # type: ignore[attr-defined]
            return view(request, ding)

        def voorbeeld(request: HttpRequest, pk: int) -> HttpResponse:
            return view(request, met(model.objects.all()).get(pk=pk))

        wrapper.voorbeeld = voorbeeld  # type: ignore[attr-defined]
        return wrapper

    return decorator


def _verdwenen(request: HttpRequest, model: Any, slug: str) -> HttpResponse:
    weg = model.objects.verdwenen().filter(slug=slug).first()
    if weg is not None:
        return _pagina_410(request, model, weg)
    soort = ContentType.objects.get_for_model(model)
    oud = OudeSlug.objects.filter(soort=soort, slug=slug).first()
    if oud is None:
        return _voorgoed_weg(request, model, slug)
    nu = model.objects.zichtbaar().filter(pk=oud.object_id).first()
    if nu is not None:
        return redirect(nu, permanent=True)
    weg = model.objects.verdwenen().filter(pk=oud.object_id).first()
    if weg is None:
        raise Http404
    return _pagina_410(request, model, weg)


def _voorgoed_weg(request: HttpRequest, model: Any, slug: str) -> HttpResponse:
    """What was deleted for good still says so; an address that never was is a 404."""
    weg = Verwijdering.objects.openbaar().van(model).filter(slug=slug).first()
    if weg is None:
        raise Http404
    return _pagina_410(request, model, weg)


def _pagina_410(request: HttpRequest, model: Any, weg: Model) -> HttpResponse:
    """Why it is gone, and its replacement if the public may see that."""
    vervanger = model.objects.zichtbaar().filter(pk=weg.vervangen_door_id).first()  # type: ignore[attr-defined]
    context = {"weg": weg, "vervanger": vervanger, "soort": model._meta.verbose_name}
    return render(request, "410.html", context, status=410)


def bladzijde(request: HttpRequest, rijen: QuerySet, aantal: int = PER_PAGINA) -> Page:
    """The page asked for; a wrong number gives the nearest page instead of an error."""
    return Paginator(rijen, aantal).get_page(request.GET.get("page"))


def gekozen_letter(request: HttpRequest) -> str:
    """'A' to 'Z' from ?letter=, '' for anything else."""
    letter = request.GET.get("letter", "").upper()
    return letter if len(letter) == 1 and letter in LETTERS else ""


def bij_letter(rijen: QuerySet, letter: str) -> QuerySet:
    """Rows (with ``sorteernaam``) that begin with a letter; all of them without one."""
    return rijen.filter(sorteernaam__startswith=letter.lower()) if letter else rijen


def letters_met_inhoud(rijen: QuerySet) -> set[str]:
    """The letters that rows begin with, in one query."""
    eerste = rijen.order_by().annotate(eerste=Substr("sorteernaam", 1, 1))
    return {letter.upper() for letter in eerste.values_list("eerste", flat=True).distinct()}
