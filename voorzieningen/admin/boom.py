"""The boom in the admin: layers, steps, agreements about regie, and what is missing (H3, H4)."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.beheer import ARCHIEF, ArchiefAdmin
from sociale_basis.kern.beheer_geschiedenis import GeschiedenisAdmin

from ..boom.gaten import SOORTEN, gaten, met_gat
from ..models import Boomlaag, Regieafspraak, Stap, Voorwaarde, Voorziening


class BoomFilter(admin.SimpleListFilter):
    """Provisions on the website with something missing in the boom."""

    title = _("mist in de boom")
    parameter_name = "boom"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(gat.sleutel, gat.titel) for gat in SOORTEN]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        keuze = self.value()
        if keuze not in {gat.sleutel for gat in SOORTEN}:
            return queryset
        openbaar = Voorziening.objects.zichtbaar().order_by().values("pk")
        return met_gat(queryset.filter(pk__in=openbaar), keuze)  # type: ignore[arg-type]


class EenTegelijk(GeschiedenisAdmin):
    """For what stands in the boom: who saves waits for who was first, before any other lock."""

    def changeform_view(self, request: HttpRequest, *rest: Any, **opties: Any) -> HttpResponse:
        return _een_tegelijk(super().changeform_view, request, *rest, **opties)

    def history_form_view(self, request: HttpRequest, *rest: Any, **opties: Any) -> HttpResponse:
        return _een_tegelijk(super().history_form_view, request, *rest, **opties)


def _een_tegelijk(
    view: Callable[..., HttpResponse], request: HttpRequest, *rest: Any, **opties: Any
) -> HttpResponse:
    if request.method != "POST":
        return view(request, *rest, **opties)
    with transaction.atomic():
        Boomlaag.objects.vergrendel()
        return view(request, *rest, **opties)


@admin.register(Boomlaag)
class BoomlaagAdmin(EenTegelijk, ArchiefAdmin):
    change_list_template = "admin/voorzieningen/boomlaag/change_list.html"
    list_display = ["naam", "volgorde", "niveau", "opvang", "verantwoordelijke"]
    list_select_related = ["verantwoordelijke"]
    search_fields = ["naam", "wat"]
    autocomplete_fields = ["verantwoordelijke", "vervangen_door"]
    fieldsets = [
        (
            None,
            {
                "description": _("De boom leest van onder naar boven. Laag 1 zijn de wortels."),
                "fields": ["naam", "volgorde", "niveau", "wat", "wie", "grens", "woorden", "slug"],
            },
        ),
        (_("Wat hoort erbij"), {"fields": ["opvang"]}),
        (
            _("Wie neemt de telefoon op"),
            {
                "fields": [
                    "verantwoordelijke",
                    "contact_functie",
                    "telefoon",
                    "email",
                    "bereikbaar",
                ]
            },
        ),
        ARCHIEF,
    ]

    def get_urls(self) -> list[URLPattern]:
        pagina = self.admin_site.admin_view(self.gaten_view)
        return [path("gaten/", pagina, name="voorzieningen_boom_gaten"), *super().get_urls()]

    def gaten_view(self, request: HttpRequest) -> HttpResponse:
        """What is missing in the boom, each with the list of provisions that have it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("Wat mist er in de boom?"),
            "opts": self.opts,
            "gaten": gaten(),
        }
        return TemplateResponse(request, "admin/voorzieningen/boomlaag/gaten.html", context)


@admin.register(Stap)
class StapAdmin(EenTegelijk, ArchiefAdmin):
    list_display = ["naam", "soort", "van", "naar", "wie"]
    list_filter = ["soort", "van_laag"]
    list_select_related = ["van_laag", "van_voorziening", "naar_laag", "naar_voorziening"]
    search_fields = ["naam", "wanneer"]
    autocomplete_fields = ["van_voorziening", "naar_voorziening", "vervangen_door"]
    fieldsets = [
        (
            None,
            {
                "description": _(
                    "Omhoog is “ondersteuning vragen” of “overnemen”. Terug is “afschalen”. "
                    "Altijd in overleg met de bewoner."
                ),
                "fields": [
                    "soort",
                    ("van_laag", "van_voorziening"),
                    ("naar_laag", "naar_voorziening"),
                    "wanneer",
                    "naam",
                    "slug",
                ],
            },
        ),
        (
            _("Warme overdracht"),
            {"fields": ["wie", "wie_belt", "bewoner_erbij", "wat_verteld", "duur", "grens"]},
        ),
        ARCHIEF,
    ]


@admin.register(Voorwaarde)
class VoorwaardeAdmin(ArchiefAdmin):
    list_display = ["naam", "gevaar", "volgorde"]
    search_fields = ["naam"]
    autocomplete_fields = ["vervangen_door"]
    fieldsets = [(None, {"fields": ["naam", "uitleg", "gevaar", "volgorde", "slug"]}), ARCHIEF]


class RegieafspraakForm(forms.ModelForm):
    """What the model cannot check, because it is about rows in other tables."""

    def clean(self) -> dict[str, Any]:
        gegevens: dict[str, Any] = super().clean() or {}
        if any(gegevens.get(veld) for veld in ("themas", "voorwaarden", "archiefreden")):
            return gegevens
        ander = Regieafspraak.objects.vangnet().exclude(pk=self.instance.pk).first()
        if ander:
            zin = tekst("“%s” is het vangnet al. Kies een onderwerp of een voorwaarde.")
            self.add_error("themas", zin % ander)
        return gegevens


@admin.register(Regieafspraak)
class RegieafspraakAdmin(ArchiefAdmin):
    form = RegieafspraakForm
    list_display = ["naam", "organisatie", "functie"]
    list_filter = ["themas", "voorwaarden"]
    list_select_related = ["organisatie"]
    search_fields = ["naam", "functie", "organisatie__naam"]
    autocomplete_fields = ["themas", "voorwaarden", "organisatie", "vervangen_door"]
    fieldsets = [
        (
            _("Wanneer geldt het"),
            {
                "description": _(
                    "De afspraak geldt als alles hieronder speelt. De meeste voorwaarden gaat "
                    "voor, daarna de meeste onderwerpen."
                ),
                "fields": ["naam", "themas", "voorwaarden", "slug"],
            },
        ),
        (
            _("Wie heeft de regie"),
            {"fields": ["organisatie", "functie", "telefoon", "email", "bereikbaar"]},
        ),
        (_("Uitleg voor bewoners"), {"fields": ["waarom", "anderen"]}),
        ARCHIEF,
    ]
