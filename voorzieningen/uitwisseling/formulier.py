"""The form with which staff upload a file."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from voorzieningen.models import Importbestand

from .fout import Importfout
from .lezen import lees
from .ruw import MEESTE_BYTES


class Uploadformulier(forms.ModelForm):
    """A file that can be read, and what should happen to what is not in it."""

    bestand = forms.FileField(
        label=_("Bestand"),
        help_text=_("Een Excel-bestand (.xlsx), een CSV, of een zip met CSV-bestanden."),
    )

    field_order = ["bestand"]

    class Meta:
        model = Importbestand
        fields = ["volledig", "reden"]
        labels = {
            "volledig": _("Wat niet in het bestand staat, gaat naar het archief"),
            "reden": _("Waarom gaat dat weg?"),
        }
        help_texts = {
            "volledig": _("Alleen voor een bestand met álles erin. Meestal laat u dit uit."),
            "reden": _("Alleen nodig als u het vakje aanzet. Bezoekers zien deze reden."),
        }

    def clean_bestand(self) -> Any:
        """Read once here, so that a file that is no good is refused beside the field."""
        bestand = self.cleaned_data["bestand"]
        if bestand.size > MEESTE_BYTES:
            grootte = MEESTE_BYTES // 1_000_000
            raise ValidationError(tekst("Dit bestand is groter dan %d MB.") % grootte)
        self.instance.naam = bestand.name[:200]
        self.instance.inhoud = bestand.read()
        try:
            lees(self.instance.inhoud, self.instance.naam)
        except Importfout as fout:
            raise ValidationError(str(fout)) from fout
        return bestand

    def clean(self) -> dict[str, Any]:
        gegevens: dict[str, Any] = super().clean() or {}
        if gegevens.get("volledig") and not (gegevens.get("reden") or "").strip():
            self.add_error("reden", _("Schrijf op waarom dit weg kan."))
        return gegevens
