"""How long what is about a person stays: areas and their teams (V7)."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.bewaren import bewaar

NA_VERTREK = 90  # days: a mistake can be undone
VAN_COLLEGA = ("telefoon", "email", "over", "bereikbaar", "loop_binnen_wanneer", "foto")


def registreer() -> None:
    waarom = _("Het nummer en adres van een team: staat op de website zolang het team er is.")
    bewaar("wijken.Gebied", "contact_naam", "contact_telefoon", "contact_email", waarom=waarom)
    partner = _("Het contact van een partner: zolang die meedoet, en een maand daarna.")
    contact = ("contactpersoon", "telefoon", "email")
    bewaar("wijken.Netwerkpartner", *contact, dagen=30, sinds="gearchiveerd_op", waarom=partner)
    _teams()
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


def _teams() -> None:
    collega = _("Een collega van het team: op de website, tot 90 dagen na het vertrek.")
    bewaar(
        "wijken.Teamlid",
        *VAN_COLLEGA,
        waarom=collega,
        sinds="gearchiveerd_op",
        dagen=NA_VERTREK,
    )
    naam = _("De naam van wie hier werkte blijft twee jaar bij wat die collega deed.")
    bewaar("wijken.Teamlid", "naam", waarom=naam, sinds="gearchiveerd_op", dagen=2 * 365)
    vrij = _("Dat een collega er niet was, en wie verving: tot een maand erna.")
    bewaar("wijken.Afwezigheid", "vervanger", waarom=vrij, sinds="tot", dagen=30, hele_rij=True)
