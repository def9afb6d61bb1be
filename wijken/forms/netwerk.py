"""Forms of /werk/netwerk/: for the verbinder, for a partner about themselves, and to take out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.tegelijk import MetVersie

from ..models import Netwerkpartner

DAG = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
CONTACT = ["contactpersoon", "telefoon", "email", "contact_openbaar"]


class Ruimteform(MetVersie):
    """What a partner can take on gets the day on which it was said (V9)."""

    klopt_nog = forms.BooleanField(label=_("Dit klopt vandaag nog steeds"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.capaciteit:
            del self.fields["klopt_nog"]

    def save(self, commit: bool = True) -> Netwerkpartner:
        partner: Netwerkpartner = self.instance
        if "capaciteit" in self.changed_data or self.cleaned_data.get("klopt_nog"):
            partner.zeg_capaciteit(self.cleaned_data["capaciteit"])
        super().save(commit=commit)
        return partner


class Partnerform(Ruimteform):
    """All that a verbinder keeps of a partner."""

    class Meta:
        model = Netwerkpartner
        fields = [
            *("functie", "organisatie", "ring", "domein", "brengt_in", *CONTACT, "capaciteit"),
            *("tekende_op", "is_gangmaker", "helpt_bij_idee"),
        ]
        widgets = {"tekende_op": DAG, "ring": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["organisatie"]
        veld.queryset = veld.queryset.model.objects.zichtbaar()
        veld.empty_label = _("Geen, of niet in de lijst")

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if not (gegevens.get("functie") or gegevens.get("organisatie")):
            self.add_error("functie", _("Vul een functie in, of kies hieronder een organisatie."))
        return gegevens


class Eigenform(Ruimteform):
    """What a partner with a login says about themselves."""

    class Meta:
        model = Netwerkpartner
        fields = ["brengt_in", "capaciteit", *CONTACT]


class Wegform(forms.Form):
    """Why a partner leaves the network; the reason stays with the row."""

    reden = forms.CharField(
        label=_("Waarom gaat deze partner weg?"),
        max_length=250,
        help_text=_("Bijvoorbeeld: werkt nu in een andere wijk. Noem geen bewoners."),
    )
