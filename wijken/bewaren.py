"""How long what is about a person stays: areas (V7)."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.bewaren import bewaar


def registreer() -> None:
    waarom = _("Het nummer en adres van een team: staat op de website zolang het team er is.")
    bewaar("wijken.Gebied", "contact_naam", "contact_telefoon", "contact_email", waarom=waarom)
    collega = _("Een collega van het team: staat op de website zolang die hier werkt.")
    bewaar("wijken.Teamlid", "telefoon", "email", waarom=collega)
    partner = _("Het contact van een partner: zolang die meedoet, en een maand daarna.")
    contact = ("contactpersoon", "telefoon", "email")
    bewaar("wijken.Netwerkpartner", *contact, dagen=30, sinds="gearchiveerd_op", waarom=partner)
    _vragen()


def _vragen() -> None:
    """A question goes as a whole, with all that was written and noted about it."""
    klaar = _("Zo lang kan de vrager nog reageren. Daarna gaat de hele vraag weg.")
    oud = _("Een vraag die open bleef, gaat na een jaar weg.")
    mee = _("Gaat weg met de vraag waar het bij hoort.")
    for veld in ("tekst", "naam", "telefoon", "email"):
        bewaar(
            "wijken.Hulpvraag",
            veld,
            dagen=settings.VRAAG_BEWAAR_DAGEN,
            sinds="gesloten_op",
            hele_rij=True,
            waarom=klaar,
        )
        bewaar(
            "wijken.Hulpvraag",
            veld,
            dagen=365,
            sinds="laatst_op",
            hele_rij=True,
            waarom=oud,
        )
    bewaar("wijken.Bericht", "tekst", "naam", waarom=mee)
    bewaar("wijken.Gebeurtenis", "naam", "wat", waarom=mee)
