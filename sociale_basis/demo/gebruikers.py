"""Logins of the demo, one of each role (``sociale_basis.rollen``)."""

from dataclasses import dataclass

from django.contrib.auth.models import Group, User

from voorzieningen.models import Medewerker, Organisatie
from wijken.models import Gebied


@dataclass(frozen=True)
class Login:
    """One demo user; the password is public on purpose and never used in production."""

    naam: str
    groep: str = ""
    wijk: str = ""
    organisatie: str = ""

    @property
    def wachtwoord(self) -> str:
        return f"demo-{self.naam}-2026"

    @property
    def plek(self) -> str:
        """Where this one works: staff have a group, a place in a wijk needs none."""
        return "/beheer/" if self.groep else "/werk/"


LOGINS = (
    Login("beheerder", "beheerder"),
    Login("redacteur", "redacteur"),
    Login("wijkredacteur", "wijkredacteur", wijk="Volkel"),
    Login("organisatie", "organisatie-redacteur", organisatie="Welzijn De Linde"),
    Login("lezer", "lezer"),
    # Their place in a team (team.toml) gives them /werk/; in /beheer/ they have nothing to do.
    Login("preventiewerker"),
    Login("verbinder"),
    Login("netwerkpartner"),  # says about itself what stands in netwerk.toml
    Login("aanspreekpersoon"),  # keeps the own page true (aanspreekpersonen.toml)
)


def maak_logins() -> dict[str, User]:
    """The demo users by name; those that exist keep their password and groups."""
    return {login.naam: _maak(login) for login in LOGINS}


def _maak(login: Login) -> User:
    gebruiker, nieuw = User.objects.get_or_create(
        username=login.naam,
        defaults={
            "first_name": "Demo",
            "last_name": login.naam.capitalize(),
            "email": f"{login.naam}@voorbeeld.nl",
            "is_staff": bool(login.groep),
            "is_superuser": login.groep == "beheerder",
        },
    )
    if nieuw:
        gebruiker.set_password(login.wachtwoord)
        gebruiker.save()
        gebruiker.groups.set(Group.objects.filter(name=login.groep))
    return gebruiker


def geef_werkgebied(logins: dict[str, User]) -> None:
    """Say of which wijk or organisation a login is, once these exist."""
    for login in LOGINS:
        if login.wijk or login.organisatie:
            medewerker, _nieuw = Medewerker.objects.update_or_create(
                gebruiker=logins[login.naam], defaults={"organisatie": _organisatie(login)}
            )
            medewerker.gebieden.set(_wijk(login))


def _organisatie(login: Login) -> Organisatie | None:
    """The one that is named, else the first of a demo that has no such organisation."""
    alle = Organisatie.objects.zichtbaar()
    gekozen = alle.filter(naam=login.organisatie).first() or alle.order_by("pk").first()
    return gekozen if login.organisatie else None


def _wijk(login: Login) -> list[Gebied]:
    alle = Gebied.objects.eigen().wijken()
    gekozen = alle.filter(naam=login.wijk).first() or alle.order_by("pk").first()
    return [gekozen] if login.wijk and gekozen else []
