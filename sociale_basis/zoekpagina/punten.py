"""The places of all results on a map; a confidential address is never among them."""

from typing import Any

from voorzieningen.kaartkeuze import MEESTE_PUNTEN, als_geojson
from voorzieningen.models import Activiteit, Locatie, Organisatie, Voorziening

from .keuze import Zoekkeuze


def punten_van(keuze: Zoekkeuze) -> dict[str, Any]:
    """A FeatureCollection with at most 2,000 places where one of the results is."""
    hits = [] if keuze.is_leeg else keuze.zoek(pagina=1, per_pagina=MEESTE_PUNTEN).hits
    per_soort: dict[str, list[int]] = {}
    for hit in hits:
        per_soort.setdefault(hit.soort, []).append(hit.object_id)
    plekken = Locatie.objects.zichtbaar()
    gevonden = plekken.filter(pk__in=per_soort.get("plek", []))
    for soort, model in (("voorziening", Voorziening), ("organisatie", Organisatie)):
        rijen = model.objects.zichtbaar().filter(pk__in=per_soort.get(soort, []))
        gevonden = gevonden | plekken.met_een_van(rijen)
    activiteiten = Activiteit.objects.zichtbaar().filter(pk__in=per_soort.get("activiteit", []))
    gevonden = gevonden | plekken.filter(activiteiten__in=activiteiten.order_by().values("pk"))
    return als_geojson(gevonden)
