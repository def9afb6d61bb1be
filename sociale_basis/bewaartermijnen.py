"""How long what is about a person stays: tables that come from packages (V7)."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from .kern.bewaren import bewaar

MEDEWERKER = _("Een medewerker met een account: zolang deze persoon hier werkt.")


def registreer() -> None:
    bewaar("auth.User", "username", "first_name", "last_name", "email", waarom=MEDEWERKER)
    if apps.is_installed("axes"):
        _inlogpogingen()


def _inlogpogingen() -> None:
    waarom = _("Zo lang is na te gaan of iemand een wachtwoord probeerde te raden.")
    for model in ("AccessAttempt", "AccessLog", "AccessFailureLog"):
        for veld in ("username", "ip_address", "user_agent"):
            bewaar(
                f"axes.{model}", veld, dagen=30, sinds="attempt_time", hele_rij=True, waarom=waarom
            )
