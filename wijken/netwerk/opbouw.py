"""Who is in the network of an area, ring by ring (M6): the drawing and the list show this."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from sociale_basis.kern.paden import pagina_pad

from ..models import Gebied, Netwerkpartner
from ..models.gebied import Contactpunt
from ..team import Team, eerste_contact, team_van

Ring = Netwerkpartner.Ring
ICONEN = {
    "zorg": "zorg",
    "welzijn": "mensen",
    "wonen": "huis",
    "onderwijs": "school",
    "veiligheid": "veilig",
    "openbaar": "boom",
    "sport": "bewegen",
    "vrijwilligers": "groep",
    "geloof": "hart",
    "werk": "geld",
    "anders": "steun",
}


@dataclass(frozen=True)
class Partner:
    """A partner as it is shown in the network of one area."""

    rij: Netwerkpartner
    elders: Gebied | None  # the larger area that it serves, if it is not just this one

    @property
    def icoon(self) -> str:
        return ICONEN[self.rij.domein]

    @property
    def in_eerste_ring(self) -> bool:
        return self.rij.ring == Ring.EERSTE


@dataclass(frozen=True)
class Ringdeel:
    """One ring with its partners; an empty ring says what is missing."""

    ring: Ring
    partners: tuple[Partner, ...]

    @property
    def titel(self) -> str:
        return _("De eerste ring") if self.ring == Ring.EERSTE else _("De tweede ring")

    @property
    def uitleg(self) -> str:
        if self.ring == Ring.EERSTE:
            return _("Zij werken vaak samen met het team en kennen de wijk goed.")
        return _("Zij zijn er als het nodig is. Het team weet hen te vinden.")

    @property
    def mist(self) -> str:
        if self.ring == Ring.EERSTE:
            return _("Denk aan een huisarts, de wijkagent, een school of de woningstichting.")
        return _("Denk aan een sportclub, een kerk, de bibliotheek of een bedrijf.")


@dataclass(frozen=True)
class Netwerk:
    """The local team in the middle, and two rings around it."""

    gebied: Gebied
    contact: Contactpunt | None
    team: Team | None
    ringen: tuple[Ringdeel, Ringdeel]

    @cached_property
    def partners(self) -> tuple[Partner, ...]:
        return tuple(partner for deel in self.ringen for partner in deel.partners)

    @property
    def aantal(self) -> int:
        return len(self.partners)

    @cached_property
    def tekenden(self) -> int:
        """How many of them signed the intentieovereenkomst (M18)."""
        return sum(partner.rij.tekende for partner in self.partners)

    @property
    def heeft_gangmaker(self) -> bool:
        return any(partner.rij.is_gangmaker for partner in self.partners)

    @cached_property
    def iconen(self) -> list[str]:
        """The drawings that are needed, each once."""
        return sorted({partner.icoon for partner in self.partners})


def netwerk_van(gebied: Gebied) -> Netwerk:
    """Everything the page says, in two queries and those for the areas above."""
    partners = partners_van(gebied)
    eerste = tuple(partner for partner in partners if partner.in_eerste_ring)
    tweede = tuple(partner for partner in partners if not partner.in_eerste_ring)
    team = team_van(gebied)
    ringen = (Ringdeel(Ring.EERSTE, eerste), Ringdeel(Ring.TWEEDE, tweede))
    return Netwerk(gebied, eerste_contact(gebied, team), team, ringen)


def partners_van(gebied: Gebied) -> list[Partner]:
    """Who is in the network of an area, the first ring first; one query."""
    rijen = Netwerkpartner.objects.zichtbaar().in_gebied(gebied).met_namen()
    return [Partner(rij, _elders(rij, gebied)) for rij in rijen]


@dataclass(frozen=True)
class Stand:
    """The own partners of one area: all of them, and who signed the intentieovereenkomst."""

    gebied: Gebied
    partners: tuple[Netwerkpartner, ...]

    @property
    def netwerk_url(self) -> str:
        return pagina_pad("wijken:netwerk", self.gebied.slug)

    @property
    def tekenden(self) -> list[Netwerkpartner]:
        return sorted((p for p in self.partners if p.tekende), key=lambda p: p.naam.lower())


def standen(rijen: QuerySet[Netwerkpartner]) -> list[Stand]:
    """Per area that has partners, the largest area first, then in the order of all lists."""
    per_gebied: dict[Gebied, list[Netwerkpartner]] = defaultdict(list)
    for rij in rijen:
        per_gebied[rij.gebied].append(rij)
    alle = [Stand(gebied, tuple(partners)) for gebied, partners in per_gebied.items()]
    soorten = Gebied.Soort.values
    return sorted(
        alle, key=lambda s: (soorten.index(s.gebied.soort), s.gebied.volgorde, s.gebied.naam)
    )


def netwerken_onder(gebied: Gebied) -> list[Stand]:
    """The networks of the areas inside a stadsdeel or gemeente; none of a wijk."""
    if gebied.soort not in (Gebied.Soort.GEMEENTE, Gebied.Soort.STADSDEEL):
        return []
    rijen = Netwerkpartner.objects.zichtbaar().exclude(gebied=gebied).met_namen()
    if gebied.soort == Gebied.Soort.STADSDEEL:
        rijen = rijen.filter(gebied__ouder=gebied)
    return standen(rijen)


def _elders(rij: Netwerkpartner, gebied: Gebied) -> Gebied | None:
    return None if rij.gebied_id == gebied.pk else rij.gebied
