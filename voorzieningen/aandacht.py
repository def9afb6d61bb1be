"""What on the sociale kaart needs attention: counts for the start page of /beheer/ (L1)."""

from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.db.models import CharField, Count, Q, QuerySet, Value
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sociale_basis.kern.aandacht import Aandachtspunt, aandacht

from .gebreken import GEBREKEN, Gebrek
from .models import Voorstel


def registreer() -> None:
    """Register every task of every kind, the most urgent first."""
    for plaats, (bronnen, titel) in enumerate(VOORSTELLEN):
        aandacht(20 + plaats)(partial(_voorstellen, bronnen, titel))
    for soort, (model, gebreken) in enumerate(GEBREKEN.items()):
        for plaats, gebrek in enumerate(gebreken):
            if gebrek.is_taak:
                aandacht(100 + 10 * plaats + soort)(partial(_punt, model, gebrek))


Bron = Voorstel.Bron
VOORSTELLIJST = "admin:voorzieningen_voorstel_changelist"
VOORSTELLEN = (
    ((Bron.BEZOEKER, Bron.GEMIST), gettext_lazy("Meldingen van bezoekers")),
    ((Bron.ORGANISATIE, Bron.WIJKREDACTEUR, Bron.CONTROLE), gettext_lazy("Wacht op goedkeuring")),
)


def _voorstellen(
    bronnen: tuple[str, ...], titel: Any, request: HttpRequest
) -> Aandachtspunt | None:
    """What visitors reported, and what others want to change (V5)."""
    if not request.user.has_perm("voorzieningen.beslis_voorstel"):
        return None
    wachtend = Voorstel.objects.open().filter(bron__in=bronnen)
    keuze = urlencode({"bron__in": ",".join(bronnen)})
    return Aandachtspunt(str(titel), wachtend, f"{reverse(VOORSTELLIJST)}?{keuze}")


def _punt(model: Any, gebrek: Gebrek, request: HttpRequest) -> Aandachtspunt | None:
    beheer = admin.site.get_model_admin(model)
    if not beheer.has_change_permission(request):
        return None
    stand = _stand(model, request)
    van_u = stand[f"{gebrek.sleutel}_van_u"]
    lijst = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    return Aandachtspunt(
        titel=f"{capfirst(str(model._meta.verbose_name_plural))}: {gebrek.titel}",
        aantal=stand[gebrek.sleutel],
        url=f"{lijst}?let_op={gebrek.sleutel}",
        uitleg=_("waarvan %d van u") % van_u if van_u else "",
    )


def _stand(model: Any, request: HttpRequest) -> dict[str, int]:
    """The counts of one kind; those of all kinds are asked once per request."""
    bekend: dict[Any, dict[str, int]] | None = request.__dict__.get("_gebreken")
    if bekend is None:
        bekend = request.__dict__["_gebreken"] = _standen(request)
    return bekend[model]


def _standen(request: HttpRequest) -> dict[Any, dict[str, int]]:
    """Of every kind that this person may change, in one query."""
    soorten = {
        str(model._meta.model_name): model
        for model in GEBREKEN
        if admin.site.get_model_admin(model).has_change_permission(request)
    }
    breedte = max(2 * len(GEBREKEN[model]) for model in soorten.values())
    eerste, *rest = (_geteld(model, request, breedte) for model in soorten.values())
    rijen = eerste.union(*rest, all=True) if rest else eerste
    return {
        soorten[naam]: dict(zip(_tellingen(soorten[naam], request.user), aantallen, strict=False))
        for naam, *aantallen in rijen
    }


def _geteld(model: Any, request: HttpRequest, breedte: int) -> QuerySet:
    """One row: the name of the kind and its counts, made as wide as those of the others."""
    rijen: Any = admin.site.get_model_admin(model).get_queryset(request)
    tellingen = [*_tellingen(model, request.user).values()]
    vulling = [Value(0)] * (breedte - len(tellingen))
    kolommen = {f"n{plaats}": telling for plaats, telling in enumerate([*tellingen, *vulling])}
    wat = Value(model._meta.model_name, output_field=CharField())
    in_gebruik = rijen.niet_gearchiveerd().order_by().prefetch_related(None)
    return in_gebruik.values(wat=wat).annotate(**kolommen).values_list("wat", *kolommen)


def _tellingen(model: Any, wie: Any) -> dict[str, Count]:
    tellingen = {}
    for gebrek in GEBREKEN[model]:
        van_u = gebrek.voorwaarde() & Q(redacteur=wie)
        tellingen[gebrek.sleutel] = Count("pk", filter=gebrek.voorwaarde())
        tellingen[f"{gebrek.sleutel}_van_u"] = Count("pk", filter=van_u)
    return tellingen
