"""A photo in a form: the field, and what every form of somebody with a photo shares (H6)."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from .foto import MEGABYTES, verklein
from .tegelijk import MetVersie


class Fotoveld(forms.FileField):
    """An upload that becomes the bytes of a photo, or None."""

    widget = forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"})
    default_error_messages = {
        "empty": _("Dit bestand is leeg. Kies een foto."),
        "invalid": _("De foto is niet goed aangekomen. Kies hem nog eens."),
    }

    def clean(self, data: Any, initial: Any = None) -> bytes | None:
        bestand = super().clean(data, initial)
        if not bestand:
            return None
        if bestand.size > MEGABYTES * 1024 * 1024:
            raise ValidationError(
                tekst("Deze foto is te groot: kies er een van hoogstens %d MB.") % MEGABYTES
            )
        return verklein(bestand)


class MetFotoFormulier(forms.ModelForm):
    """Adds ``nieuwe_foto`` and ``foto_weg`` to the form of a model with ``MetFoto``."""

    nieuwe_foto = Fotoveld(
        label=_("Foto"),
        required=False,
        help_text=_("Een foto waar het gezicht goed op staat. Wij maken hem vierkant en klein."),
    )
    foto_weg = forms.BooleanField(label=_("Haal de foto weg"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.foto_id:
            del self.fields["foto_weg"]

    def save(self, commit: bool = True) -> Any:
        beeld = self.cleaned_data.get("nieuwe_foto")
        if beeld or self.cleaned_data.get("foto_weg"):
            self.instance.zet_foto(beeld)
        return super().save(commit)


class MetFotoEnVersie(MetFotoFormulier, MetVersie):
    """For a row with a photo that two windows may change: no photo goes that nobody saw here."""

    def _leg_naast_elkaar(self, begonnen: str) -> None:
        super()._leg_naast_elkaar(begonnen)
        toen = self.zoals_begonnen(begonnen)
        if toen is not None and toen.foto_id == self.instance.foto_id:
            return
        for naam in ("nieuwe_foto", "foto_weg"):
            if self.cleaned_data.get(naam):
                self.getypt.pop(self.add_prefix(naam), None)
                self.add_error(
                    naam, tekst("De foto is intussen veranderd. Kijk eerst, en kies opnieuw.")
                )
