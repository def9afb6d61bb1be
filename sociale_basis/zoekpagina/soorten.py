"""The kinds of things that a search finds: what each is called, and what its card says.

Provisions and activities have a card of their own (``kaartjes``); for the other kinds a title, a
sentence and an address are enough, so that one query fetches any mix of them.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Concat, Left, Substr, Upper
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from voorzieningen.models import Begrip, Boomlaag, Locatie, Organisatie, Thema
from vrijwilligers.models import Aanspreekpersoon
from wijken.models import Gebied, Netwerkpartner, Teamlid

Veld = str | Concat


@dataclass(frozen=True)
class Soort:
    """One kind: its rows, the fields of its title and sentence, and the page it stands on.

    ``anker``: where on that page, with ``{pk}`` or ``{slug}``. ``deelt_pagina``: one page for all
    rows. Rows without a page of their own give the slug of theirs in ``voor_zoeken()``.
    """

    naam: Promise
    model: Any
    pagina: str
    kop: Veld = "naam"
    zin: Veld = "kort"
    anker: str = ""
    deelt_pagina: bool = False

    def rijen(self, sleutel: str, nummers: list[int]) -> QuerySet:
        """The visible ones of these, alike for every kind: zoeksoort, pk, slug, kop, zin."""
        rijen = self.model.objects.zichtbaar().filter(pk__in=nummers).order_by()
        if hasattr(rijen, "voor_zoeken"):
            rijen = rijen.voor_zoeken()
        velden = {"kop": _als_expressie(self.kop), "zin": _als_expressie(self.zin)}
        vaste = Value(sleutel, output_field=CharField())
        return rijen.annotate(zoeksoort=vaste, **velden).values("zoeksoort", "pk", "slug", *velden)

    def url(self, rij: dict[str, Any]) -> str:
        adres = reverse(self.pagina, args=[] if self.deelt_pagina else [rij["slug"]])
        return adres + self.anker.format_map(rij)


def _als_expressie(veld: Veld) -> Any:
    return F(veld) if isinstance(veld, str) else veld


OVERIG: dict[str, Soort] = {
    "organisatie": Soort(_("Organisatie"), Organisatie, "voorzieningen:organisatie"),
    "aanspreekpersoon": Soort(
        _("Aanspreekpersoon"),
        Aanspreekpersoon,
        "vrijwilligers:aanspreekpersoon",
        zin="waarvoor",
    ),
    "plek": Soort(_("Plek"), Locatie, "voorzieningen:plek"),
    "teamlid": Soort(
        _("Iemand van het team"), Teamlid, "wijken:wijk", zin="functie", anker="#team-{pk}"
    ),
    "thema": Soort(_("Onderwerp"), Thema, "voorzieningen:thema", zin="uitleg"),
    "wijk": Soort(_("Wijk of dorp"), Gebied, "wijken:wijk", zin="inleiding"),
    "netwerkpartner": Soort(
        _("In het netwerk van de wijk"),
        Netwerkpartner,
        "wijken:netwerk",
        kop=Concat(Upper(Left("functie", 1)), Substr("functie", 2)),
        zin=Concat("gebied__naam", Value(". "), "brengt_in"),
        anker="#p{pk}",
    ),
    "boomlaag": Soort(_("Laag in de boom"), Boomlaag, "voorzieningen:boomlaag", zin="wat"),
    "begrip": Soort(
        _("Begrip"),
        Begrip,
        "voorzieningen:begrippen",
        kop="term",
        zin="uitleg",
        anker="#{slug}",
        deelt_pagina=True,
    ),
}
SOORTNAMEN: dict[str, Any] = {
    "voorziening": _("Hulp of activiteit"),
    "activiteit": _("In de agenda"),
    **{sleutel: soort.naam for sleutel, soort in OVERIG.items()},
}
