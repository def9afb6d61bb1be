"""Likely duplicates: the list, both entries beside each other, and making one of two."""

from dataclasses import replace
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from sociale_basis.kern.aandacht import Aandachtspunt, aandacht
from sociale_basis.kern.beheer import AlleenKijken, EerstFilter

from ..dubbelen import Keuze, keuzes, maak_ongedaan, ververs, voeg_samen
from ..models import Dubbel

LIJST = "admin:voorzieningen_dubbel_changelist"


class BesluitFilter(EerstFilter):
    """What waits by default; what somebody called two, or made one, is one click away."""

    title = _("stand")
    parameter_name = "stand"
    eerst = Dubbel.Stand.OPEN.label

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return Dubbel.Stand.choices[1:]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(stand=self.value() or Dubbel.Stand.OPEN)


class MetNamen(ChangeList):
    """The rows of a page with the names of both entries, in a query per kind."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rijen: list[Any] = list(self.result_list)
        for soort, model in Dubbel.MODELLEN.items():
            paren = [rij for rij in rijen if rij.soort == soort]
            nummers = {pk for rij in paren for pk in (rij.eerste, rij.tweede)}
            dingen = model._base_manager.in_bulk(nummers) if nummers else {}
            for rij in paren:
                rij.namen = [str(dingen[pk]) for pk in (rij.eerste, rij.tweede) if pk in dingen]
        self.result_list = rijen


@admin.register(Dubbel)
class DubbelAdmin(AlleenKijken, admin.ModelAdmin):
    list_display = ["wie", "soort", "waarom", "score"]
    list_filter = [BesluitFilter, "soort"]
    list_per_page = 50
    sortable_by = ["soort", "score"]
    actions = None
    change_list_template = "admin/voorzieningen/dubbel/lijst.html"

    class Media:
        css = {"all": ["beheer/voorstel.css"]}

    def get_urls(self) -> list[Any]:
        opnieuw = self.admin_site.admin_view(require_POST(self.zoek_opnieuw))
        return [
            path("zoek-opnieuw/", opnieuw, name="voorzieningen_dubbel_opnieuw"),
            *super().get_urls(),
        ]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return MetNamen

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Pairs of which this person may change both."""
        rijen: Any = super().get_queryset(request)
        wie = request.user
        return rijen.samen_te_voegen_door(wie) | rijen.terug_te_draaien_door(wie)

    @admin.display(description=_("welke twee"))
    def wie(self, dubbel: Any) -> str:
        return tekst("%s en %s") % tuple(f"“{naam}”" for naam in dubbel.namen)

    @admin.display(description=_("waarom"))
    def waarom(self, dubbel: Dubbel) -> str:
        return ", ".join(dubbel.redenen)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        titel = {"title": _("Staat iets twee keer op de kaart?")}
        return super().changelist_view(request, titel | (extra_context or {}))

    def zoek_opnieuw(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        ververs()
        messages.success(request, tekst("Er is opnieuw gezocht."))
        return redirect(LIJST)

    # --- one pair ----------------------------------------------------------------------------

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Both beside each other; a POST decides. ``?blijft=`` swaps which one stays."""
        dubbel = self.get_object(request, object_id)
        if dubbel is None or not self.has_view_permission(request, dubbel):
            raise Http404
        if dubbel.stand == Dubbel.Stand.SAMEN:
            return self._samengevoegd(request, dubbel)
        blijft, weg = self._paar(request, dubbel)
        fouten: list[str] = []
        if request.method == "POST":
            try:
                return self._besluit(request, dubbel, blijft, weg)
            except ValidationError as fout:
                fouten = fout.messages
        return self._toon(request, dubbel, blijft, weg, fouten)

    def _paar(self, request: HttpRequest, dubbel: Dubbel) -> tuple[Any, Any]:
        dingen = dubbel.model._base_manager.in_bulk([dubbel.eerste, dubbel.tweede])
        eerste, tweede = dingen[dubbel.eerste], dingen[dubbel.tweede]
        gekozen = request.POST.get("blijft") or request.GET.get("blijft", "")
        if gekozen in (str(eerste.pk), str(tweede.pk)):
            return (eerste, tweede) if gekozen == str(eerste.pk) else (tweede, eerste)
        return _beste_eerst(eerste, tweede)

    def _besluit(self, request: HttpRequest, dubbel: Dubbel, blijft: Any, weg: Any) -> HttpResponse:
        if request.POST.get("besluit") == "twee":
            dubbel.besluit(Dubbel.Stand.TWEE, request.user)
            messages.success(request, tekst("Onthouden: dit zijn er twee."))
            return redirect(LIJST)
        if request.POST.get("gezien") != _stempel(blijft, weg):
            zin = tekst("Intussen is er iets veranderd. Kijk nog een keer welke waarde blijft.")
            raise ValidationError(zin)
        van_weg = {k.veld for k in keuzes(blijft, weg) if request.POST.get(k.veld) == "weg"}
        over = voeg_samen(blijft, weg, van_weg, door=request.user)
        for ding in (over, weg):
            self.log_change(request, ding, tekst("Samengevoegd: “%s” en “%s”.") % (over, weg))
        messages.success(request, tekst("Samengevoegd. “%s” blijft.") % over)
        return redirect(LIJST)

    def _samengevoegd(self, request: HttpRequest, dubbel: Dubbel) -> HttpResponse:
        """What became one; a POST makes two of it again."""
        fouten: list[str] = []
        if request.method == "POST" and request.POST.get("besluit") == "ongedaan":
            try:
                return self._maak_ongedaan(request, dubbel)
            except ValidationError as fout:
                fouten = fout.messages
        context = self.admin_site.each_context(request) | {
            "title": tekst("Dit is samengevoegd"),
            "opts": self.opts,
            "dubbel": dubbel,
            "dingen": [(ding, _formulier(ding)) for ding in dubbel.dingen()],
            "fouten": fouten,
        }
        naam = "admin/voorzieningen/dubbel/samen.html"
        return render(request, naam, context, status=400 if fouten else 200)

    def _maak_ongedaan(self, request: HttpRequest, dubbel: Dubbel) -> HttpResponse:
        gebleven = maak_ongedaan(dubbel, door=request.user)
        dingen = dubbel.dingen()
        for ding in dingen:
            self.log_change(request, ding, tekst("Samenvoegen ongedaan gemaakt."))
        namen = tuple(f"“{ding}”" for ding in dingen)
        messages.success(request, tekst("%s en %s staan weer naast elkaar.") % namen)
        for zin in gebleven:
            messages.warning(request, zin)
        return redirect("admin:voorzieningen_dubbel_change", dubbel.pk)

    def _toon(
        self, request: HttpRequest, dubbel: Dubbel, blijft: Any, weg: Any, fouten: list[str]
    ) -> HttpResponse:
        context = self.admin_site.each_context(request) | {
            "title": tekst("Is dit er één of zijn het er twee?"),
            "opts": self.opts,
            "dubbel": dubbel,
            "soort": capfirst(dubbel.get_soort_display()),
            "blijft": blijft,
            "weg": weg,
            "adressen": [_formulier(blijft), _formulier(weg)],
            "keuzes": [_zoals_gekozen(keuze, request) for keuze in keuzes(blijft, weg)],
            "gezien": _stempel(blijft, weg),
            "fouten": fouten,
        }
        naam = "admin/voorzieningen/dubbel/detail.html"
        return render(request, naam, context, status=400 if fouten else 200)


def _beste_eerst(een: Any, ander: Any) -> tuple[Any, Any]:
    """What is on the website stays, else what was checked last, else the oldest."""

    def gewicht(ding: Any) -> tuple[bool, Any, int]:
        return ding.publicatie == "gepubliceerd", ding.laatst_gecontroleerd, -ding.pk

    return (een, ander) if gewicht(een) >= gewicht(ander) else (ander, een)


def _zoals_gekozen(keuze: Keuze, request: HttpRequest) -> Keuze:
    """After a mistake: what was chosen stays chosen."""
    gekozen = request.POST.get(keuze.veld)
    return replace(keuze, kiest_weg=gekozen == "weg") if gekozen else keuze


def _stempel(blijft: Any, weg: Any) -> str:
    """Another one as soon as one of the two was saved, or they were swapped."""
    return "/".join(f"{ding.pk}-{ding.gewijzigd_op.timestamp()}" for ding in (blijft, weg))


def _formulier(ding: Any) -> str:
    return reverse(f"admin:voorzieningen_{ding._meta.model_name}_change", args=[ding.pk])


@aandacht(volgorde=160)
def _dubbelen(request: HttpRequest) -> Aandachtspunt | None:
    """Only a count: the pairs were looked for by a job and at an import."""
    if not request.user.has_perm("voorzieningen.view_dubbel"):
        return None
    paren = Dubbel.objects.open().samen_te_voegen_door(request.user)
    return Aandachtspunt(tekst("Misschien dubbel op de kaart"), paren, reverse(LIJST))
