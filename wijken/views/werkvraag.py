"""Questions in /werk/: the list of a colleague, one question, and what can be done with it (L5)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sociale_basis.kern.pagina import bladzijde
from sociale_basis.kern.werkplek import in_werkplek

from ..forms.werkvraag import Afronden, Antwoord, Doorgeven, Werkformulier, deel_themas
from ..models import Gebeurtenis, Gebied, Hulpvraag
from ..vragen import handelingen
from ..vragen.aandeel import Aandeel, cijfers
from ..vragen.handelingen import Ingehaald
from ..vragen.toegang import Toegang, toegang_van

Handeling = Callable[[Any], None]
FORMULIEREN: dict[str, type[Werkformulier]] = {
    "oppakken": Werkformulier,
    "antwoord": Antwoord,
    "doorgeven": Doorgeven,
    "afronden": Afronden,
}


# --- lists ---------------------------------------------------------------------------------


@in_werkplek
def lijst(request: HttpRequest) -> HttpResponse:
    """?lijst= nieuw, mijn, collega, wacht or afgerond; without it the first with something to do.

    No word of a question stands here: who reads one opens it, and that is noted.
    """
    toegang = toegang_van(request)
    if not toegang.heeft_werk:
        raise PermissionDenied
    lijsten = _lijsten(toegang.gebruiker)
    alle = toegang.vragen().order_by()
    tellingen = alle.aggregate(**{n: Count("pk", filter=rij.welke) for n, rij in lijsten.items()})
    gekozen = request.GET.get("lijst", "")
    if gekozen not in lijsten:
        gekozen = next((naam for naam in ("mijn", "nieuw") if tellingen[naam]), "nieuw")
    rijen = alle.filter(lijsten[gekozen].welke).order_by(*lijsten[gekozen].volgorde)
    rijen = rijen.select_related("gebied", "team", "behandelaar__teamlid")
    context = {
        "lijsten": [(naam, rij.titel, tellingen[naam]) for naam, rij in lijsten.items()],
        "gekozen": gekozen,
        "titel": lijsten[gekozen].titel,
        "bladzijde": bladzijde(request, rijen),
        "met_toezicht": bool(toegang.toezicht),
    }
    return render(request, "werk/vragen.html", context)


@dataclass(frozen=True)
class _Lijst:
    titel: str
    welke: Q
    volgorde: tuple[str, ...]


def _lijsten(wie: Any) -> dict[str, _Lijst]:
    """Each list with its title; danger first, then by the day that was promised."""
    op_dag = ("-crisis", "uiterlijk", "pk")
    open_ = Q(stand__in=Hulpvraag.OPEN)
    ander = ~Q(behandelaar=None) & ~Q(behandelaar=wie)
    wacht, dicht = Q(stand=Hulpvraag.Stand.BEANTWOORD), Q(stand=Hulpvraag.Stand.GESLOTEN)
    return {
        "nieuw": _Lijst(_("Nieuw"), open_ & Q(behandelaar=None), op_dag),
        "mijn": _Lijst(_("Van mij"), open_ & Q(behandelaar=wie), op_dag),
        "collega": _Lijst(_("Bij een collega"), open_ & ander, op_dag),
        "wacht": _Lijst(_("Beantwoord"), wacht, ("-laatst_op", "pk")),
        "afgerond": _Lijst(_("Afgerond"), dicht, ("-gesloten_op", "pk")),
    }


@in_werkplek
def op_tijd(request: HttpRequest) -> HttpResponse:
    """For the verbinder: per wijk what waits, what is late, and the share in time."""
    toezicht = toegang_van(request).toezicht
    if not toezicht:
        raise PermissionDenied
    aandelen = cijfers().per_gebied
    vragen = Hulpvraag.objects.filter(gebied__in=toezicht)
    open_, laat = (_per_gebied(rijen) for rijen in (vragen.open(), vragen.te_laat()))
    gebieden = Gebied.objects.filter(pk__in={*aandelen, *open_} & toezicht)
    rijen = [
        (
            gebied,
            open_.get(gebied.pk, 0),
            laat.get(gebied.pk, 0),
            aandelen.get(gebied.pk, Aandeel()),
        )
        for gebied in gebieden
    ]
    return render(request, "werk/op_tijd.html", {"rijen": rijen})


def _per_gebied(vragen: QuerySet[Hulpvraag]) -> dict[int, int]:
    return dict(vragen.order_by().values_list("gebied").annotate(aantal=Count("pk")))


# --- one question --------------------------------------------------------------------------


def van_vraag(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorate a view (request, question, access) to become (request, pk).

    A question of others does not exist for who may not see it: 404.
    """

    @in_werkplek
    @wraps(view)
    def wrapper(request: HttpRequest, pk: int) -> HttpResponse:
        toegang = toegang_van(request)
        rijen = toegang.vragen().select_related(
            "gebied", "team", "behandelaar__teamlid", "gericht_aan"
        )
        return view(request, get_object_or_404(rijen, pk=pk), toegang)

    return wrapper


