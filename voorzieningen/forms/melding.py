"""What a visitor may tell: something is wrong here, or something is missing (V5)."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.begrenzen import ZonderRobots

from ..models import Voorstel, Voorziening
from ..models.voorstel import Doel


class Melding(ZonderRobots):
    """Two short questions and an address for the answer; subclasses ask the questions."""

    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        required=False,
        max_length=254,
        help_text=_("Alleen als u antwoord wilt. Een maand na het antwoord wissen we het."),
        error_messages={"invalid": _("Kijk uw e-mailadres na. Bijvoorbeeld: naam@voorbeeld.nl.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def _eerder(self, voorstellen: QuerySet[Voorstel], toelichting: str) -> Voorstel | None:
        """The same words from the same person, that still wait: sent twice, told once."""
        email = self.cleaned_data["email"]
        open_ = voorstellen.filter(stand=Voorstel.Stand.OPEN, door=None, email=email)
        return open_.filter(toelichting=toelichting.strip()).first()


class KloptNiet(Melding):
    """Something on the page of one entry is wrong."""

    class Wat(models.TextChoices):
        TELEFOON = "telefoon", _("Het telefoonnummer")
        EMAIL = "email", _("Het e-mailadres")
        WEBSITE = "website", _("De website")
        TIJDEN = "tijden", _("De dagen of tijden")
        PLEK = "plek", _("De plek of het adres")
        GESTOPT = "gestopt", _("Het bestaat niet meer")
        ANDERS = "anders", _("Iets anders")

    VELDEN = (Wat.TELEFOON, Wat.EMAIL, Wat.WEBSITE)

    wat = forms.ChoiceField(
        label=_("Wat klopt er niet?"),
        choices=Wat.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er niet klopt.")},
    )
    hoe = forms.CharField(
        label=_("Hoe is het wel?"),
        max_length=1000,
        help_text=_("Weet u dat niet? Schrijf dan wat u merkte. Noem geen namen van mensen."),
        error_messages={"required": _("Schrijf hoe het wel is, of wat u merkte.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = ["wat", "hoe", "email"]

    def bewaar(self, ding: Doel) -> Voorstel:
        """Propose it for an entry; a phone number that can be read becomes a phone number."""
        gegevens = self.cleaned_data
        toelichting = f"{self.Wat(gegevens['wat']).label}: {gegevens['hoe']}"
        over_ding = Voorstel.objects.over(ding)
        return self._eerder(over_ding, toelichting) or Voorstel.objects.dien_in(
            ding,
            self._wijzigingen(ding),
            bron=Voorstel.Bron.BEZOEKER,
            toelichting=toelichting,
            email=gegevens["email"],
        )

    def _wijzigingen(self, ding: Doel) -> dict[str, Any]:
        wat, hoe = self.cleaned_data["wat"], self.cleaned_data["hoe"]
        if wat not in self.VELDEN:
            return {}
        veld: Any = ding._meta.get_field(wat)
        try:
            return {wat: veld.clean(_als_veld(wat, hoe), None)}
        except ValidationError:
            return {}


def _als_veld(wat: str, tekst: str) -> str:
    """People leave out https:// and type a full stop at the end."""
    tekst = tekst.strip().rstrip(".")
    is_kaal = wat == KloptNiet.Wat.WEBSITE and "://" not in tekst
    return f"https://{tekst}" if is_kaal else tekst


class IkMisIets(Melding):
    """Something is not on the website at all."""

    wat = forms.CharField(
        label=_("Wat mist u?"),
        max_length=120,
        help_text=_("Bijvoorbeeld: een wandelgroep in Volkel."),
        error_messages={"required": _("Schrijf wat u mist.")},
    )
    meer = forms.CharField(
        label=_("Weet u er meer over?"),
        required=False,
        max_length=1000,
        help_text=_("Wie het doet, waar het is, een nummer of website. Noem geen eigen zorgen."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = ["wat", "meer", "email"]

    def bewaar(self) -> Voorstel:
        """Propose a new provision for staff to look into."""
        gegevens = self.cleaned_data
        gemist = Voorstel.objects.filter(
            bron=Voorstel.Bron.GEMIST, wijzigingen__titel=gegevens["wat"]
        )
        return self._eerder(gemist, gegevens["meer"]) or Voorstel.objects.dien_in(
            Voorziening,
            {"titel": gegevens["wat"]},
            bron=Voorstel.Bron.GEMIST,
            toelichting=gegevens["meer"],
            email=gegevens["email"],
        )
