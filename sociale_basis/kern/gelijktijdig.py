"""Two people on one entry: the second one to save sees both versions and loses nothing.

A change form carries the number of the version it began from (the newest row of the history).
When that is no longer the newest, saving shows every field that differs, side by side.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from .velden import lees_nummer
from .zoeken.bijhouden import uitgesteld

VERSIE, KEUZE, ALLES_MIJN = "_versie", "_kies_", "_alles_mijn"
MIJN, HUN = "mijn", "hun"


@dataclass(frozen=True)
class Verschil:
    """One field, or one list of rows, that now differs from what was typed."""

    naam: str
    label: str
    mijn: str
    hun: str
    keuze: str  # what is chosen unless the person chooses otherwise


class GelijktijdigMixin:
    """For a ModelAdmin of a model with ``history``."""

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        ding = context.get("original")
        context["versie"] = request.POST.get(VERSIE) or (nieuwste_versie(ding) if ding else None)
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        with transaction.atomic(), uitgesteld():  # an entry with its lists is indexed once
            botsing = None
            if request.method == "POST" and object_id and request.POST.get(VERSIE):
                botsing = self._botsing(request, self._vergrendeld(request, object_id))
            return botsing or super().changeform_view(  # type: ignore[misc]
                request, object_id, form_url, extra_context
            )

    def _vergrendeld(self, request: HttpRequest, object_id: str) -> Any:
        """The entry; while this request lasts nobody else can save it."""
        ding = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        if ding is not None:
            rijen = type(ding).objects.select_for_update().filter(pk=ding.pk)
            rijen.order_by("pk").values("pk").first()  # an order of its own may join: no lock then
        return ding

    def _botsing(self, request: HttpRequest, ding: Any) -> HttpResponse | None:
        """The page with both versions; None if saving can go on."""
        if ding is None or not self.has_change_permission(request, ding):  # type: ignore[attr-defined]
            return None
        nieuwste = nieuwste_versie(ding)
        vergelijking = Vergelijking(self, request, ding)
        if any(naam.startswith(KEUZE) for naam in request.POST):
            request.POST = vergelijking.gekozen()  # type: ignore[assignment]
        if request.POST[VERSIE] == nieuwste:
            return None
        verschillen = list(vergelijking.verschillen(request.POST[VERSIE]))
        if not verschillen:
            return None
        context = self.admin_site.each_context(request) | {  # type: ignore[attr-defined]
            "title": _("Iemand anders heeft dit net ook gewijzigd"),
            "opts": self.opts,  # type: ignore[attr-defined]
            "original": ding,
            "wie": _door_wie(ding),
            "verschillen": verschillen,
            "getypt": list(_getypt(request.POST)),
            "versie": nieuwste,
        }
        return TemplateResponse(request, "admin/botsing.html", context)


class Vergelijking:
    """What was posted beside what is now in the database, as both stand in the form."""

    def __init__(self, beheer: Any, request: HttpRequest, ding: Any) -> None:
        self.request, self.ding, self.post = request, ding, request.POST
        velden = flatten_fieldsets(beheer.get_fieldsets(request, ding))
        self.formulier = beheer.get_form(request, ding, change=True, fields=velden)
        self.hun = self.formulier(instance=ding)
        self.lijsten = [
            (inline, soort(instance=ding, prefix=soort.get_default_prefix()))
            for soort, inline in beheer.get_formsets_with_inlines(request, ding)
        ]

    def verschillen(self, versie: str) -> Iterator[Verschil]:
        yield from self._velden(versie)
        for inline, hun in self.lijsten:
            mijn = type(hun)(self.post, instance=self.ding, prefix=hun.prefix)
            if _lijst(hun) != _lijst(mijn):
                naam = str(inline.verbose_name_plural)
                yield Verschil(hun.prefix, naam, _regels(mijn), _regels(hun), MIJN)

    def _velden(self, versie: str) -> Iterator[Verschil]:
        begin = self.formulier(instance=self.ding, initial=_toen(self.ding, versie))
        mijn = self.formulier(self.post, instance=type(self.ding)(pk=self.ding.pk))
        mijn.is_valid()
        for naam in self.hun.fields:
            getypt, nu, was = (_waarden(form[naam]) for form in (mijn, self.hun, begin))
            if getypt != nu:
                yield Verschil(
                    naam,
                    str(self.hun[naam].label),
                    _toon(mijn[naam], mijn.cleaned_data.get(naam)),
                    _toon(self.hun[naam], self.hun[naam].value()),
                    HUN if getypt == was else MIJN,
                )

    def gekozen(self) -> QueryDict:
        """What was typed, with their version of each field where that was chosen."""
        post = self.post.copy()
        for naam, keuze in self.post.items():
            if naam.startswith(KEUZE):
                del post[naam]
                if keuze == HUN and ALLES_MIJN not in self.post:
                    self._neem_hun(post, naam.removeprefix(KEUZE))
        return post

    def _neem_hun(self, post: QueryDict, naam: str) -> None:
        if naam in self.hun.fields:
            _vul(post, self.hun[naam])
        for _inline, hun in self.lijsten:
            if hun.prefix == naam:
                _vul_lijst(post, hun)


def nieuwste_versie(ding: Any) -> str:
    """Number of the newest row in the history of an entry; "0" if there is none yet, as after
    an import: the first one who saves makes it, and the second sees that."""
    nummers = ding.history.order_by("-history_id").values_list("history_id", flat=True)
    return str(next(iter(nummers[:1]), 0))


def _door_wie(ding: Any) -> str:
    laatste = ding.history.select_related("history_user").order_by("-history_id").first()
    wie = laatste.history_user if laatste else None
    return (wie.get_full_name() or str(wie)) if wie else ""


def _toen(ding: Any, versie: str) -> dict[str, Any]:
    """What the form showed when this person opened it; {} if the history no longer knows."""
    rij = ding.history.filter(history_id=lees_nummer(versie) or 0).first()
    if rij is None:
        return {}
    waarden = forms.model_to_dict(rij.instance, [v.name for v in ding._meta.concrete_fields])
    for veld in ding._meta.many_to_many:
        kolom = f"{veld.m2m_reverse_field_name()}_id"
        waarden[veld.name] = list(getattr(rij, veld.name).values_list(kolom, flat=True))
    return waarden


def _getypt(post: QueryDict) -> Iterator[tuple[str, str]]:
    """Everything that was posted, to be posted again."""
    weg = {VERSIE, "csrfmiddlewaretoken"}
    for naam, waarden in post.lists():
        yield from ((naam, str(waarde)) for waarde in waarden if naam not in weg)


def _waarden(veld: forms.BoundField) -> list[str]:
    """The value of a field as a browser posts it."""
    waarde, widget = veld.value(), veld.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if waarde and waarde != "False" else []
    if isinstance(waarde, (list, tuple, models.QuerySet)):
        return sorted(str(getattr(deel, "pk", deel)) for deel in waarde)
    tekst = widget.format_value(waarde)
    delen = tekst if isinstance(tekst, list) else [tekst]
    return [str(deel).replace("\r\n", "\n") for deel in delen if deel not in (None, "")]


def _toon(veld: forms.BoundField, waarde: Any) -> str:
    """A value in words, as a person reads it."""
    if isinstance(veld.field, forms.BooleanField):
        return _("ja") if waarde else _("nee")
    if isinstance(veld.field, forms.ModelChoiceField):
        return ", ".join(_namen(veld.field, waarde))
    keuzes = dict(getattr(veld.field, "choices", []))
    if waarde in keuzes and waarde not in (None, ""):
        return str(keuzes[waarde])
    return "\n".join(_waarden(veld)) or str(waarde or "")


def _namen(veld: forms.ModelChoiceField, waarde: Any) -> Iterable[str]:
    rijen = veld.queryset
    delen = waarde if isinstance(waarde, (list, tuple, models.QuerySet)) else [waarde]
    nummers = [getattr(deel, "pk", deel) for deel in delen if deel not in (None, "")]
    return (str(rij) for rij in rijen.filter(pk__in=nummers)) if rijen is not None else ()


def _rijen(lijst: Any) -> Iterator[forms.ModelForm]:
    """The rows of a formset that count: filled in, and not ticked to go."""
    for rij in lijst.forms:
        weg = rij.is_bound and rij.data.get(rij.add_prefix("DELETE"))
        if not weg and (rij.instance.pk or rij.has_changed()):
            yield rij


def _zichtbare(rij: forms.ModelForm) -> Iterator[forms.BoundField]:
    return (veld for veld in rij.visible_fields() if veld.name != "DELETE")


def _lijst(lijst: Any) -> list[list[list[str]]]:
    return sorted([_waarden(veld) for veld in _zichtbare(rij)] for rij in _rijen(lijst))


def _regels(lijst: Any) -> str:
    """One line per row: what was filled in, without its labels."""
    regels = []
    for rij in _rijen(lijst):
        delen = (_toon_deel(veld) for veld in _zichtbare(rij))
        regels.append(" · ".join(deel for deel in delen if deel))
    return "\n".join(regels)


def _toon_deel(veld: forms.BoundField) -> str:
    if isinstance(veld.field, forms.BooleanField):
        return str(veld.label) if _waarden(veld) else ""
    keuzes = {str(sleutel): str(tekst) for sleutel, tekst in getattr(veld.field, "choices", [])}
    return ", ".join(keuzes.get(deel, deel) for deel in _waarden(veld))


def _vul(post: QueryDict, veld: forms.BoundField) -> None:
    waarden = _waarden(veld)
    if waarden or not isinstance(veld.field.widget, forms.CheckboxInput):
        post.setlist(veld.html_name, waarden or [""])
    else:
        post.pop(veld.html_name, None)


def _vul_lijst(post: QueryDict, lijst: Any) -> None:
    """Put the rows of the database in the place of the posted ones."""
    for naam in [naam for naam in post if naam.startswith(f"{lijst.prefix}-")]:
        del post[naam]
    rijen = lijst.initial_forms
    aantal = {"TOTAL_FORMS": len(rijen), "INITIAL_FORMS": len(rijen)}
    for naam, waarde in aantal.items():
        post[f"{lijst.prefix}-{naam}"] = str(waarde)
    for rij in rijen:
        for veld in rij:
            if veld.name != "DELETE":
                _vul(post, veld)
