"""Proposals of the demo: one from each side, waiting for the redacteur (V5, L1)."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from voorzieningen.models import Medewerker, Voorstel, Voorziening

Bron = Voorstel.Bron


def laad_voorstellen(logins: dict[str, Any]) -> int:
    """Returns how many wait. Nothing in them is published."""
    voorstellen = [
        _van_organisatie(logins["organisatie"].medewerker),
        _van_wijkredacteur(logins["wijkredacteur"].medewerker),
        _van_bezoeker(),
        _gemist(logins["wijkredacteur"].medewerker),
    ]
    for dagen, voorstel in zip((1, 3, 6, 17), voorstellen, strict=True):
        voorstel.aangemaakt_op = timezone.now() - timedelta(days=dagen)
        voorstel.save()
    return len(voorstellen)


def _van_organisatie(wie: Medewerker) -> Voorstel:
    anders = {"bereikbaar": "ma t/m do, 9–17 uur", "telefoon": "085-0001999"}
    return _dien_in(wie.organisatie, anders, bron=Bron.ORGANISATIE, door=wie.gebruiker)


def _van_wijkredacteur(wie: Medewerker) -> Voorstel:
    overal = Voorziening.objects.zichtbaar().filter(hele_gemeente=True).order_by("pk")[0]
    zin = f"Bel eerst even. In {wie.gebieden.get()} kunt u op dinsdag ook binnenlopen."
    anders = {"zo_begint_u": zin}
    return _dien_in(overal, anders, bron=Bron.WIJKREDACTEUR, door=wie.gebruiker)


def _van_bezoeker() -> Voorstel:
    inloop = Voorziening.objects.zichtbaar().filter(toegang="inloop").order_by("pk")
    bakkie = inloop.filter(titel="Bakkie in De Zwaan").first() or inloop[0]
    tijden = [{"weekdag": dag, "van": "10:00", "tot": "11:30"} for dag in (1, 3)]
    woorden = "Ik stond voor een dichte deur. Ze gaan pas om 10 uur open."
    return _dien_in(bakkie, {"openingstijden": tijden}, bron=Bron.BEZOEKER, toelichting=woorden)


def _gemist(wie: Medewerker) -> Voorstel:
    wijk = wie.gebieden.get()
    nieuw = {
        "titel": "Wandelgroep De Vroege Vogels",
        "kort": f"Elke zaterdag om 8 uur samen een uur wandelen vanaf de kerk in {wijk}.",
        "gebieden": wie.gebieden.all(),
    }
    woorden = "Wij lopen al drie jaar en iedereen mag mee."
    return _dien_in(Voorziening, nieuw, bron=Bron.GEMIST, toelichting=woorden)


def _dien_in(doel: Any, wijzigingen: dict[str, Any], **anders: Any) -> Voorstel:
    return Voorstel.objects.dien_in(doel, wijzigingen, **anders)
