"""Lists to choose from in the admin: ticks or dots in a box, with a search field above them.

In the place of Django's autocomplete (Select2), which writes inline styles that a strict CSP
refuses, gives its fields no names for screen readers, and is empty without JavaScript.
"""

from typing import Any

from django import forms
from django.forms import Script
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst

MEEST = 300  # a longer list would make the form heavy: then only what is chosen is in it
VAN_MEER = 8  # a list with more rows than this has a search field


class _Kieslijst(forms.RadioSelect):
    """``veld`` is the model field; its model must be in the admin, with ``search_fields``."""

    class Media:
        js = [Script("js/kieslijst.js", type="module")]

    def __init__(self, veld: Any, attrs: Any = None, choices: Any = ()) -> None:
        super().__init__(attrs, choices)
        self.veld = veld

    def __deepcopy__(self, memo: Any) -> "_Kieslijst":
        kopie = type(self)(self.veld, self.attrs.copy(), self.choices)
        memo[id(self)] = kopie
        return kopie

    def id_for_label(self, id_: str, index: Any = None) -> str:
        """No one control has the label: the whole group is named by it."""
        return ""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        gekozen = {str(deel) for deel in self.format_value(value)} - {""}
        rijen, volledig = self._rijen(gekozen)
        context = {
            "naam": name,
            "titel": capfirst(str(self.veld.verbose_name)),
            "soort": self.input_type,
            "rijen": rijen,
            "gekozen": gekozen,
            "leeg": self.input_type == "radio" and not self.is_required,
            "volledig": volledig,
            "zoekbaar": len(rijen) > VAN_MEER or not volledig,
            "model": self.veld.model._meta,
            "veld": self.veld.name,
            "adres": reverse("admin:autocomplete"),
            "id": (attrs or {}).get("id", f"id_{name}"),
        }
        return render_to_string("admin/_kieslijst.html", context)

    def _rijen(self, gekozen: set[str]) -> tuple[list[tuple[str, str]], bool]:
        """(value, text) of each option, the chosen ones first, and whether that is all."""
        keuzes: Any = self.choices
        rijen = list(keuzes.queryset[: MEEST + 1])
        volledig = len(rijen) <= MEEST
        if not volledig:
            rijen = list(keuzes.queryset.filter(pk__in=gekozen))
        opties = ((str(rij.pk), keuzes.field.label_from_instance(rij)) for rij in rijen)
        return sorted(opties, key=lambda optie: optie[0] not in gekozen), volledig


class KiesEen(_Kieslijst):
    pass


class KiesMeer(_Kieslijst, forms.CheckboxSelectMultiple):
    pass


class KiesMixin:
    """For a ModelAdmin: its ``autocomplete_fields`` become such lists."""

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs.setdefault("widget", KiesEen(db_field))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs.setdefault("widget", KiesMeer(db_field))
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]
