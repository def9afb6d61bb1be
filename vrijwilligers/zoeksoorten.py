"""People by name, wijk, language and subject in the search (H6, H10).

Only who is visible stands in the index at all, so that a name that is taken back leaves it in
the same transaction.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import QuerySet

from sociale_basis.kern.zoeken.registratie import Teksten, registreer, registreer_afhankelijk
from voorzieningen.models import Taal, Thema
from voorzieningen.zoeksoorten import waarde
from wijken.models import Gebied
from wijken.zoeksoorten import wijkwaarden

from .models import Aanspreekpersoon


def _bron() -> QuerySet:
    relaties = ("gebieden__ouder", "talen", "themas__ouder")
    return Aanspreekpersoon.objects.zichtbaar().prefetch_related(*relaties)


def _tekst(persoon: Aanspreekpersoon) -> Teksten:
    talen = " ".join(f"spreekt {taal.naam}" for taal in persoon.talen.all())
    themas = " ".join(thema.naam for thema in persoon.themas.all())
    gebieden = " ".join(gebied.naam for gebied in persoon.gebieden.all())
    return Teksten(
        titel=persoon.naam,
        alledaags=f"aanspreekpersoon contactpersoon vrijwilliger {talen}",
        kort=persoon.waarvoor,
        body=persoon.over,
        extra=f"{gebieden} {themas}",
    )


def _facetten(persoon: Aanspreekpersoon) -> dict[str, Iterable[str]]:
    themas = {t for thema in persoon.themas.all() for t in (thema, thema.ouder) if t}
    return {
        "thema": [waarde(t.slug, t.naam) for t in themas if not t.is_gearchiveerd],
        "wijk": wijkwaarden(persoon.gebieden.all()),
        "taal": [waarde(taal.code, taal.naam) for taal in persoon.talen.all()],
    }


def registreer_alles() -> None:
    registreer(
        "aanspreekpersoon",
        Aanspreekpersoon,
        _tekst,
        _facetten,
        lambda: Aanspreekpersoon.objects.zichtbaar(),
        bron=_bron,
    )
    for model, veld in ((Gebied, "gebieden"), (Taal, "talen"), (Thema, "themas")):
        registreer_afhankelijk(model, "aanspreekpersoon", _van(veld))


def _van(veld: str) -> Callable[[Any], Iterable[int]]:
    return lambda ding: Aanspreekpersoon.objects.filter(**{veld: ding}).values_list("pk", flat=True)
