"""What organisations, places and provisions are known by, read in a few queries."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.utils.text import slugify

from voorzieningen.models import Locatie, Organisatie, Voorziening
from voorzieningen.uitwisseling.koppelingen import koppelingen

from .gelijkenis import Kenmerken

NIETSZEGGEND = {"facebook.com", "instagram.com", "linkedin.com", "google.com", "sites.google.com"}
ADRES = ("straat", "huisnummer", "postcode", "plaats")


def kenmerken_van(model: Any) -> list[Kenmerken]:
    """Of all entries in use; at most three queries, and one per 500 for their places."""
    velden = ["pk", model.slug_bron, "telefoon", "email", "website"]
    rijen = list(model._base_manager.filter(gearchiveerd_op=None).values(*velden).order_by("pk"))
    adressen = _adressen(model, [rij["pk"] for rij in rijen])
    return [_kenmerken(model, rij["pk"], rij, adressen[rij["pk"]]) for rij in rijen]


def kenmerk_van(ding: Any, plekken: Iterable[Any] = ()) -> Kenmerken:
    """Of an entry that is not in the database yet, known by its slug, with its places."""
    model = type(ding)
    rij = {naam: getattr(ding, naam) for naam in (model.slug_bron, "telefoon", "email", "website")}
    alle = [*plekken, ding] if model is Locatie else plekken
    adressen = {adressleutel(vars(plek)) for plek in alle}
    return _kenmerken(model, ding.slug, rij, adressen)


def _kenmerken(model: Any, sleutel: Any, rij: dict[str, Any], adressen: set[str]) -> Kenmerken:
    host = hostnaam(rij["website"])
    return Kenmerken(
        sleutel,
        rij[model.slug_bron],
        telefoons=_gevuld(rij["telefoon"]),
        emails=_gevuld(rij["email"].lower()),
        hosts=_gevuld(host),
        adressen=frozenset(adressen - {""}),
        ruim=model is Organisatie,
    )


def _gevuld(waarde: str) -> frozenset[str]:
    return frozenset({waarde} if waarde else ())


def hostnaam(adres: str) -> str:
    """'https://www.voorbeeld.nl/over' → 'voorbeeld.nl'; '' for a site that many share."""
    host = (urlsplit(adres).hostname or "").removeprefix("www.")
    return "" if host in NIETSZEGGEND else host


def adressleutel(rij: dict[str, Any]) -> str:
    """Postcode and number, or street and town where there is no postcode."""
    if rij.get("postcode") and rij.get("huisnummer"):
        return f"{rij['postcode']} {slugify(rij['huisnummer'])}"
    if not rij.get("straat"):
        return ""
    return slugify(" ".join((rij["straat"], rij.get("huisnummer") or "", rij.get("plaats") or "")))


def _adressen(model: Any, nummers: list[int]) -> dict[int, set[str]]:
    gevonden: dict[int, set[str]] = defaultdict(set)
    per_plek = {rij["pk"]: adressleutel(rij) for rij in Locatie.objects.values("pk", *ADRES)}
    if model is Locatie:
        return defaultdict(set, {pk: {sleutel} for pk, sleutel in per_plek.items()})
    for pk, plekken in koppelingen(model, "locaties", nummers).items():
        gevonden[pk] = {per_plek[plek] for plek in plekken}
    return gevonden


MODELLEN = (Organisatie, Locatie, Voorziening)
