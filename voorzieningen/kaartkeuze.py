"""What a visitor wants to see on the map, read from the address in one place."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wijken.models import Gebied
from wijken.opzoeken import Postcodeantwoord, zoek_postcode

from .models import Locatie, Organisatie, Thema, Voorziening
from .models.locatie import LocatieQuerySet
from .models.voorziening import VoorzieningQuerySet

MEESTE_PUNTEN = 2000
SOORTEN = {
    "plekken": _("alle plekken"),
    "ontmoeten": _("ontmoetingsplekken"),
    "voorzieningen": _("hulp en activiteiten"),
    "organisaties": _("organisaties"),
}


@dataclass
class Kaartkeuze:
    """Kind, theme, wijk and postcode; what is unknown or wrong counts as not chosen."""

    soort: str = "plekken"
    thema: Thema | None = None
    wijk: Gebied | None = None
    postcode: str = ""
    antwoord: Postcodeantwoord | None = None
    soorten: dict[str, Any] = field(default_factory=lambda: SOORTEN)

    @classmethod
    def uit(cls, get: QueryDict) -> "Kaartkeuze":
        """Read the query string; up to three queries, none for an empty one."""
        postcode = get.get("postcode", "").strip()[:20]
        return cls(
            soort=get.get("soort", "") if get.get("soort", "") in SOORTEN else "plekken",
            thema=_gekozen(Thema.objects.zichtbaar(), get.get("thema", "")),
            wijk=_gekozen(Gebied.objects.zichtbaar(), get.get("wijk", "")),
            postcode=postcode,
            antwoord=zoek_postcode(postcode) if postcode else None,
        )

    @property
    def melding(self) -> str:
        """What is wrong with the postcode, or '' when a distance can be measured from it."""
        if not self.antwoord or self.vertrekpunt:
            return ""
        return self.antwoord.melding or str(_("We weten niet precies waar deze postcode ligt."))

    @property
    def vertrekpunt(self) -> tuple[float, float] | None:
        """(lat, lon) of the middle of the postcode's buurt or wijk, None without one."""
        return self.antwoord.vertrekpunt if self.antwoord else None

    def aanbod(self) -> VoorzieningQuerySet:
        """The provisions that count on this map."""
        rijen = Voorziening.objects.zichtbaar()
        return rijen.met_thema(self.thema) if self.thema else rijen

    def plekken(self) -> LocatieQuerySet:
        """The places to show, nearest first from a postcode, by name otherwise."""
        rijen = Locatie.objects.zichtbaar()
        if self.wijk:
            rijen = rijen.in_gebied(self.wijk)
        if self.soort == "ontmoeten":
            rijen = rijen.ontmoetingsplekken()
        if self.soort == "voorzieningen" or self.thema:
            rijen = rijen.met_een_van(self.aanbod())
        if self.soort == "organisaties":
            rijen = rijen.met_een_van(Organisatie.objects.zichtbaar())
        if self.vertrekpunt:
            return rijen.vanaf(*self.vertrekpunt)
        return rijen

    def plekken_met_aanbod(self) -> LocatieQuerySet:
        """The same places, each with what there is to do (``aanbod``) and who is there."""
        aanbod = self.aanbod().algemeen_eerst().only("titel", "slug")
        wie = Organisatie.objects.zichtbaar().only("naam", "slug")
        met_aanbod = self.plekken().prefetch_related(
            Prefetch("voorzieningen", aanbod, to_attr="aanbod")
        )
        return met_aanbod.prefetch_related(Prefetch("organisaties", wie, to_attr="wie"))

    def geojson(self) -> dict[str, Any]:
        """A FeatureCollection of points with name, kind and page; at most 2,000."""
        return als_geojson(self.plekken())


def als_geojson(plekken: LocatieQuerySet) -> dict[str, Any]:
    """Places that have a point as GeoJSON; at most 2,000, one query."""
    rijen = plekken.met_punt().voor_kaart()[:MEESTE_PUNTEN]
    soorten = {soort: str(naam) for soort, naam in Locatie.Soort.choices}
    features = [_feature(plek, soorten[plek.soort]) for plek in rijen]
    return {"type": "FeatureCollection", "features": features}


def _gekozen(rijen: Any, slug: str) -> Any:
    return rijen.filter(slug=slug).first() if slug else None


def _feature(plek: Locatie, soort: str) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [plek.lon, plek.lat]},
        "properties": {
            "naam": plek.naam,
            "soort": soort,
            "adres": plek.adresregel,
            "url": plek.get_absolute_url(),
            "ontmoeten": plek.is_ontmoetingsplek,
        },
    }
