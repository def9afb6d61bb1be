"""A small cast of entries that their owners should look at."""

from datetime import date, timedelta
from typing import Any

from django.contrib.auth.models import Group, User
from django.utils import timezone

from tests.fabriek import een_organisatie, een_plek, een_voorziening
from voorzieningen.models import Locatie, Organisatie, Voorziening

TERMIJN = 183


def lang_geleden(dagen: int = TERMIJN + 1) -> date:
    return timezone.localdate() - timedelta(days=dagen)


def een_medewerker(naam: str = "rie", groep: str = "", **velden: Any) -> User:
    """Somebody of the municipality with an address."""
    standaard = {"first_name": naam.title(), "last_name": "Redacteur", "is_staff": True}
    gebruiker = User.objects.create_user(
        naam, velden.pop("email", f"{naam}@voorbeeld.nl"), **standaard | velden
    )
    if groep:
        gebruiker.groups.add(Group.objects.get_or_create(name=groep)[0])
    return gebruiker


def de_stichting(**velden: Any) -> Organisatie:
    """An organisation with an address, itself looked at yesterday."""
    gisteren = lang_geleden(1)
    standaard = {"email": "info@stichting.voorbeeld.nl", "laatst_gecontroleerd": gisteren}
    return een_organisatie("Stichting Samen Verder", **standaard | velden)


def een_oude_voorziening(titel: str = "Koffieochtend", **velden: Any) -> Voorziening:
    standaard = {"laatst_gecontroleerd": lang_geleden(), "telefoon": "085 000 1111"}
    return een_voorziening(titel, **standaard | velden)


def een_oude_plek(naam: str = "Dorpshuis De Linde", **velden: Any) -> Locatie:
    return een_plek(naam, **{"laatst_gecontroleerd": lang_geleden()} | velden)
