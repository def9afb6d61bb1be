"""Activities in the admin: what, when in plain words, where and for whom (M11)."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import Script
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from sociale_basis.kern.beheer import ARCHIEF, CONTROLE

from ..models import Activiteit, ActiviteitDag
from ..regels import fout_in_bereik
from ..views import activiteit as publieke_pagina
from .filters import BedientWijkFilter, LetOpFilter, OrganisatieFilter, RedacteurFilter, ThemaFilter
from .kaart import KaartAdmin

ZINDELEN = "begin_dag van tot herhaling weekdagen laatste_dag ook_op_feestdagen"


class ActiviteitForm(forms.ModelForm):
    """What the model cannot check, because it is about rows in other tables."""

    def clean(self) -> dict[str, Any]:
        gegevens: dict[str, Any] = super().clean() or {}
        fout = fout_in_bereik(
            gegevens.get("publicatie"),
            hele_gemeente=bool(gegevens.get("hele_gemeente")),
            heeft_gebieden=bool(gegevens.get("gebieden") or gegevens.get("locatie")),
        )
        if fout:
            self.add_error("hele_gemeente", fout)
        return gegevens


class ActiviteitDagInline(admin.StackedInline):
    """A day that is cancelled or moved, or a period; the page says so with the reason."""

    model = ActiviteitDag
    extra = 0
    fields = [("dag", "tot_en_met", "afgelast"), ("nieuwe_dag", "van", "tot"), ("waar", "reden")]


@admin.register(Activiteit)
class ActiviteitAdmin(KaartAdmin):
    form = ActiviteitForm
    publieke_view = publieke_pagina
    search_fields = ["titel", "kort", "locatie__naam", "verantwoordelijke__naam"]
    search_help_text = _("Zoek op titel, plek of organisatie.")
    list_display = ["titel", "volgende_keer", "locatie", "verantwoordelijke", "publicatie"]
    list_select_related = ["locatie", "verantwoordelijke"]
    leesbaar = ("kort", "beschrijving", "zo_meldt_u_aan")
    readonly_fields = ["in_woorden"]
    autocomplete_fields = [
        "locatie",
        "verantwoordelijke",
        "voorziening",
        "themas",
        "doelgroepen",
        "gebieden",
        "vervangen_door",
        "redacteur",
    ]
    inlines = [ActiviteitDagInline]
    list_filter = [
        LetOpFilter,
        RedacteurFilter,
        ThemaFilter,
        BedientWijkFilter,
        OrganisatieFilter,
        "soort",
        "publicatie",
        "toegang",
    ]
    fieldsets = [
        (
            None,
            {
                "description": _("Wat gaan mensen doen? Een spreekuur is van wie er komt zitten."),
                "fields": ["titel", "soort", "kort", "beschrijving", "publicatie", "slug"],
            },
        ),
        (
            _("Wanneer"),
            {
                "description": _(
                    "Gaat het een keer of een tijd niet door, of is het op een andere dag? "
                    "Vul dat onderaan in, bij afgelaste en verzette dagen."
                ),
                "fields": [
                    ("begin_dag", "van", "tot"),
                    "herhaling",
                    "weekdagen",
                    "laatste_dag",
                    "ook_op_feestdagen",
                    "in_woorden",
                ],
            },
        ),
        (
            _("Waar en voor wie"),
            {
                "description": _(
                    "Kiest u geen wijk? Dan is het voor de wijk waar de plek ligt. "
                    "Een plek met een geheim adres komt nooit in de agenda."
                ),
                "fields": [
                    ("locatie", "ruimte"),
                    "hele_gemeente",
                    "gebieden",
                    "themas",
                    "doelgroepen",
                ],
            },
        ),
        (
            _("Meedoen"),
            {
                "description": _("Moeten mensen zich aanmelden? Schrijf op hoe."),
                "fields": ["toegang", "zo_meldt_u_aan", ("kosten", "kosten_toelichting")],
            },
        ),
        (
            _("Wie"),
            {
                "description": _("Noem een functie en geen persoon: mensen wisselen van baan."),
                "fields": [
                    "verantwoordelijke",
                    "voorziening",
                    "contact_functie",
                    "telefoon",
                    "email",
                    "website",
                ],
            },
        ),
        CONTROLE,
        ARCHIEF,
    ]

    class Media:
        js = [Script("js/levend.js", type="module")]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With the next time, as the list says it."""
        rijen: Any = super().get_queryset(request)
        return rijen.met_volgende()

    def get_urls(self) -> list[Any]:
        zin = self.admin_site.admin_view(require_POST(self.zin))
        eigen = [
            path("zin/", zin, name="voorzieningen_activiteit_zin"),
            path("<path:object_id>/zin/", zin, name="voorzieningen_activiteit_zin_van"),
        ]
        return [*eigen, *super().get_urls()]

    def zin(self, request: HttpRequest, object_id: str = "") -> HttpResponse:
        """What the days and times mean as they are typed; nothing is kept."""
        ding = self.get_object(request, unquote(object_id)) if object_id else None
        mag = self.has_change_permission(request, ding) if ding else self._mag_maken(request)
        if not mag:
            raise PermissionDenied
        return render(request, "admin/voorzieningen/_agendazin.html", _zin(request.POST))

    def _mag_maken(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request) or self.has_change_permission(request)

    @admin.display(description=_("in woorden"))
    def in_woorden(self, activiteit: Activiteit) -> str:
        zin = activiteit.wanneer() if activiteit.pk else ""
        context = {"zin": zin, "delen": ZINDELEN}
        return render_to_string("admin/voorzieningen/_agendazin_vak.html", context)

    @admin.display(description=_("volgende keer"), ordering="volgende")
    def volgende_keer(self, activiteit: Activiteit) -> str:
        return activiteit.volgende_tekst or "–"


def _zin(post: Any) -> dict[str, str]:
    """The sentence for what was typed; while it is not complete '', or why it cannot be."""
    velden = ZINDELEN.split()
    formulier = forms.modelform_factory(Activiteit, fields=velden)(post)
    if not set(formulier.errors) & set(velden):
        return {"zin": str(formulier.instance.wanneer())}
    return {"zin": "", "fout": " ".join(map(str, formulier.errors.get("herhaling", [])))}
