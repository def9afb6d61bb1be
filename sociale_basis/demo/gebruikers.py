"""Logins of the demo, and the two groups that any portal can use."""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission, User
from django.db.models import Q

KAART_APPS = ("kern", "voorzieningen", "vrijwilligers", "wijken")
# Rows inside a form: taking one out is part of changing the whole. Anything else is archived.
ONDERDELEN = ("afwijking", "openingstijd", "ruimte")


@dataclass(frozen=True)
class Login:
    """One demo user; the password is public on purpose and never used in production."""

    naam: str
    wachtwoord: str
    achternaam: str
    groep: str = ""


LOGINS = (
    Login("beheerder", "demo-beheerder-2026", "Beheerder"),
    Login("redacteur", "demo-redacteur-2026", "Redacteur", "Redacteur"),
    Login("lezer", "demo-lezer-2026", "Lezer", "Lezer"),
)


def maak_groepen() -> None:
    """Redacteur may add and change what is on the kaart, Lezer may look. Harmless to repeat."""
    rechten = Permission.objects.filter(content_type__app_label__in=KAART_APPS)
    kijken = Q(codename__startswith="view_")
    schrijven = Q(codename__startswith="add_") | Q(codename__startswith="change_")
    weghalen = Q(codename__in=[f"delete_{onderdeel}" for onderdeel in ONDERDELEN])
    geschiedenis = Q(content_type__model__startswith="historical")
    redactie = rechten.filter(kijken | (schrijven | weghalen) & ~geschiedenis)
    Group.objects.get_or_create(name="Redacteur")[0].permissions.set(redactie)
    Group.objects.get_or_create(name="Lezer")[0].permissions.set(rechten.filter(kijken))


def maak_logins() -> dict[str, User]:
    """The demo users by name; those that exist keep their password."""
    maak_groepen()
    return {login.naam: _maak(login) for login in LOGINS}


def _maak(login: Login) -> User:
    gebruiker, nieuw = User.objects.get_or_create(
        username=login.naam,
        defaults={
            "first_name": "Demo",
            "last_name": login.achternaam,
            "email": f"{login.naam}@voorbeeld.nl",
            "is_staff": True,
            "is_superuser": not login.groep,
        },
    )
    if nieuw:
        gebruiker.set_password(login.wachtwoord)
        gebruiker.save()
        gebruiker.groups.set(Group.objects.filter(name=login.groep))
    return gebruiker
