"""What an aanspreekpersoon changes on the own page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.fotoveld import MetFotoEnVersie

from ..models import Aanspreekpersoon


class Profielformulier(MetFotoEnVersie):
    """Texts, languages, a photo and the own number; what goes on the website says so."""

    class Meta:
        model = Aanspreekpersoon
        fields = (
            *("naam", "waarvoor", "over", "talen", "loop_binnen_wanneer"),
            *("telefoon", "toestemming_nummer"),
        )
        widgets = {
            "waarvoor": forms.Textarea(attrs={"rows": 3}),
            "over": forms.Textarea(attrs={"rows": 5}),
            "talen": forms.CheckboxSelectMultiple,
        }
        labels = {
            "naam": _("Hoe wilt u heten op de website?"),
            "waarvoor": _("Waarvoor kunnen mensen bij u komen?"),
            "over": _("Stel uzelf even voor"),
            "talen": _("Welke talen spreekt u nog meer?"),
            "loop_binnen_wanneer": _("Wanneer kunnen mensen u vinden?"),
            "telefoon": _("Uw telefoonnummer"),
            "toestemming_nummer": _("Mijn nummer mag op de website"),
        }
        help_texts = {
            "naam": _("Alleen een voornaam is genoeg."),
            "waarvoor": _("Een of twee korte zinnen."),
            "talen": "",
            "telefoon": _("Alleen voor het team, tenzij u hieronder ja zegt."),
            "toestemming_nummer": _("Zonder vinkje gaat elke vraag via het portaal."),
        }

    talen_toen = forms.CharField(required=False, widget=forms.HiddenInput)

    field_order = [
        *("naam", "waarvoor", "over", "nieuwe_foto", "foto_weg", "talen"),
        *("loop_binnen_wanneer", "telefoon", "toestemming_nummer"),
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["talen_toen"] = ",".join(sorted(str(taal.pk) for taal in self._talen()))
        self.fields["nieuwe_foto"].help_text = _(
            "Kiest u een foto? Dan zegt u daarmee dat die op de website mag."
        )

    def _talen(self) -> list[Any]:
        return list(self.instance.talen.all()) if self.instance.pk else []

    def clean(self) -> dict[str, Any]:
        """What was ticked here counts on top of what another window ticked meanwhile."""
        gegevens = super().clean()
        toen = set(gegevens.get("talen_toen", "").split(","))
        if "talen_toen" in self.data and "talen" in gegevens:
            mijn, hun = gegevens["talen"], self._talen()
            gegevens["talen"] = [
                *(taal for taal in mijn if taal in hun or str(taal.pk) not in toen),
                *(taal for taal in hun if taal not in mijn and str(taal.pk) not in toen),
            ]
        return gegevens

    def save(self, commit: bool = True) -> Any:
        """Who chooses a photo consents to it; who takes it away takes that back."""
        if self.cleaned_data.get("nieuwe_foto"):
            self.instance.toestemming_foto = True
        elif self.cleaned_data.get("foto_weg"):
            self.instance.toestemming_foto = False
        return super().save(commit)
