"""The networks of the demo: partners in two rings around the team of each area (M6, V9, M18)."""

from datetime import date, timedelta

from django.contrib.auth.models import User

from voorzieningen.models import Organisatie
from wijken.models import Gebied, Netwerkpartner

from .bron import Bron, Register, Rij
from .kader import Kader, bewaar_voorlopig, leg_vast

BESTAND = "netwerk.toml"


def laad_netwerk(bron: Bron, kader: Kader, organisaties: Register[Organisatie]) -> str:
    """Returns what was made, in words."""
    gebieden = _gebieden()
    partners = [
        _partner(rij, kader, gebieden, organisaties) for rij in bron.rijen(BESTAND, "partner")
    ]
    return f"{len(partners)} partners in de netwerken van de wijken."


def _gebieden() -> Register[Gebied]:
    """By name; a wijk goes before the stadsdeel that has the same name."""
    soorten = Gebied.Soort
    niveaus = (soorten.GEMEENTE, soorten.STADSDEEL, soorten.WIJK)
    return Register(
        {g.naam: g for soort in niveaus for g in Gebied.objects.zichtbaar().filter(soort=soort)}
    )


def _partner(
    rij: Rij, kader: Kader, gebieden: Register[Gebied], organisaties: Register[Organisatie]
) -> Netwerkpartner:
    titel = rij.velden.get("functie") or rij.velden.get("organisatie", "?")
    rij = Rij(rij.bestand, rij.velden, f"{titel}, {rij.velden.get('wijk')}")
    themas = kader.themas.neem_alle(rij, "themas")
    partner = rij.maak(
        Netwerkpartner,
        gebied=gebieden.neem(rij, "wijk"),
        organisatie=organisaties.neem(rij, "organisatie"),
        gebruiker=User.objects.filter(username=rij.neem("login")).first(),
        capaciteit_op=_geleden(rij, kader.vandaag, "capaciteit_dagen_geleden"),
        tekende_op=_geleden(rij, kader.vandaag, "tekende_dagen_geleden"),
    )
    bewaar_voorlopig(partner)
    leg_vast(partner, {"themas": themas})
    return partner


def _geleden(rij: Rij, vandaag: date, sleutel: str) -> date | None:
    dagen = rij.neem(sleutel)
    return None if dagen is None else vandaag - timedelta(dagen)
