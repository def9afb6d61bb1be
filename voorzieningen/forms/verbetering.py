"""The short form in which an owner says what changed (L1)."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import fields_for_model
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.velden import toon_telefoon

from ..models import Activiteit, Locatie, Openingstijd, Organisatie, Voorziening
from ..models.controle import Ding
from ..openingstijden import Slot
from ..openingstijden.regels import als_regels, uit_regels

# What changes most; the rest goes into "anders".
VELDEN: dict[type[Ding], tuple[str, ...]] = {
    Voorziening: ("kort", "telefoon", "email", "website", "bereikbaar"),
    Organisatie: ("kort", "telefoon", "email", "website", "bereikbaar"),
    Locatie: ("kort", "telefoon", "email", "website", "tarief"),
    Activiteit: ("kort", "telefoon", "email", "website"),
}


class Verbetering(forms.Form):
    """The fields of one entry as they are published, and room for all else."""

    tijden = forms.CharField(
        label=_("Dagen en tijden"),
        required=False,
        max_length=20_000,
        help_text=_("Elke dag op een eigen regel: maandag 9:00-12:00."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    gestopt = forms.BooleanField(label=_("Dit bestaat niet meer"), required=False)
    anders = forms.CharField(
        label=_("Wat is er nog meer veranderd?"),
        required=False,
        max_length=2000,
        help_text=_("Bijvoorbeeld de plek, de kosten of een vakantie."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, ding: Ding, **kwargs: Any) -> None:
        self.ding = ding
        super().__init__(*args, **kwargs)
        self.namen = VELDEN[type(ding)]
        self.fields = fields_for_model(type(ding), self.namen) | self.fields
        self.initial = {naam: getattr(ding, naam) for naam in self.namen}
        self.initial["telefoon"] = toon_telefoon(ding.telefoon)
        self.fields["kort"].widget = forms.Textarea(attrs={"rows": 2, "maxlength": 220})
        for naam in self.namen:
            self.fields[naam].help_text = ""
        self._begin_met_tijden()

    def _begin_met_tijden(self) -> None:
        """The lines as they are published; an organisation has no times."""
        if not hasattr(self.ding, "slots"):
            del self.fields["tijden"]
            return
        self.slots: list[Slot] = self.ding.slots()
        self.initial["tijden"] = als_regels(self.slots)
        self.fields["tijden"].widget.attrs["rows"] = min(len(self.slots) + 2, 12)

    def clean_tijden(self) -> list[Slot]:
        """The lines as rows; one that says what was there already is the same row."""
        try:
            slots = uit_regels(self.cleaned_data["tijden"], self.slots)
        except ValueError as fout:
            uitweg = _("Lukt het niet? Haal de regel weg en schrijf het hieronder op.")
            raise ValidationError(f"{fout} {uitweg}") from fout
        for slot in slots:
            self._keur(slot)
        return slots

    def _keur(self, slot: Slot) -> None:
        try:
            Openingstijd(**asdict(slot)).clean_fields(exclude=["locatie", "voorziening"])
        except ValidationError as fout:
            raise ValidationError(fout.messages) from fout

    def clean(self) -> dict[str, Any]:
        """Read as the entry itself would: phone numbers in one form, a sentence that fits."""
        gegevens: dict[str, Any] = super().clean() or {}
        for naam in self.namen:
            if naam not in self.errors:
                gegevens[naam] = self._lees(naam, gegevens.get(naam) or "")
        return gegevens

    def _lees(self, naam: str, waarde: str) -> Any:
        veld: Any = self.ding._meta.get_field(naam)
        try:
            return veld.clean(waarde, None)
        except ValidationError as fout:
            self.add_error(naam, fout)
            return waarde

    @property
    def wijzigingen(self) -> dict[str, Any]:
        tijden = self.cleaned_data.get("tijden")
        rijen = {} if tijden is None else {"openingstijden": [asdict(slot) for slot in tijden]}
        return {naam: self.cleaned_data[naam] for naam in self.namen} | rijen

    @property
    def toelichting(self) -> str:
        gestopt = [str(self.fields["gestopt"].label)] if self.cleaned_data["gestopt"] else []
        return "\n".join([*gestopt, self.cleaned_data["anders"]]).strip()
