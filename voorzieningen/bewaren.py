"""How long what is about a person stays: the sociale kaart (V7)."""

from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.bewaren import bewaar


def registreer() -> None:
    waarom = _("Het nummer en adres van een organisatie: staat op de website zolang het klopt.")
    for model in ("Organisatie", "Locatie", "Voorziening"):
        bewaar(f"voorzieningen.{model}", "email", "telefoon", waarom=waarom)
