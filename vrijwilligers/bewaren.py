"""How long what is about a volunteer stays (V7)."""

from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.bewaren import bewaar

KORT = 30  # days


def registreer() -> None:
    """Everything that tells who it was goes; what stays is a row with a date and an area."""
    velden = (
        *("naam", "email", "telefoon", "gebruiker", "foto", "waarvoor", "over"),
        *("loop_binnen_bij", "loop_binnen_wanneer", "talen", "themas"),
    )
    gestopt = _("Een maand is genoeg om een vergissing te herstellen. Daarna weten we niets meer.")
    ingetrokken = _("Wie de toestemming intrekt, kan zich een maand bedenken.")
    for sinds, waarom in (("gearchiveerd_op", gestopt), ("ingetrokken_op", ingetrokken)):
        bewaar("vrijwilligers.Aanspreekpersoon", *velden, dagen=KORT, sinds=sinds, waarom=waarom)
