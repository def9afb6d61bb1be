"""Asking: three short questions, kindly (L6)."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import cached_property
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.begrenzen import ZonderRobots
from sociale_basis.kern.velden import lees_telefoon

from ..models import Gebied, Hulpvraag
from ..models.hulpvraag import LANGSTE
from ..opzoeken import Postcodeantwoord, zoek_postcode
from ..vragen.code import code_voor, nieuw_kenmerk

Weg = Hulpvraag.Weg


def knip_niet(formulier: forms.Form) -> None:
    """A browser cuts off a pasted story without a word; the form says that it is too long."""
    formulier.fields["tekst"].widget.attrs.pop("maxlength", None)


class Vraagformulier(ZonderRobots):
    """What somebody asks, where that is, and how the answer comes to them.

    ``gebied``: where it is, known beforehand; then nobody is asked where they live.
    """

    voor = forms.ChoiceField(
        label=_("Voor wie is uw vraag?"),
        choices=Hulpvraag.Voor.choices,
        widget=forms.RadioSelect,
        initial=Hulpvraag.Voor.MIJZELF,
    )
    tekst = forms.CharField(
        label=_("Wat wilt u vragen?"),
        max_length=LANGSTE,
        help_text=_(
            "Schrijf het zoals u het zou zeggen. Een paar woorden is genoeg. "
            "Noem liever geen namen van anderen."
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Schrijf in een paar woorden wat u wilt vragen.")},
    )
    wijk = forms.ChoiceField(
        label=_("In welke wijk of welk dorp?"),
        required=False,
        help_text=_("Dan gaat uw vraag naar mensen die daar de weg weten."),
    )
    postcode = forms.CharField(
        label=_("Postcode"),
        required=False,
        max_length=20,
        help_text=_("Bijvoorbeeld 1234 AB. Wij bewaren de postcode niet."),
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "spellcheck": "false"}),
    )
    weg = forms.ChoiceField(
        label=_("Hoe wilt u antwoord?"),
        choices=Weg.choices,
        widget=forms.RadioSelect,
        initial=Weg.SITE,
        help_text=_("U krijgt altijd een code. Daarmee leest u het antwoord ook op deze website."),
    )
    contact = forms.CharField(
        label=_("Uw telefoonnummer of e-mailadres"),
        required=False,
        max_length=254,
        help_text=_("Alleen als wij u moeten bellen of mailen. Alleen het team ziet het."),
    )
    naam = forms.CharField(
        label=_("Hoe mogen we u noemen?"),
        required=False,
        max_length=80,
        help_text=_("Het hoeft niet. Een voornaam is genoeg."),
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    kenmerk = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args: Any, gebied: Gebied | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        knip_niet(self)
        self.gebied = gebied
        if gebied:
            del self.fields["wijk"], self.fields["postcode"]
        else:
            self._wijken = {wijk.slug: wijk for wijk in Gebied.objects.zichtbaar().wijken()}
            keuzes = [(slug, wijk.naam) for slug, wijk in self._wijken.items()]
            self.fields["wijk"].choices = [("", tekst("Dat weet ik niet")), *keuzes]  # type: ignore[attr-defined]
        if not self.is_bound:
            self.initial["kenmerk"] = nieuw_kenmerk()

    @cached_property
    def code(self) -> str:
        """The code of this question: the same again when the form is sent twice."""
        gegevens = self.cleaned_data
        return code_voor(gegevens["kenmerk"] or nieuw_kenmerk(), gegevens["tekst"])

    def velden(self) -> dict[str, str]:
        """What is kept of it, by the names of ``Hulpvraag``."""
        namen = ("voor", "tekst", "weg", "naam", "telefoon", "email")
        return {naam: self.cleaned_data[naam] for naam in namen}

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if self.is_robot:
            self.add_error(None, tekst("Het versturen lukte niet. Probeer het nog eens, of bel."))
        if self.gebied is None:
            self.gebied = self._waar(gegevens)
        gegevens |= self._bereikbaar(gegevens)
        return gegevens

    def _waar(self, gegevens: dict[str, Any]) -> Gebied | None:
        """The wijk that was chosen, else that of the postcode, else the municipality."""
        postcode = gegevens.get("postcode", "")
        if gegevens.get("wijk"):
            return self._wijken[gegevens["wijk"]]
        if postcode:
            antwoord = zoek_postcode(postcode)
            if antwoord.gebied:
                return antwoord.gebied
            self.add_error("postcode", _waarom_niet(antwoord))
        gemeente = Gebied.objects.gemeente()
        if gemeente is None:
            self.add_error(None, tekst("We kunnen uw vraag hier nog niet aannemen. Bel ons."))
        return gemeente

    def _bereikbaar(self, gegevens: dict[str, Any]) -> dict[str, str]:
        """A number or an address, only where the answer goes there."""
        weg, contact = gegevens.get("weg"), gegevens.get("contact", "")
        leeg = {"telefoon": "", "email": ""}
        if contact and weg in (Weg.SITE, Weg.LANGS):
            wens = tekst("Wilt u dat wij bellen of mailen? Kies dat hierboven. Of maak dit leeg.")
            self.add_error("contact", wens)
        if weg == Weg.TELEFOON:
            return leeg | {"telefoon": self._telefoon(contact)}
        return leeg | {"email": self._email(contact)} if weg == Weg.MAIL else leeg

    def _telefoon(self, contact: str) -> str:
        nummer = lees_telefoon(contact)
        if nummer is None:
            self.add_error(
                "contact", tekst("Vul uw telefoonnummer in. Bijvoorbeeld 06 12 34 56 78.")
            )
        return nummer or ""

    def _email(self, contact: str) -> str:
        try:
            validate_email(contact)
        except ValidationError:
            self.add_error(
                "contact", tekst("Vul uw e-mailadres in. Bijvoorbeeld naam@voorbeeld.nl.")
            )
        return contact


def _waarom_niet(antwoord: Postcodeantwoord) -> str:
    if antwoord.melding:
        return antwoord.melding
    if antwoord.soort == "buiten":
        return tekst("Deze postcode ligt niet in onze gemeente. Kies “Dat weet ik niet”, of bel.")
    return tekst("Bij deze postcode horen meer wijken. Kies er hierboven een uit de lijst.")


class Codeformulier(forms.Form):
    """The code somebody got when they asked."""

    code = forms.CharField(
        label=_("Uw code"),
        max_length=60,
        help_text=_("16 letters en cijfers, in groepjes van vier. Streepjes mag u weglaten."),
        error_messages={"required": _("Vul de code in die u kreeg.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


class Reactieformulier(forms.Form):
    """What the asker writes back."""

    tekst = forms.CharField(
        label=_("Wilt u nog iets zeggen of vragen?"),
        max_length=LANGSTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf in een paar woorden wat u wilt zeggen.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        knip_niet(self)
