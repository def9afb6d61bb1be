"""How long what is about a person stays: tables that come from packages (V7)."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from .kern.bewaren import bewaar

MEDEWERKER = _("Een medewerker met een account: zolang deze persoon hier werkt.")


def registreer() -> None:
    bewaar("auth.User", "username", "first_name", "last_name", "email", waarom=MEDEWERKER)
    _inlogpogingen()
    _logboek()


def _logboek() -> None:
    waarom = _("Zo lang is na te gaan wie er inlogde en wie rechten veranderde.")
    for veld in ("wie", "ip"):
        bewaar(
            "kern.Logregel",
            veld,
            dagen=settings.LOGBOEK_DAGEN,
            sinds="op",
            hele_rij=True,
            waarom=waarom,
        )
    bewaar("kern.Verwijdering", "wie", waarom=_("Wie iets voorgoed weghaalde, blijft bekend."))


def _inlogpogingen() -> None:
    waarom = _("Zo lang is na te gaan of iemand een wachtwoord probeerde te raden.")
    for model in ("AccessAttempt", "AccessLog", "AccessFailureLog"):
        for veld in ("username", "ip_address", "user_agent"):
            bewaar(
                f"axes.{model}", veld, dagen=1, sinds="attempt_time", hele_rij=True, waarom=waarom
            )
