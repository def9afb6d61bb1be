"""Two people in one form outside /beheer/: the second one sees both versions and loses nothing.

The form carries the number of the version it began from (the newest row of the history). When
that is no longer the newest, what only the other one changed is taken over; what both changed
stays as typed, with the other version beside the field, and saving once more keeps it. Where
nobody knows what it was, every difference is shown.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from .gelijktijdig import nieuwste_versie
from .velden import lees_nummer

ONBEKEND = object()  # equals nothing that a field can hold


def in_een_keer(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorate a page with a form: what is sent is saved whole or not; looking locks nothing."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with transaction.atomic():
            return view(request, *args, **kwargs)

    return wrapper


def met_versie(rijen: Any) -> Any:
    """These rows with the number of their newest version, read in the same query."""
    versies = rijen.model.history.filter(id=OuterRef("pk")).order_by("-history_id")
    return rijen.annotate(versie_nu=Subquery(versies.values("history_id")[:1]))


class MetVersie(forms.ModelForm):
    """For a model with ``history``; the row is locked by the view that saves."""

    versie = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.nieuwste = self._nieuwste()
        self.initial["versie"] = self.nieuwste

    def _nieuwste(self) -> str:
        if hasattr(self.instance, "versie_nu"):
            return str(self.instance.versie_nu or 0)
        return nieuwste_versie(self.instance) if self.instance.pk else ""

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        begonnen = gegevens.get("versie", "")
        if begonnen and begonnen != self.nieuwste:
            self._leg_naast_elkaar(begonnen)
        return gegevens

    def _leg_naast_elkaar(self, begonnen: str) -> None:
        self.getypt: Any = self.data.copy()  # type: ignore[attr-defined]
        self.data = self.getypt
        self.getypt[self.add_prefix("versie")] = self.nieuwste
        toen = self.zoals_begonnen(begonnen)
        for naam in self._vergelijkbaar():
            mijn, hun = self._zoals_bewaard(naam), getattr(self.instance, naam)
            was = getattr(toen, naam) if toen else ONBEKEND
            if naam in self.errors or _gelijk(hun, was) or _gelijk(mijn, hun):
                continue
            if _gelijk(mijn, was):
                self._neem_hun(naam, hun)
            else:
                self.add_error(naam, self._melding(naam, hun))

    def _vergelijkbaar(self) -> list[str]:
        """The fields that are columns of the row itself."""
        kolommen = {veld.name for veld in self.instance._meta.concrete_fields}
        return [naam for naam in self.fields if naam in kolommen]

    def zoals_begonnen(self, begonnen: str) -> Any:
        """The row as it was when this person opened the form; None if that is not known."""
        rij = self.instance.history.filter(history_id=lees_nummer(begonnen) or 0).first()
        return rij.instance if rij else None

    def _zoals_bewaard(self, naam: str) -> Any:
        """What was typed in the one form in which it is stored, such as of a phone number."""
        waarde, veld = self.cleaned_data.get(naam), self.instance._meta.get_field(naam)
        if veld.is_relation:
            return waarde
        try:
            return veld.to_python(waarde)
        except ValidationError:
            return waarde

    def _neem_hun(self, naam: str, hun: Any) -> None:
        self.cleaned_data[naam] = hun
        waarde = self.fields[naam].prepare_value(getattr(hun, "pk", hun))
        if isinstance(self.fields[naam], forms.BooleanField) and not hun:
            self.getypt.pop(self.add_prefix(naam), None)
        else:
            self.getypt[self.add_prefix(naam)] = "" if waarde is None else waarde

    def _melding(self, naam: str, hun: Any) -> str:
        tekst = _toon(self.fields[naam], hun)
        return _(
            "Iemand anders schreef hier net: “%s”. Wat u schreef, staat er nog. "
            "Is dat goed? Bewaar dan nog een keer."
        ) % (tekst or _("niets"))


def _gelijk(een: Any, ander: Any) -> bool:
    return _kaal(een) == _kaal(ander)


def _kaal(waarde: Any) -> Any:
    """A value to compare: rows by their key, and nothing is nothing."""
    kaal = getattr(waarde, "pk", waarde)
    return None if kaal in ("", False) else kaal


def _toon(veld: forms.Field, waarde: Any) -> str:
    """A value in words."""
    if isinstance(veld, forms.BooleanField):
        return _("ja") if waarde else _("nee")
    keuzes = {} if hasattr(veld, "queryset") else dict(getattr(veld, "choices", []))
    return str(keuzes.get(waarde, "" if waarde is None else waarde))
