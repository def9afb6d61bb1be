"""Aanspreekpersonen for tests: plain functions, as in ``tests.fabriek``."""

from datetime import date
from typing import Any

from django.contrib.auth.models import User

from tests.fabriek import een_wijk
from voorzieningen.models import Taal
from vrijwilligers.models import Aanspreekpersoon
from wijken.models import Gebied

VORIGE_MAAND = date(2026, 10, 20)


def een_aanspreekpersoon(
    naam: str = "Fatima", gebied: Gebied | None = None, **velden: Any
) -> Aanspreekpersoon:
    """Somebody with consent who takes questions, in Volkel unless told."""
    lijsten = {lijst: velden.pop(lijst, ()) for lijst in ("talen", "themas")}
    standaard = {
        "waarvoor": "Brieven lezen en de weg vinden.",
        "toestemming_op": VORIGE_MAAND,
        "email": "prive@voorbeeld.nl",
    }
    persoon = Aanspreekpersoon.objects.create(naam=naam, **standaard | velden)
    persoon.gebieden.add(gebied or Gebied.objects.filter(naam="Volkel").first() or een_wijk())
    for lijst, rijen in lijsten.items():
        getattr(persoon, lijst).set(rijen)
    return persoon


def een_taal(naam: str = "Turks") -> Taal:
    return Taal.objects.get_or_create(code=naam[:2].lower(), defaults={"naam": naam})[0]


def een_login(persoon: Aanspreekpersoon) -> User:
    """The login of a volunteer: no staff, no groups."""
    persoon.gebruiker = User.objects.create_user(f"login-{persoon.slug}")
    persoon.save()
    return persoon.gebruiker