@van_vraag
def vraag(request: HttpRequest, vraag: Hulpvraag, toegang: Toegang) -> HttpResponse:
    log = handelingen.gelezen(vraag, request.user)
    return _toon(request, vraag, toegang, log=log)


@require_POST
@van_vraag
def oppakken(request: HttpRequest, vraag: Hulpvraag, toegang: Toegang) -> HttpResponse:
    gedaan = _("U heeft de vraag opgepakt.")
    return _doe(
        request,
        vraag,
        toegang,
        "oppakken",
        gedaan,
        lambda _f: handelingen.pak_op(vraag, request.user),
    )


@require_POST
@van_vraag
def antwoord(request: HttpRequest, vraag: Hulpvraag, toegang: Toegang) -> HttpResponse:
    def handeling(formulier: Any) -> None:
        gegevens = formulier.cleaned_data
        handelingen.antwoord(vraag, request.user, gegevens["tekst"], gegevens["thema"])

    gedaan = _("Uw antwoord staat klaar voor de vrager.")
    return _doe(request, vraag, toegang, "antwoord", gedaan, handeling)


@require_POST
@van_vraag
def doorgeven(request: HttpRequest, vraag: Hulpvraag, toegang: Toegang) -> HttpResponse:
    def handeling(formulier: Any) -> None:
        naar, reden = formulier.bestemming, formulier.cleaned_data["tekst"]
        handelingen.geef_door(vraag, request.user, naar, reden)

    gedaan = _("U heeft de vraag doorgegeven.")
    return _doe(request, vraag, toegang, "doorgeven", gedaan, handeling)


@require_POST
@van_vraag
def afronden(request: HttpRequest, vraag: Hulpvraag, toegang: Toegang) -> HttpResponse:
    if not toegang.is_van_team(vraag):
        raise PermissionDenied

    def handeling(formulier: Any) -> None:
        gegevens = formulier.cleaned_data
        handelingen.sluit(vraag, request.user, gegevens["tekst"], gegevens["thema"])

    gedaan = _("De vraag is afgerond.")
    return _doe(request, vraag, toegang, "afronden", gedaan, handeling)


def _doe(
    request: HttpRequest,
    vraag: Hulpvraag,
    toegang: Toegang,
    naam: str,
    gedaan: str,
    handeling: Handeling,
) -> HttpResponse:
    """Do it on the version that was looked at; else show what changed, with what was typed."""
    formulier = FORMULIEREN[naam](vraag, toegang, request.POST)
    if not formulier.is_valid():
        return _toon(request, vraag, toegang, eigen={naam: formulier})
    vraag.versie = gezien = formulier.cleaned_data["versie"]
    try:
        handeling(formulier)
    except Ingehaald:
        vraag.refresh_from_db()
        formulier.bij_nieuwe_versie()
        return _toon(request, vraag, toegang, gezien=gezien, eigen={naam: formulier})
    messages.success(request, gedaan)
    return redirect(vraag.werkpad if toegang.mag_zien(vraag) else "wijken:werkvragen")


def _toon(
    request: HttpRequest,
    vraag: Hulpvraag,
    toegang: Toegang,
    gezien: int = 0,
    eigen: dict[str, Werkformulier] | None = None,
    log: list[Gebeurtenis] | None = None,
) -> HttpResponse:
    eigen = eigen or {}
    formulieren = {naam: soort(vraag, toegang) for naam, soort in FORMULIEREN.items()} | eigen
    deel_themas(formulieren.values())
    context = {
        "vraag": vraag,
        "van_team": toegang.is_van_team(vraag),
        "van_mij": vraag.behandelaar_id == request.user.pk,
        "berichten": vraag.berichten.all(),
        "log": vraag.gebeurtenissen.all() if log is None else log,
        "veranderd": vraag.gebeurtenissen.sinds(gezien) if gezien else None,
        "formulieren": formulieren,
        "fout": next((f for f in eigen.values() if f.errors), None),
    }
    return render(request, "werk/vraag.html", context, status=409 if gezien else 200)
