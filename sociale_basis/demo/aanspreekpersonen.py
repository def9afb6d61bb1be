"""The familiar faces of the demo (H6): invented people, each with the day they said yes."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User

from voorzieningen.models import Locatie
from vrijwilligers.models import Aanspreekpersoon
from wijken.models import Gebied

from .bron import Bron, Register, Rij
from .kader import Kader, bewaar_voorlopig, leg_vast

BESTAND = "aanspreekpersonen.toml"


def laad_aanspreekpersonen(
    bron: Bron, kader: Kader, plekken: Register[Locatie], logins: dict[str, User]
) -> int:
    """Returns how many were made, of whom some are full or have paused."""
    gebieden = Register({**kader.wijken, **_gemeente()})
    rijen = list(bron.rijen(BESTAND, "aanspreekpersoon"))
    for rij in rijen:
        _laad(rij, kader, gebieden, plekken, logins)
    return len(rijen)


def _gemeente() -> dict[str, Gebied]:
    """Somebody may be there for everybody with the same kind of question (V14)."""
    gemeente = Gebied.objects.gemeente()
    return {gemeente.naam: gemeente} if gemeente else {}


def _laad(
    rij: Rij,
    kader: Kader,
    gebieden: Register[Gebied],
    plekken: Register[Locatie],
    logins: dict[str, User],
) -> None:
    relaties: dict[str, list[Any]] = {
        "gebieden": gebieden.neem_alle(rij, "gebieden"),
        "talen": kader.talen.neem_alle(rij, "talen"),
        "themas": kader.themas.neem_alle(rij, "themas"),
    }
    persoon = rij.maak(
        Aanspreekpersoon,
        loop_binnen_bij=plekken.neem(rij, "loop_binnen_bij"),
        gebruiker=logins.get(rij.neem("login", "")),
        toestemming_op=kader.vandaag - timedelta(rij.neem("toestemming_dagen_geleden")),
        stand_sinds=kader.vandaag - timedelta(rij.neem("stand_dagen_geleden", 14)),
    )
    bewaar_voorlopig(persoon)
    leg_vast(persoon, relaties)
