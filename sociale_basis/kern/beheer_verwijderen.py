"""The page on which a beheerder deletes an archived entry for good."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from .verwijderen import KanNietWeg, gevolgen, verwijder_voorgoed


class Verwijderformulier(forms.Form):
    """Why it must go, and which name the old address may go on showing."""

    reden = forms.CharField(
        label=_("Waarom moet dit voorgoed weg?"),
        max_length=250,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=_("Bezoekers van het oude adres zien deze zin. Noem geen namen van mensen."),
    )
    titel = forms.CharField(
        label=_("Naam die zichtbaar blijft"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=_("Maak dit leeg als de naam zelf ook weg moet."),
    )


class VoorgoedVerwijderen(admin.ModelAdmin):
    """For entries with a page: only what is archived, and only by who has the right to delete.

    ``naam_blijft`` False: of a person, whose name does not stay at the old address.
    """

    naam_blijft = True

    def mag_voorgoed_weg(self, request: HttpRequest, ding: Any) -> bool:
        opts = self.model._meta
        recht = request.user.has_perm(f"{opts.app_label}.delete_{opts.model_name}")
        return recht and ding is not None and ding.is_gearchiveerd

    def get_urls(self) -> list[URLPattern]:
        opts = self.model._meta
        adres = path(
            "<path:object_id>/voorgoed-verwijderen/",
            self.admin_site.admin_view(self.voorgoed_verwijderen),
            name=f"{opts.app_label}_{opts.model_name}_voorgoed",
        )
        return [adres, *super().get_urls()]

    def render_change_form(
        self,
        request: HttpRequest,
        context: Any,
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> Any:
        if self.mag_voorgoed_weg(request, obj):
            context["voorgoed_url"] = self._voorgoed_adres("voorgoed", obj.pk)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def voorgoed_verwijderen(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show what goes with it; POST with a reason deletes."""
        ding = self.get_object(request, object_id)
        if ding is None:
            raise Http404
        if not self.mag_voorgoed_weg(request, ding):
            raise PermissionDenied
        form = Verwijderformulier(request.POST or None, initial={"titel": str(ding)})
        if not self.naam_blijft:
            del form.fields["titel"]
        if request.method == "POST" and form.is_valid() and self._verwijder(request, ding, form):
            return redirect(self._voorgoed_adres("changelist"))
        context = {
            **self.admin_site.each_context(request),
            "title": tekst("Voorgoed verwijderen: %s") % ding,
            "opts": self.model._meta,
            "object": ding,
            "gevolgen": gevolgen(ding),
            "form": form,
            "lijst_url": self._voorgoed_adres("changelist"),
            "ding_url": self._voorgoed_adres("change", ding.pk),
        }
        request.current_app = self.admin_site.name
        return render(request, "admin/voorgoed_verwijderen.html", context)

    def _verwijder(self, request: HttpRequest, ding: Any, form: Verwijderformulier) -> bool:
        naam = str(ding)
        try:
            verwijder_voorgoed(ding, door=request, **{"titel": "", **form.cleaned_data})
        except KanNietWeg:
            return False
        messages.success(request, tekst("%s is voorgoed verwijderd.") % naam)
        return True

    def _voorgoed_adres(self, wat: str, *argumenten: Any) -> str:
        opts = self.model._meta
        naam = f"{self.admin_site.name}:{opts.app_label}_{opts.model_name}_{wat}"
        return reverse(naam, args=argumenten)
