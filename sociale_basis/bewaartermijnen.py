"""How long what is about a person stays: tables that come from packages (V7)."""

from django.utils.translation import gettext_lazy as _

from .kern.bewaren import bewaar

MEDEWERKER = _("Een medewerker met een account: zolang deze persoon hier werkt.")


def registreer() -> None:
    bewaar("auth.User", "username", "first_name", "last_name", "email", waarom=MEDEWERKER)
