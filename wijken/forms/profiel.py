"""What a member of a team changes about themselves in /werk/profiel/ (M3)."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.fotoveld import MetFotoEnVersie
from sociale_basis.kern.velden import toon_telefoon

from ..models import Afwezigheid, Teamlid


class Profielformulier(MetFotoEnVersie):
    """Own words, numbers, times and photo; name, function and hours are for the municipality."""

    class Meta:
        model = Teamlid
        fields = [
            "over",
            "telefoon",
            "email",
            "bereikbaar",
            "loop_binnen_bij",
            "loop_binnen_wanneer",
        ]
        labels = {
            "telefoon": _("Uw telefoonnummer voor het werk"),
            "email": _("Uw e-mailadres voor het werk"),
            "bereikbaar": _("Wanneer bent u bereikbaar?"),
            "loop_binnen_bij": _("Waar kan iemand bij u binnenlopen?"),
            "loop_binnen_wanneer": _("Wanneer bent u daar?"),
        }
        help_texts = {
            "telefoon": _("Iedereen kan dit nummer zien en bellen. Geef geen privénummer."),
            "email": _("Iedereen kan dit adres zien. Geef geen privéadres."),
        }
        widgets = {
            "over": forms.Textarea(attrs={"rows": 3}),
            "telefoon": forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }

    field_order = ["nieuwe_foto", "foto_weg"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["telefoon"] = toon_telefoon(self.instance.telefoon)
        self.fields["loop_binnen_bij"].queryset = self._plekken()  # type: ignore[attr-defined]
        self.fields["loop_binnen_bij"].empty_label = _("Nergens")  # type: ignore[attr-defined]

    def _plekken(self) -> Any:
        """What the public may see; the place that was chosen before stays."""
        soort: Any = Teamlid._meta.get_field("loop_binnen_bij").related_model
        rijen = soort.objects.zichtbaar().voor_links().order_by("naam")
        gekozen = soort.objects.filter(pk=self.instance.loop_binnen_bij_id)
        return rijen | gekozen.voor_links().filter(vertrouwelijk=False)


class Afwezigheidsformulier(forms.ModelForm):
    """From when to when, and which colleague helps meanwhile."""

    class Meta:
        model = Afwezigheid
        fields = ["van", "tot", "vervanger"]
        widgets = {
            veld: forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            for veld in ("van", "tot")
        }
        labels = {"vervanger": _("Wie helpt zolang?")}
        help_texts = {
            "vervanger": _("Vraag het eerst. Bewoners zien de naam en het nummer van uw collega.")
        }

    def __init__(self, data: Any = None, *, lid: Teamlid) -> None:
        super().__init__(data, instance=Afwezigheid(teamlid=lid))
        keuze: Any = self.fields["vervanger"]
        keuze.queryset = lid.collegas()
        keuze.empty_label = _("Het team of de gemeente")

    def clean_tot(self) -> date:
        tot: date = self.cleaned_data["tot"]
        if tot < timezone.localdate():
            raise forms.ValidationError(_("Deze dag is al voorbij."))
        return tot
