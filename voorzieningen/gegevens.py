"""Structured data (schema.org JSON-LD) of the pages; only what the page itself shows."""

from typing import Any

from django.http import HttpRequest

from .models import Activiteit, Locatie, Organisatie, Voorziening
from .verbanden import Verbanden

SCHEMA = "https://schema.org"


def zonder_lege(gegevens: dict[str, Any]) -> dict[str, Any]:
    return {sleutel: waarde for sleutel, waarde in gegevens.items() if waarde not in ("", None, [])}


def absoluut(request: HttpRequest, ding: Voorziening | Organisatie | Locatie | Activiteit) -> str:
    return request.build_absolute_uri(ding.get_absolute_url())


def _adres(plek: Locatie) -> dict[str, Any] | None:
    """The address of a place; None where it is confidential or unknown."""
    if not plek.adresregel:
        return None
    return zonder_lege(
        {
            "@type": "PostalAddress",
            "streetAddress": f"{plek.straat} {plek.huisnummer}".strip(),
            "postalCode": plek.postcode,
            "addressLocality": plek.plaats,
            "addressCountry": plek.land,
        }
    )


def plek_gegevens(request: HttpRequest, plek: Locatie) -> dict[str, Any]:
    punt = {"@type": "GeoCoordinates", "latitude": plek.lat, "longitude": plek.lon}
    return zonder_lege(
        {
            "@type": "Place",
            "name": plek.naam,
            "url": absoluut(request, plek),
            "address": _adres(plek),
            "geo": punt if plek.heeft_punt else None,
        }
    )


def jsonld_plek(request: HttpRequest, plek: Locatie) -> dict[str, Any]:
    """A Place with its opening times."""
    return {"@context": SCHEMA} | zonder_lege(
        plek_gegevens(request, plek)
        | {
            "description": plek.kort,
            "telephone": plek.telefoon,
            "openingHoursSpecification": plek.schema_org(),
            "specialOpeningHoursSpecification": plek.schema_org_bijzonder(),
            "isAccessibleForFree": True if plek.is_ontmoetingsplek else None,
        }
    )


def jsonld_organisatie(request: HttpRequest, organisatie: Organisatie) -> dict[str, Any]:
    """An Organization; needs ``plekken`` (visible places) prefetched."""
    plekken: list[Locatie] = organisatie.plekken  # type: ignore[attr-defined]
    return zonder_lege(
        {
            "@context": SCHEMA,
            "@type": "Organization",
            "name": organisatie.naam,
            "description": organisatie.kort,
            "url": organisatie.website or absoluut(request, organisatie),
            "telephone": organisatie.telefoon,
            "email": organisatie.email,
            "location": [plek_gegevens(request, plek) for plek in plekken],
        }
    )


def jsonld_voorziening(
    request: HttpRequest, voorziening: Voorziening, verbanden: Verbanden
) -> dict[str, Any]:
    """A Service with provider and places."""
    wie = verbanden.verantwoordelijke
    return zonder_lege(
        {
            "@context": SCHEMA,
            "@type": "Service",
            "name": voorziening.titel,
            "description": voorziening.kort,
            "url": absoluut(request, voorziening),
            "provider": {"@type": "Organization", "name": wie.naam} if wie else None,
            "areaServed": [gebied.naam for gebied in verbanden.gebieden],
            "audience": [
                {"@type": "Audience", "audienceType": groep.naam} for groep in verbanden.doelgroepen
            ],
            "isAccessibleForFree": voorziening.kosten == Voorziening.Kosten.GRATIS or None,
            "availableChannel": [_kanaal(request, voorziening, plek) for plek in verbanden.plekken],
            "hoursAvailable": voorziening.schema_org(),
        }
    )


def _kanaal(request: HttpRequest, voorziening: Voorziening, plek: Locatie) -> dict[str, Any]:
    return zonder_lege(
        {
            "@type": "ServiceChannel",
            "serviceLocation": plek_gegevens(request, plek),
            "servicePhone": {"@type": "ContactPoint", "telephone": voorziening.telefoon}
            if voorziening.telefoon
            else None,
        }
    )
