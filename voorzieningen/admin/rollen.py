"""The rules of ``bevoegd`` in the admin: what a role sees, picks, changes, or only proposes.

A form saves at once where somebody may; else the same form hands in a proposal and the published
entry stays. Both are decided after a trial save, so that one rule judges the entry before and
after: somebody cannot widen an own entry to the whole municipality.
"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.beheer import ArchiefAdmin
from sociale_basis.kern.velden import lees_nummer

from ..models import Voorstel
from ..models.bevoegd import Bereik
from ..models.voorstel import AlBesloten
from ..voorstellen import velden
from .lopend import MetLopendVoorstel, is_gezien, lopend

# What the municipality decides about an entry, whoever keeps it.
VAN_DE_GEMEENTE = {
    "publicatie",
    "slug",
    "redacteur",
    "controletermijn",
    "verantwoordelijke",
    "beheerstichting",
    "vertrouwelijk",
    "vervangen_door",
}


def _eens(request: HttpRequest, ding: Any, regel: str) -> bool:
    """The answer of a rule, asked once while a page is only shown; saving may change it."""
    if request.method not in ("GET", "HEAD"):
        return bool(getattr(ding, regel)(request.user))
    bekend: dict[Any, bool] = request.__dict__.setdefault("_regels", {})
    sleutel = (type(ding), ding.pk, regel)
    if sleutel not in bekend:
        bekend[sleutel] = bool(getattr(ding, regel)(request.user))
    return bekend[sleutel]


class _BuitenBereik(Exception):
    """After saving, the entry serves more than this person may change at once."""


class RolAdmin(MetLopendVoorstel, ArchiefAdmin):
    """Organisations, places and provisions, as far as somebody may go."""

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rijen: Any = super().get_queryset(request)
        keuzelijst = request.resolver_match and request.resolver_match.url_name == "autocomplete"
        door = rijen.kiesbaar_door if keuzelijst else rijen.leesbaar_door
        return door(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        mag = super().has_view_permission(request, obj)
        return mag and (obj is None or _eens(request, obj, "leesbaar_door"))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        mag = super().has_change_permission(request, obj)
        return mag and (obj is None or _eens(request, obj, "bewerkbaar_door"))

    def has_change_history_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Putting an old version back is for who may change everything."""
        return _bereik(request).bewerkt_alles and self.has_change_permission(request, obj)

    def mag_terugzetten(self, request: HttpRequest, ding: Any) -> bool:
        return _bereik(request).bewerkt_alles and super().mag_terugzetten(request, ding)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if "_save" in request.POST and not _bereik(request).bewerkt_alles:
            raise PermissionDenied
        return super().changelist_view(request, extra_context)

    # --- the form --------------------------------------------------------------------------

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """An organisation fills in what it knows; the municipality decides the rest."""
        alle = super().get_fieldsets(request, obj)
        if not _is_organisatie(request):
            return alle
        return [
            (kop, {**opties, "fields": _zonder(opties["fields"], VAN_DE_GEMEENTE)})
            for kop, opties in alle
        ]

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        """Staff in a plain list: searching all users is for who manages them."""
        return [veld for veld in super().get_autocomplete_fields(request) if veld != "redacteur"]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        keuzes = self._keuzes(db_field, request)
        extra = {} if keuzes is None else {"queryset": keuzes}
        return super().formfield_for_foreignkey(db_field, request, **extra | kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        keuzes = self._keuzes(db_field, request)
        extra = {} if keuzes is None else {"queryset": keuzes}
        return super().formfield_for_manytomany(db_field, request, **extra | kwargs)

    def _keuzes(self, db_field: Any, request: HttpRequest) -> QuerySet | None:
        """What may be picked in a field, and what is picked already; None: anything."""
        if db_field.name == "redacteur":
            return _redacteuren()
        alle = db_field.related_model._default_manager.all()
        if _bereik(request).bewerkt_alles or not hasattr(alle, "kiesbaar_door"):
            return None
        nummer = request.resolver_match and request.resolver_match.kwargs.get("object_id", "")
        eigen = self.model._default_manager.filter(pk=lees_nummer(nummer) or 0)
        gekozen = eigen.exclude(**{db_field.name: None}).values(db_field.name)
        kiesbaar = alle.kiesbaar_door(request.user).order_by().values("pk")
        return alle.filter(Q(pk__in=kiesbaar) | Q(pk__in=gekozen))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        if request.method == "GET":
            self._vertel(request, object_id)
        knoppen = _knoppen_van_voorstel() if self._wordt_voorstel(request, object_id) else {}
        context = knoppen | (extra_context or {})
        return super().changeform_view(request, object_id, form_url, context)

    def _wordt_voorstel(self, request: HttpRequest, object_id: str | None) -> bool:
        """Whether this form hands in a proposal, whatever is changed in it."""
        if _bereik(request).bewerkt_alles:
            return False
        ding = self.get_object(request, object_id) if object_id else None
        if ding is None:
            return not object_id and _is_organisatie(request)
        return not ding.direct_bewerkbaar_door(request.user)

    def _vertel(self, request: HttpRequest, object_id: str | None) -> None:
        """Say on top of the form what saving will do and what waits already."""
        ding = self.get_object(request, object_id) if object_id else None
        if ding is None:
            if not object_id and _is_organisatie(request) and self.has_add_permission(request):
                messages.info(request, tekst("Wat u hier invult, gaat eerst naar de redactie."))
            return
        if not self.has_change_permission(request, ding):
            return
        if not ding.direct_bewerkbaar_door(request.user):
            uitleg = tekst("Wat u hier wijzigt, gaat eerst naar de redactie.")
            messages.info(request, uitleg)
        for voorstel in Voorstel.objects.open().over(ding).leesbaar_door(request.user)[:3]:
            zin = tekst("Hier wacht een voorstel op goedkeuring.")
            link = tekst("Bekijk voorstel %d") % voorstel.pk
            url = voorstel.get_absolute_url()
            messages.info(request, format_html('{} <a href="{}">{}</a>', zin, url, link))

    # --- saving ----------------------------------------------------------------------------

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Who may change everything saves here; of others ``save_related`` sees the whole."""
        if _bereik(request).bewerkt_alles:
            super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        if _bereik(request).bewerkt_alles:
            super().save_related(request, form, formsets, change)
        elif not self._bewaar_direct(request, form, formsets, change):
            wijzigingen = _uit_formulier(self.model, form, formsets)
            _zet_voorstel(request, self._dien_in(request, form.instance.pk, wijzigingen, change))

    def _bewaar_direct(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> bool:
        """Save, unless the entry is or becomes one that others have a say in."""
        if change and not form.instance.direct_bewerkbaar_door(request.user):
            return False
        try:
            with transaction.atomic():
                super().save_model(request, form.instance, form, change)
                super().save_related(request, form, formsets, change)
                if not form.instance.direct_bewerkbaar_door(request.user):
                    raise _BuitenBereik
        except _BuitenBereik:
            return False
        return True

    def _dien_in(
        self, request: HttpRequest, nummer: int, wijzigingen: dict[str, Any], change: bool
    ) -> Voorstel | None:
        """Hand in a proposal, or add to the one that waits; None when nothing differs."""
        bereik = _bereik(request)
        doel = self.model._default_manager.get(pk=nummer) if change else self.model
        if not change and bereik.organisatie and "verantwoordelijke" in velden(self.model):
            wijzigingen["verantwoordelijke"] = bereik.organisatie
        aangevuld = _vul_lopend_aan(request, doel, wijzigingen) if change else None
        if aangevuld:
            return aangevuld
        try:
            return Voorstel.objects.dien_in(
                doel, wijzigingen, bron=_bron(bereik), door=request.user
            )
        except ValidationError as fout:
            messages.warning(request, " ".join(fout.messages))
            return None

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Any:
        if _is_voorstel(request):
            return []
        return super().construct_change_message(request, form, formsets, add)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return None if _is_voorstel(request) else super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return None if _is_voorstel(request) else super().log_change(request, obj, message)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> Any:
        antwoord = self._antwoord(request)
        return antwoord or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return self._antwoord(request) or super().response_change(request, obj)

    def _antwoord(self, request: HttpRequest) -> HttpResponse | None:
        """After a proposal: to the page that shows it beside what is published."""
        if not _is_voorstel(request):
            return None
        voorstel = request._voorstel  # type: ignore[attr-defined]
        if voorstel is None:
            return redirect(request.get_full_path())
        messages.success(request, tekst("Uw wijziging wacht op goedkeuring."))
        return redirect(voorstel)

    # --- several entries at once -----------------------------------------------------------

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Only what looks is for who must propose everything."""
        acties: dict[str, Any] = super().get_actions(request)
        bereik = _bereik(request)
        if bereik.bewerkt_alles or bereik.gebieden:
            return acties
        return {naam: actie for naam, actie in acties.items() if _kijkt(actie[0])}

    def response_action(self, request: HttpRequest, queryset: Any, *args: Any) -> Any:
        """An action changes what this person may change at once, and leaves out the rest."""
        actie = self.get_actions(request).get(request.POST.get("action", ""))
        if _bereik(request).bewerkt_alles or (actie and _kijkt(actie[0])):
            return super().response_action(request, queryset, *args)
        mag = queryset.direct_bewerkbaar_door(request.user)
        keuze = request.POST.getlist("_selected_action")
        if mag.filter(pk__in=keuze).count() != len(keuze):
            uitleg = _("Een deel van uw keuze mag u niet zelf wijzigen. Dat bleef zoals het is.")
            messages.warning(request, uitleg)
        return super().response_action(request, mag, *args)


def _bereik(request: HttpRequest) -> Bereik:
    return Bereik.van(request.user)


def _knoppen_van_voorstel() -> dict[str, Any]:
    """A proposal is not saved and has no preview: one button, that says what it does."""
    return {
        "wordt_voorstel": True,
        "show_save_and_add_another": False,
        "show_save_and_continue": False,
    }


def _is_organisatie(request: HttpRequest) -> bool:
    """Works for an organisation and not for the municipality."""
    bereik = _bereik(request)
    return not bereik.bewerkt_alles and not bereik.gebieden and bereik.organisatie is not None


def _bron(bereik: Bereik) -> Voorstel.Bron:
    return Voorstel.Bron.WIJKREDACTEUR if bereik.gebieden else Voorstel.Bron.ORGANISATIE


def _vul_lopend_aan(request: HttpRequest, doel: Any, wijzigingen: dict[str, Any]) -> Any:
    """Add to what this person proposed before; None when nothing of theirs waits (any more)."""
    voorstel = lopend(request, doel)
    if voorstel is None:
        return None
    try:
        return voorstel.vul_aan(wijzigingen, gezien=is_gezien(request, voorstel))
    except AlBesloten:
        return None


def _kijkt(actie: Any) -> bool:
    """An action that says it only needs ``view``."""
    return list(getattr(actie, "allowed_permissions", [])) == ["view"]


def _redacteuren() -> QuerySet:
    """Staff of the municipality."""
    gebruikers = get_user_model()._default_manager.filter(is_active=True, is_staff=True)
    return gebruikers.filter(Q(medewerker=None) | Q(medewerker__organisatie=None))


def _zonder(rijen: Sequence[Any], weg: set[str]) -> list[Any]:
    """The fields of a fieldset without some; fields on one line stay together."""
    over = [
        _zonder(rij, weg) if isinstance(rij, list | tuple) else rij
        for rij in rijen
        if isinstance(rij, list | tuple) or rij not in weg
    ]
    return [rij for rij in over if rij]


def _uit_formulier(model: Any, form: Any, formsets: Any) -> dict[str, Any]:
    """The values of a valid form with its rows, as a proposal takes them."""
    soort = velden(model)
    waarden = {naam: form.cleaned_data[naam] for naam in form.cleaned_data if naam in soort}
    for formset in formsets:
        waarden[formset.fk.remote_field.get_accessor_name()] = _rijen(formset)
    return waarden


def _rijen(formset: Any) -> list[dict[str, Any]]:
    blijft: list[forms.ModelForm] = [
        form for form in formset.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")
    ]
    ingevuld = [form for form in blijft if form.instance.pk or form.has_changed()]
    return [form.cleaned_data for form in ingevuld]


def _zet_voorstel(request: HttpRequest, voorstel: Voorstel | None) -> None:
    request._voorstel = voorstel  # type: ignore[attr-defined]


def _is_voorstel(request: HttpRequest) -> bool:
    return hasattr(request, "_voorstel")
