"""The second factor of a user: one telephone, and ten recovery codes for when it is lost."""

import secrets
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django_otp import verify_token
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

AANTAL_CODES = 10
TEKENS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike
SESSIE = "nieuw_apparaat"


def telefoon(gebruiker: Any) -> TOTPDevice | None:
    """The telephone in use; None when there is none."""
    return TOTPDevice.objects.filter(user=gebruiker, confirmed=True).first()


def noodapparaat(gebruiker: Any) -> StaticDevice | None:
    return StaticDevice.objects.filter(user=gebruiker).first()


def aantal_herstelcodes(gebruiker: Any) -> int:
    return int(StaticToken.objects.filter(device__user=gebruiker).count())


def nieuwe_telefoon(request: HttpRequest, gebruiker: Any) -> TOTPDevice:
    """The telephone that this session is setting up.

    Another session gets another key: who once saw a key that was never confirmed, holds nothing.
    """
    nieuw = TOTPDevice.objects.filter(user=gebruiker, confirmed=False)
    apparaat = nieuw.filter(pk=request.session.get(SESSIE, 0)).first()
    if apparaat is None:
        nieuw.delete()
        apparaat = TOTPDevice.objects.create(user=gebruiker, name="telefoon", confirmed=False)
        request.session[SESSIE] = apparaat.pk
    return apparaat


@transaction.atomic
def neem_in_gebruik(apparaat: TOTPDevice) -> list[str]:
    """From now on this is the telephone; returns new recovery codes, to be shown once."""
    TOTPDevice.objects.filter(user=apparaat.user).exclude(pk=apparaat.pk).delete()
    apparaat.confirmed = True
    apparaat.save(update_fields=["confirmed"])
    return nieuwe_herstelcodes(apparaat.user)


@transaction.atomic
def nieuwe_herstelcodes(gebruiker: Any) -> list[str]:
    """Ten codes like 'k7wq2-mhx4p', in place of all earlier ones; only their hashes stay."""
    apparaat = StaticDevice.objects.get_or_create(user=gebruiker, defaults={"name": "codes"})[0]
    apparaat.token_set.all().delete()
    codes = ["".join(secrets.choice(TEKENS) for _ in range(10)) for _ in range(AANTAL_CODES)]
    StaticToken.objects.bulk_create(
        StaticToken(device=apparaat, token=_hash(code)) for code in codes
    )
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def _hash(code: str) -> str:
    return salted_hmac("toegang.herstelcode", code).hexdigest()[:16]


def controleer(apparaat: Any, code: str) -> bool:
    """Whether a code proves that somebody has this device; each code counts once.

    False while the device must wait after wrong codes (see ``wacht_tot``).
    """
    kaal = "".join(code.split()).replace("-", "").lower()
    if isinstance(apparaat, StaticDevice):
        kaal = _hash(kaal)
    return verify_token(apparaat.user, apparaat.persistent_id, kaal) is not None


def wacht_tot(apparaat: Any) -> Any:
    """Until when codes are refused, each wrong one doubling the time; None when they are not."""
    apparaat.refresh_from_db()
    mag, waarom = apparaat.verify_is_allowed()
    return None if mag else waarom["locked_until"]


@transaction.atomic
def wis(gebruiker: Any) -> None:
    """Take telephone and codes away; a session that was proved with them no longer is."""
    TOTPDevice.objects.filter(user=gebruiker).delete()
    StaticDevice.objects.filter(user=gebruiker).delete()
