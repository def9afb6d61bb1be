"""Loading a demo set: invented people and places on real ground, the same data every time."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from sociale_basis.kern.geschiedenis import een_moment
from sociale_basis.kern.zoeken.bijhouden import uitgesteld
from sociale_basis.standaardteksten import standaardteksten
from voorzieningen.models import Locatie
from wijken.models import Gebied

from .aanspreekpersonen import laad_aanspreekpersonen
from .activiteiten import Activiteitenlader
from .boom import Boomlader, laad_lagen
from .bron import Bron, Demofout, Register
from .gebieden import laad_gebieden
from .gebruikers import geef_werkgebied, maak_logins
from .kader import Kader
from .netwerk import laad_netwerk
from .sociale_kaart import Voorzieningenlader, laad_organisaties
from .team import Teamlader
from .tijden import Tijden
from .voorstellen import laad_voorstellen
from .vragen import Vraaglader
from .wissen import wis
from .woorden import laad_begrippen, laad_doelgroepen, laad_talen, laad_themas

HIER = Path(__file__).parent
EERSTE = "maashorst"  # its themes, groups, words and languages serve every set


@dataclass(frozen=True)
class Demoset:
    """A folder of data, its layout of own wijken, and the municipality that it is of."""

    naam: str
    gemeente_code: str

    @property
    def bron(self) -> Bron:
        return Bron(HIER / self.naam, ernaast=HIER / EERSTE)

    @property
    def indeling(self) -> Path:
        return HIER / f"{self.naam}_indeling.csv"


ALLE = (Demoset(EERSTE, "GM1991"), Demoset("heerlen", "GM0917"))
SETS = {demoset.naam: demoset for demoset in ALLE}


def is_geladen() -> bool:
    """Whether there are areas already, from a demo or from a real import."""
    return Gebied.objects.exists()


def controleer(demoset: Demoset) -> None:
    """Raises Demofout where this set may not be loaded."""
    if settings.PRODUCTIE:
        raise Demofout("In productie laadt u geen demo: de wachtwoorden zijn openbaar.")
    if demoset.gemeente_code != settings.GEMEENTE_CODE:
        raise Demofout(
            f"De demo {demoset.naam} hoort bij {demoset.gemeente_code}, maar GEMEENTE_CODE is "
            f"{settings.GEMEENTE_CODE}. Geef de demo een eigen database met GEMEENTE_CODE="
            f"{demoset.gemeente_code}."
        )


@transaction.atomic
def laad(demoset: Demoset, meld: Callable[[str], object], *, opnieuw: bool = False) -> None:
    """Load everything or nothing; ``meld`` gets a line of progress per step.

    Raises Demofout with file and row when the data break a rule.
    """
    controleer(demoset)
    if opnieuw:
        wis()
        meld("De oude gegevens zijn gewist.")
    standaardteksten()
    with uitgesteld(), een_moment():  # the search index once; one version per entry
        kader = _laad_kader(demoset, meld)
        plekken = _laad_kaart(demoset.bron, kader, meld)
        logins = maak_logins()
        geef_werkgebied(logins)
        gezichten = laad_aanspreekpersonen(demoset.bron, kader, plekken, logins)
        meld(f"{gezichten} aanspreekpersonen.")
        meld(f"{laad_voorstellen(logins)} voorstellen wachten op goedkeuring.")
        meld(Vraaglader().laad(demoset.bron))
        meld("De zoekindex wordt gemaakt.")


def _laad_kader(demoset: Demoset, meld: Callable[[str], object]) -> Kader:
    bron = demoset.bron
    redacteur = maak_logins()["redacteur"]
    wijken = laad_gebieden(bron, demoset.indeling)
    eigen, buurten = Gebied.objects.eigen().wijken().count(), Gebied.objects.buurten().count()
    meld(f"{eigen} wijken en {buurten} buurten.")
    themas = laad_themas(bron)
    meld(f"{len(themas)} thema’s en {laad_begrippen(bron)} begrippen.")
    return Kader(
        timezone.localdate(), redacteur, wijken, themas, laad_doelgroepen(bron), laad_talen(bron)
    )


def _laad_kaart(bron: Bron, kader: Kader, meld: Callable[[str], object]) -> Register[Locatie]:
    """Returns the places by name."""
    tijden = Tijden(kader.vandaag)
    organisaties, plekken = laad_organisaties(bron, kader, tijden)
    meld(f"{len(organisaties)} organisaties en {len(plekken)} plekken.")
    lagen = laad_lagen(bron, organisaties)
    aanbod = Voorzieningenlader(kader, tijden, organisaties, plekken, lagen)
    meld(f"{aanbod.laad(bron)} voorzieningen.")
    tijden.bewaar()
    agenda = Activiteitenlader(kader, organisaties, plekken, aanbod.voorzieningen)
    meld(f"{agenda.laad(bron)} activiteiten.")
    meld(laad_netwerk(bron, kader, organisaties))
    meld(Boomlader(kader, organisaties, lagen, aanbod.voorzieningen).laad(bron))
    meld(Teamlader(kader, organisaties, plekken).laad(bron))
    return plekken
