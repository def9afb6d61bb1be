"""How long what is about a person stays: areas (V7)."""

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
