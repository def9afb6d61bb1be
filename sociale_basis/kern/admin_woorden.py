"""The words that staff teach the search engine, with an at-once preview ("zo zoekt dit")."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from .aandacht import Aandachtspunt, aandacht
from .beheer import AlleenKijken, GeschiedenisAdmin
from .models import Crisiswoord, Samenstellingsdeel, Synoniem, Zoekterm
from .velden import lees_nummer
from .zoekuitleg import leg_uit


class WoordAdmin(GeschiedenisAdmin):
    """A word list: what is typed is tried before it is saved."""

    change_form_template = "admin/kern/woord.html"
    list_filter = ["actief"]
    list_per_page = 100
    proefveld = ""  # the field whose first words are tried when no question was typed

    class Media:
        js = ["js/proef.js"]

    def get_urls(self) -> list[Any]:
        naam = f"{self.opts.app_label}_{self.opts.model_name}_proef"
        proef = self.admin_site.admin_view(require_POST(self.proef))
        return [path("proef/", proef, name=naam), *super().get_urls()]

    def proef(self, request: HttpRequest) -> HttpResponse:
        """Search with the row as it stands in the form; nothing is kept."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        bestaand = self.model._default_manager.filter(pk=_nummer(request)).first()
        formulier = self.get_form(request, bestaand)(request.POST, instance=bestaand)
        context: dict[str, Any] = {"formulier": formulier, "uitleg": None}
        with transaction.atomic():
            if formulier.is_valid():
                formulier.save()
                context["uitleg"] = leg_uit(self._proefvraag(request))
            transaction.set_rollback(True)
        return render(request, "admin/kern/proef.html", context)

    def _proefvraag(self, request: HttpRequest) -> str:
        getypt = request.POST.get("proefvraag", "").strip()
        eerste = next(filter(str.strip, request.POST.get(self.proefveld, "").split(",")), "")
        enkel = " ".join(deel.split("|")[0] for deel in eerste.split())
        return (getypt or enkel)[:300]


def _nummer(request: HttpRequest) -> int | None:
    return lees_nummer(request.POST.get("proefnummer"))


@admin.register(Synoniem)
class SynoniemAdmin(WoordAdmin):
    proefveld = "woorden"
    list_display = ["woorden", "betekenis", "sterkte", "actief"]
    list_filter = ["actief", "sterkte"]
    search_fields = ["woorden", "betekenis"]


@admin.register(Samenstellingsdeel)
class SamenstellingsdeelAdmin(WoordAdmin):
    proefveld = "woord"
    list_display = ["woord", "heel_laten", "actief"]
    list_filter = ["actief", "heel_laten"]
    search_fields = ["woord"]


@admin.register(Crisiswoord)
class CrisiswoordAdmin(WoordAdmin):
    proefveld = "zin"
    list_display = ["zin", "behalve", "soort", "actief"]
    list_filter = ["actief", "soort"]
    search_fields = ["zin"]


@admin.register(Zoekterm)
class ZoektermAdmin(AlleenKijken, admin.ModelAdmin):
    """Words that found nothing, asked at least three times: what to write or teach next."""

    change_list_template = "admin/kern/zoektermen.html"

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = self.admin_site.each_context(request) | {
            "title": _("Waar mensen naar zochten"),
            "opts": self.opts,
            "rijen": Zoekterm.objects.voor_beheer()[:200],
        }
        return render(request, self.change_list_template, context)


@aandacht(volgorde=200)
def zoeken_zonder_resultaat(request: HttpRequest) -> Aandachtspunt | None:
    """Words that residents searched for in vain: teach them, or write what is missing."""
    if not request.user.has_perm("kern.add_synoniem"):
        return None
    return Aandachtspunt(
        titel=tekst("Zoekwoorden die niets vonden"),
        aantal=Zoekterm.objects.voor_beheer().filter(soort="niets"),
        url=reverse("admin:kern_zoekterm_changelist"),
    )
