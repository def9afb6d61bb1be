"""Filters of the lists, in the words of staff: what is wrong, theme, wijk, owner."""

from typing import Any

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.models.oude_slug import sorteernaam
from sociale_basis.kern.velden import lees_nummer
from wijken.models import Gebied

from ..gebreken import GEBREKEN
from ..models import Thema

VAN_MIJ, VAN_NIEMAND, HELE_GEMEENTE = "mij", "niemand", "alle"


class LetOpFilter(admin.SimpleListFilter):
    """Entries with a shortcoming; the counts of the start page lead here."""

    title = _("let op")
    parameter_name = "let_op"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(gebrek.sleutel, gebrek.titel) for gebrek in GEBREKEN[model_admin.model]]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        gekozen = (g for g in GEBREKEN[queryset.model] if g.sleutel == self.value())
        gebrek = next(gekozen, None)
        return queryset.filter(gebrek.voorwaarde()) if gebrek else queryset


class Veldfilter(admin.SimpleListFilter):
    """A filter with a small form of its own, that keeps the other filters."""

    def __init__(self, request: HttpRequest, params: Any, model: Any, model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        weg = {self.parameter_name, "p", "e"}
        lijsten = request.GET.lists()
        self.andere = [(naam, w) for naam, waarden in lijsten if naam not in weg for w in waarden]

    def nummer(self) -> int | None:
        """The choice as a primary key; None for anything else."""
        return lees_nummer(self.value())


class Keuzefilter(Veldfilter):
    """Choose from a list that would be too long as links."""

    template = "admin/_filter_keuze.html"


class ThemaFilter(Keuzefilter):
    title = _("thema")
    parameter_name = "thema"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        rijen = Thema.objects.niet_gearchiveerd().order_by("sorteernaam")
        return [(str(pk), naam) for pk, naam in rijen.values_list("pk", "naam")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        bekend = {sleutel for sleutel, _naam in self.lookup_choices}
        if self.value() not in bekend:
            return queryset
        return queryset.met_thema(Thema(pk=self.nummer()))  # type: ignore[attr-defined]


class WijkFilter(Keuzefilter):
    """Provisions that serve a wijk, or places in it."""

    title = _("wijk")
    parameter_name = "wijk"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        wijken = Gebied.objects.zichtbaar().wijken().values_list("pk", "naam")
        return [(str(pk), naam) for pk, naam in wijken]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        nummer = self.nummer()
        wijk = Gebied.objects.met_keten().filter(pk=nummer).first() if nummer else None
        return self.in_wijk(queryset, wijk) if wijk else queryset

    def in_wijk(self, rijen: Any, wijk: Gebied) -> QuerySet:
        return rijen.in_gebied(wijk)


class BedientWijkFilter(WijkFilter):
    title = _("wijk waarvoor het is")

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        hele = (HELE_GEMEENTE, _("de hele gemeente"))
        return [hele, *super().lookups(request, model_admin)]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == HELE_GEMEENTE:
            return queryset.filter(hele_gemeente=True)
        return super().queryset(request, queryset)

    def in_wijk(self, rijen: Any, wijk: Gebied) -> QuerySet:
        return rijen.eigen_in_gebied(wijk)


class RedacteurFilter(Keuzefilter):
    """Who at the municipality keeps it true; "van mij" comes first."""

    title = _("redacteur")
    parameter_name = "redacteur"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        vast = [(VAN_MIJ, _("van mij")), (VAN_NIEMAND, _("van niemand"))]
        staf = get_user_model().objects.filter(is_staff=True, is_active=True)
        return [*vast, *((str(wie.pk), wie.get_full_name() or str(wie)) for wie in staf)]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == VAN_MIJ:
            return queryset.filter(redacteur=request.user.pk)
        if self.value() == VAN_NIEMAND:
            return queryset.filter(redacteur=None)
        return queryset.filter(redacteur=self.nummer()) if self.nummer() else queryset


class OrganisatieFilter(Veldfilter):
    """Type a part of a name: a list of all organisations would be longer than the page."""

    title = _("organisatie")
    parameter_name = "organisatie"
    template = "admin/_filter_tekst.html"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("", _("deel van de naam"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        deel = sorteernaam(self.value() or "")
        return queryset.filter(verantwoordelijke__sorteernaam__contains=deel) if deel else queryset
