"""What every page knows: the name of the portal, the municipality and whom to call."""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from sociale_basis.kern.zoeken.kennis import huidige_stand
from voorzieningen.mijn_lijst import MijnLijst
from wijken.models import Gebied
from wijken.models.gebied import Contactpunt

# Until a municipality fills in its own number: the public desk that knows every municipality.
VANGNET = Contactpunt(
    naam="Informatie Rijksoverheid",
    telefoon="1400",
    email="",
    uren="maandag tot en met vrijdag van 8 tot 20 uur",
)


class Portaal:
    """Looked up on first use, so that a page that shows none of it asks nothing."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.naam = settings.PORTAAL_NAAM
        self.kaart_tegels = settings.KAART_TEGELS
        self.kaart_bronvermelding = settings.KAART_BRONVERMELDING

    @cached_property
    def _gemeente(self) -> Gebied | None:
        """The one that a view has read already (``request.gemeente``), or else asked for."""
        gelezen = getattr(self.request, "gemeente", None)
        if gelezen and gelezen.soort == Gebied.Soort.GEMEENTE:
            return gelezen
        return Gebied.objects.voor_contact().gemeente()

    @property
    def gemeente(self) -> str:
        return self._gemeente.naam if self._gemeente else ""

    @property
    def contact(self) -> Contactpunt:
        """The municipality's first contact; never nobody, so that no page is a dead end."""
        return (self._gemeente.contactpunt() if self._gemeente else None) or VANGNET

    @property
    def canoniek(self) -> str:
        """The absolute address of this page without its query."""
        return self.request.build_absolute_uri(self.request.path)

    @cached_property
    def versie(self) -> str:
        """Part of the name under which a page keeps what is the same for every visitor.

        Changes every minute, and at once with everything that is searched: who ends, pauses or is
        archived is gone. What is not searched (an absence, a step) is a minute behind at most.
        """
        minuut = int(timezone.now().timestamp()) // 60
        voorbeeld = getattr(self.request, "voorbeeld", "")
        stempel = getattr(self.request, "stempel", None) or huidige_stand().stempel
        return f"{self.request.get_host()} {voorbeeld} {stempel} {minuut}"

    @property
    def mijn_lijst_aantal(self) -> int:
        return len(MijnLijst(self.request).nummers)


def portaal(request: HttpRequest) -> dict[str, Any]:
    return {"portaal": Portaal(request)}
