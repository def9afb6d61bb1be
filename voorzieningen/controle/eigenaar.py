"""Who keeps an entry true: the organisation that has an address, else a redacteur (L1)."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q

from ..models import Locatie, Organisatie
from ..models.controle import Ding

Eigenaar = Any  # an Organisatie or a user; both have ``email``

REDACTIE = ("redacteur", "beheerder")


def eigenaar_van(ding: Ding) -> Eigenaar | None:
    """Who can be asked; None when nobody with an address is known."""
    organisatie = organisatie_van(ding)
    if organisatie and organisatie.email and not organisatie.is_gearchiveerd:
        return organisatie
    redacteur = ding.redacteur
    return redacteur if redacteur and redacteur.is_active and redacteur.email else None


def organisatie_van(ding: Ding) -> Organisatie | None:
    if isinstance(ding, Organisatie):
        return ding
    return ding.beheerstichting if isinstance(ding, Locatie) else ding.verantwoordelijke


def naam_van(eigenaar: Eigenaar) -> str:
    return eigenaar.naam if isinstance(eigenaar, Organisatie) else eigenaar.get_full_name()


def redactie() -> list[Eigenaar]:
    """Whom the municipality has for what nobody else looks after; administrators if need be."""
    actief = get_user_model().objects.filter(is_active=True).exclude(email="")
    groepen = Q()
    for groep in REDACTIE:
        groepen |= Q(groups__name__iexact=groep)
    gevonden = list(actief.filter(groepen).distinct().order_by("pk"))
    return gevonden or list(actief.filter(is_superuser=True).order_by("pk"))
