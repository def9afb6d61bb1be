"""Places that follow the borders: a new border may put a place in another buurt (M1)."""

from collections.abc import Iterator

from wijken.importeren.verslag import telwoord
from wijken.models import Gebied
from wijken.volgers import Daarna, volgt_grenzen

from .models import Locatie


@volgt_grenzen
def herplaats() -> Daarna:
    """Remember which places are in the area of their point; staff's own choice is left alone."""
    volgend = [plek.pk for plek, pk in _plekken() if plek.gebied_id == pk]

    def daarna() -> str:
        verhuisd = [
            (plek, pk) for plek, pk in _plekken() if plek.pk in volgend and plek.gebied_id != pk
        ]
        for plek, pk in verhuisd:
            plek.gebied_id = pk
            plek.save()
        aantal = telwoord(len(verhuisd), "plek ligt", "plekken liggen")
        namen = ", ".join(plek.naam for plek, _pk in verhuisd[:8])
        return f"{aantal} nu in een ander gebied: {namen}." if verhuisd else ""

    return daarna


def _plekken() -> Iterator[tuple[Locatie, int | None]]:
    """Each place with a point, and the area that holds the point; three queries."""
    plekken = list(Locatie.objects.met_punt())
    punten = [(plek.lat or 0.0, plek.lon or 0.0) for plek in plekken]
    yield from zip(plekken, Gebied.objects.op_punten(punten), strict=True)
