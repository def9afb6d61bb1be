"""Opening times and deviations, inline in the form of a place or provision (M11)."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.forms import Script
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_POST

from voorzieningen import openingstijden

from ..models import Afwijking, Openingstijd


class OpeningstijdInline(admin.StackedInline):
    """The rows, with below them a sentence that says what they mean."""

    model = Openingstijd
    extra = 1
    fields = [("weekdag", "van", "tot", "op_afspraak"), ("opmerking", "geldig_van", "geldig_tot")]
    template = "admin/voorzieningen/openingstijden.html"

    class Media:
        js = [Script("js/levend.js", type="module")]


class AfwijkingInline(admin.StackedInline):
    model = Afwijking
    extra = 0
    fields = [("van_dag", "tot_dag", "gesloten"), ("van", "tot", "reden")]


class TijdenMixin:
    """Adds the address that puts the times as typed into a sentence; nothing is kept."""

    def get_urls(self) -> list[Any]:
        naam = f"{self.opts.app_label}_{self.opts.model_name}_tijden"  # type: ignore[attr-defined]
        tijden = self.admin_site.admin_view(require_POST(self.tijden))  # type: ignore[attr-defined]
        eigen = [
            path("tijden/", tijden, name=naam),
            path("<path:object_id>/tijden/", tijden, name=f"{naam}_van"),
        ]
        return [*eigen, *super().get_urls()]  # type: ignore[misc]

    def tijden(self, request: HttpRequest, object_id: str = "") -> HttpResponse:
        ding = self.get_object(request, unquote(object_id)) if object_id else None  # type: ignore[attr-defined]
        if not self.has_change_permission(request, ding):  # type: ignore[attr-defined]
            raise PermissionDenied
        lijst = self._tijdenlijst(request, ding)
        slots = [rij.instance.als_slot() for rij in _geldige_rijen(lijst)]
        return render(
            request, "admin/voorzieningen/_tijdenzin.html", {"zin": openingstijden.zin(slots)}
        )

    def _tijdenlijst(self, request: HttpRequest, ding: Any) -> Any:
        ding = ding or self.model()  # type: ignore[attr-defined]
        inline = OpeningstijdInline(type(ding), self.admin_site)  # type: ignore[attr-defined]
        soort = inline.get_formset(request, ding)
        return soort(request.POST, instance=ding, prefix=soort.get_default_prefix())


def _geldige_rijen(lijst: Any) -> Iterator[forms.ModelForm]:
    """Rows that are filled in well so far and stay."""
    for rij in lijst.forms:
        blijft = not rij.data.get(rij.add_prefix("DELETE"))
        if blijft and (rij.instance.pk or rij.has_changed()) and rij.is_valid():
            yield rij
