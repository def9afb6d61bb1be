"""What staff do with many entries at once; a question first where something must be filled in."""

from collections.abc import Callable, Iterator
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from ..models import Activiteit, Organisatie, Voorziening
from ..models.keuzes import Publicatie
from ..publiceren import bezwaren

MEEST_GETOOND = 20


class ArchiveerForm(forms.Form):
    reden = forms.CharField(
        label=_("Waarom gaan deze weg?"),
        max_length=250,
        help_text=_("Bezoekers lezen dit op het oude adres van de pagina."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )


class EigenaarForm(forms.Form):
    """At least one of both; what stays empty stays as it is."""

    redacteur = forms.ModelChoiceField(
        get_user_model().objects.filter(is_staff=True, is_active=True),
        label=_("Nieuwe redacteur"),
        required=False,
        empty_label=_("blijft zoals het is"),
    )
    verantwoordelijke = forms.ModelChoiceField(
        Organisatie.objects.niet_gearchiveerd(),
        label=_("Nieuwe verantwoordelijke organisatie"),
        required=False,
        empty_label=_("blijft zoals het is"),
    )

    def clean(self) -> dict[str, Any]:
        gekozen = {naam: wie for naam, wie in (super().clean() or {}).items() if wie}
        if not gekozen and not self.errors:
            raise forms.ValidationError(_("Kies een redacteur of een organisatie."))
        return gekozen


@admin.action(description=_("Op de website zetten"), permissions=["change"])
def publiceer(modeladmin: Any, request: HttpRequest, queryset: QuerySet) -> None:
    """Publish what is complete, and name what is not with the reason."""
    gelukt = 0
    for rij in _wijzigbaar(modeladmin, request, queryset):
        waarom_niet = bezwaren(rij)
        if waarom_niet:
            regel = tekst("“%(naam)s” staat niet op de website: %(waarom)s")
            inhoud = {"naam": rij, "waarom": " ".join(waarom_niet)}
            modeladmin.message_user(request, regel % inhoud, messages.WARNING)
            continue
        rij.publicatie = Publicatie.GEPUBLICEERD
        _bewaar(modeladmin, request, rij, tekst("Op de website gezet."))
        gelukt += 1
    if gelukt:
        modeladmin.message_user(request, tekst("%d op de website gezet.") % gelukt)


@admin.action(description=_("Archiveren, met een reden"), permissions=["change"])
def archiveer(modeladmin: Any, request: HttpRequest, queryset: QuerySet) -> TemplateResponse | None:
    """Take entries out of use after asking why (V12)."""

    def doe(rij: Any, antwoord: dict[str, Any]) -> None:
        rij.archiveer(antwoord["reden"])
        modeladmin.log_change(request, rij, tekst("Gearchiveerd: %s") % antwoord["reden"])

    return _na_vraag(modeladmin, request, queryset, "archiveer", ArchiveerForm, doe)


@admin.action(description=_("Aan een andere eigenaar geven"), permissions=["change"])
def geef_eigenaar(
    modeladmin: Any, request: HttpRequest, queryset: QuerySet
) -> TemplateResponse | None:
    """Give entries to another redacteur or organisation (L1)."""

    def doe(rij: Any, antwoord: dict[str, Any]) -> None:
        for veld, wie in antwoord.items():
            setattr(rij, veld, wie)
        namen = ", ".join(map(str, antwoord.values()))
        _bewaar(modeladmin, request, rij, tekst("Nieuwe eigenaar: %s") % namen)

    return _na_vraag(modeladmin, request, queryset, "geef_eigenaar", _eigenaarform(queryset), doe)


def _eigenaarform(queryset: QuerySet) -> type[forms.Form]:
    """Only provisions and activities have a responsible organisation."""
    if queryset.model in (Voorziening, Activiteit):
        return EigenaarForm
    return type("RedacteurForm", (EigenaarForm,), {"verantwoordelijke": None})


def _na_vraag(
    modeladmin: Any,
    request: HttpRequest,
    queryset: QuerySet,
    actie: str,
    formulier: type[forms.Form],
    doe: Callable[[Any, dict[str, Any]], None],
) -> TemplateResponse | None:
    """Ask on a page of its own; do it for each entry once the answer is right."""
    form = formulier(request.POST if "antwoord" in request.POST else None)
    if not form.is_valid():
        return _vraag(modeladmin, request, queryset, actie, form)
    rijen = list(_wijzigbaar(modeladmin, request, queryset))
    for rij in rijen:
        doe(rij, form.cleaned_data)
    modeladmin.message_user(request, tekst("%d gewijzigd.") % len(rijen))
    return None


def _vraag(
    modeladmin: Any, request: HttpRequest, queryset: QuerySet, actie: str, form: forms.Form
) -> TemplateResponse:
    aantal = queryset.count()
    context = modeladmin.admin_site.each_context(request) | {
        "title": modeladmin.get_actions(request)[actie][2],
        "opts": modeladmin.opts,
        "actie": actie,
        "form": form,
        "gekozen": request.POST.getlist("_selected_action"),
        "alles": request.POST.get("select_across", "0"),
        "aantal": aantal,
        "rijen": queryset[:MEEST_GETOOND],
        "meer": max(0, aantal - MEEST_GETOOND),
    }
    return TemplateResponse(request, "admin/voorzieningen/actie.html", context)


def _wijzigbaar(modeladmin: Any, request: HttpRequest, queryset: QuerySet) -> Iterator[Any]:
    """The entries that this person may change; the others are left alone and counted."""
    overgeslagen = 0
    for rij in queryset:
        if modeladmin.has_change_permission(request, rij):
            yield rij
        else:
            overgeslagen += 1
    if overgeslagen:
        zin = tekst("%d overgeslagen: die mag u niet wijzigen.") % overgeslagen
        modeladmin.message_user(request, zin, messages.WARNING)


def _bewaar(modeladmin: Any, request: HttpRequest, rij: Any, wat: str) -> None:
    rij.save()
    modeladmin.log_change(request, rij, wat)


ACTIES: list[Callable[..., HttpResponse | None]] = [publiceer, geef_eigenaar, archiveer]
