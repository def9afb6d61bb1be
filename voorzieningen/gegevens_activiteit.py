"""Structured data (schema.org JSON-LD) of the page of an activity: its next time."""

from typing import Any

from django.http import HttpRequest

from .gegevens import SCHEMA, absoluut, plek_gegevens, zonder_lege
from .models import Activiteit, Moment


def jsonld_activiteit(
    request: HttpRequest, activiteit: Activiteit, moment: Moment | None
) -> dict[str, Any]:
    """An Event; needs only visible relations prefetched. Without a coming time it has no date."""
    wie, plek = activiteit.verantwoordelijke, activiteit.locatie
    return zonder_lege(
        {
            "@context": SCHEMA,
            "@type": "Event",
            "name": activiteit.titel,
            "description": activiteit.kort,
            "url": absoluut(request, activiteit),
            "startDate": moment.begin_lokaal.isoformat() if moment else "",
            "endDate": moment.einde_lokaal.isoformat() if moment and moment.einde_lokaal else "",
            "eventStatus": f"{SCHEMA}/EventScheduled" if moment else "",
            "location": plek_gegevens(request, plek) if plek else None,
            "organizer": {"@type": "Organization", "name": wie.naam} if wie else None,
            "isAccessibleForFree": activiteit.kosten == Activiteit.Kosten.GRATIS or None,
        }
    )
