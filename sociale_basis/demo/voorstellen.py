"""Proposals of the demo: one from each side, waiting for the redacteur (V5, L1)."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from voorzieningen.models import Organisatie, Voorstel, Voorziening
from wijken.models import Gebied

Bron = Voorstel.Bron


def laad_voorstellen(logins: dict[str, User]) -> int:
    """Returns how many wait. Nothing in them is published."""
    voorstellen = [
        _van_organisatie(logins["organisatie"]),
        _van_wijkredacteur(logins["wijkredacteur"]),
        _van_bezoeker(),
        _gemist(),
    ]
    for dagen, voorstel in zip((1, 3, 6, 17), voorstellen, strict=True):
        voorstel.aangemaakt_op = timezone.now() - timedelta(days=dagen)
        voorstel.save()
    return len(voorstellen)


def _van_organisatie(door: User) -> Voorstel:
    linde = Organisatie.objects.get(naam="Welzijn De Linde")
    anders = {"bereikbaar": "ma t/m do, 9–17 uur", "telefoon": "085-0001999"}
    return _dien_in(linde, anders, bron=Bron.ORGANISATIE, door=door)


def _van_wijkredacteur(door: User) -> Voorstel:
    overal = Voorziening.objects.zichtbaar().filter(hele_gemeente=True).order_by("pk")[0]
    anders = {"zo_begint_u": "Bel eerst even. In Volkel kunt u op dinsdag ook binnenlopen."}
    return _dien_in(overal, anders, bron=Bron.WIJKREDACTEUR, door=door)


def _van_bezoeker() -> Voorstel:
    bakkie = Voorziening.objects.get(titel="Bakkie in De Zwaan")
    tijden = [{"weekdag": dag, "van": "09:30", "tot": "11:30"} for dag in (1, 3)]
    woorden = "Ik stond om 9 uur voor een dichte deur. Ze zijn pas om half tien open."
    return _dien_in(bakkie, {"openingstijden": tijden}, bron=Bron.BEZOEKER, toelichting=woorden)


def _gemist() -> Voorstel:
    nieuw = {
        "titel": "Wandelgroep De Vroege Vogels",
        "kort": "Elke zaterdag om 8 uur samen een uur wandelen vanaf de kerk in Volkel.",
        "gebieden": Gebied.objects.eigen().wijken().filter(naam="Volkel"),
    }
    woorden = "Wij lopen al drie jaar en iedereen mag mee."
    return _dien_in(Voorziening, nieuw, bron=Bron.GEMIST, toelichting=woorden)


def _dien_in(doel: Any, wijzigingen: dict[str, Any], **anders: Any) -> Voorstel:
    return Voorstel.objects.dien_in(doel, wijzigingen, **anders)
