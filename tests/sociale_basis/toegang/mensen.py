"""Who logs in, in the tests of getting in."""

import time
from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from sociale_basis.toegang import apparaten

WACHTWOORD = "lange-zin-met-koffie"
LOGIN = "/beheer/login/"
CODE = "/beheer/tweede-factor/code/"
HERSTELCODE = "/beheer/tweede-factor/herstelcode/"
INSTELLEN = "/beheer/tweede-factor/instellen/"


def een_redacteur(naam: str = "roos", **velden: Any) -> User:
    """Staff without any right."""
    standaard = {"is_staff": True, "email": f"{naam}@voorbeeld.nl", "password": WACHTWOORD}
    return User.objects.create_user(naam, **standaard | velden)


def een_beheerder(naam: str = "bea") -> User:
    return een_redacteur(naam, is_superuser=True)


def met_telefoon(gebruiker: User) -> tuple[TOTPDevice, list[str]]:
    """A telephone in use, and its recovery codes."""
    apparaat = TOTPDevice.objects.create(user=gebruiker, name="telefoon")
    return apparaat, apparaten.neem_in_gebruik(apparaat)


def nu_op(apparaat: TOTPDevice) -> str:
    """The code that the telephone shows now."""
    return f"{totp(apparaat.bin_key):06}"


def log_in(client: Client, naam: str = "roos", wachtwoord: str = WACHTWOORD, **meer: str) -> Any:
    return client.post(LOGIN, {"username": naam, "password": wachtwoord, **meer})


def is_binnen(client: Client) -> bool:
    return client.get("/beheer/").status_code == 200


def log_helemaal_in(client: Client, gebruiker: User) -> TOTPDevice:
    """With password and code; returns the telephone, whose throttle and code are fresh again."""
    apparaat, _codes = met_telefoon(gebruiker)
    log_in(client, gebruiker.username)
    client.post(CODE, {"code": nu_op(apparaat)})
    vergeet_code(apparaat)
    assert is_binnen(client)
    return apparaat


def vergeet_code(apparaat: TOTPDevice) -> None:
    """Let the code of this half minute count once more, as if half a minute went by."""
    TOTPDevice.objects.filter(pk=apparaat.pk).update(
        last_t=int(time.time() // 30) - 5, throttling_failure_timestamp=None
    )
