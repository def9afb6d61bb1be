"""People of a local team for tests: plain functions, as in ``tests.fabriek``."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from tests.fabriek import een_wijk
from wijken.models import Afwezigheid, Gebied, Inzet, Teamlid


def een_teamlid(
    naam: str = "Joost de Wit",
    gebied: Gebied | None = None,
    *,
    uren: int = 16,
    verbinder: bool = False,
    **velden: Any,
) -> Teamlid:
    """A preventiewerker volwassenen with a number to call, sixteen hours in one area."""
    standaard = {
        "functie": "preventiewerker",
        "expertise": Teamlid.Expertise.VOLWASSENEN,
        "telefoon": "085 000 4455",
        "email": "team@voorbeeld.nl",
    }
    lid = Teamlid.objects.create(naam=naam, **standaard | velden)
    gebied = gebied or Gebied.objects.filter(naam="Volkel").first() or een_wijk()
    Inzet.objects.create(
        teamlid=lid,
        gebied=gebied,
        uren=uren,
        is_verbinder=verbinder,
        uren_verbinder=8 if verbinder else None,
    )
    return lid


def een_login(lid: Teamlid, naam: str = "") -> User:
    """The login of a member; no rights in the admin."""
    lid.gebruiker = User.objects.create_user(naam or f"lid-{lid.pk}")
    lid.save()
    return lid.gebruiker


def is_weg(lid: Teamlid, vervanger: Teamlid | None = None, *, van: int = 0, dagen: int = 7) -> Any:
    """Away from ``van`` days after today, for ``dagen`` days."""
    begin = timezone.localdate() + timedelta(days=van)
    return Afwezigheid.objects.create(
        teamlid=lid, van=begin, tot=begin + timedelta(days=dagen - 1), vervanger=vervanger
    )
