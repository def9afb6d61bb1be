"""Taking areas out of use, unless something still uses them."""

from collections.abc import Sequence

from ..gebruik import gebruik
from ..models import Gebied
from .verslag import Verslag


def laat_vervallen(
    weg: Sequence[Gebied], soorten: dict[str, str], verslag: Verslag, reden: str, advies: str
) -> None:
    """Archive areas with a reason; if one is in use, none, and the report says to stop.

    ``soorten`` gives the plural per kind, for the table.
    """
    for gebied in weg:
        verslag.noteer(soorten[gebied.soort], "vervallen", titel(gebied))
    in_gebruik = gebruik(weg)
    if in_gebruik:
        verslag.redenen_om_te_stoppen += [
            "Deze gebieden zouden vervallen, maar zijn nog in gebruik:",
            *(f"  {titel(gebied)}: {', '.join(wat)}" for gebied, wat in in_gebruik.items()),
            advies,
        ]
        return
    for gebied in weg:
        gebied.archiveer(reden)


def titel(gebied: Gebied) -> str:
    """'Kom Volkel (BU19910201)', or the name alone."""
    return f"{gebied.naam} ({gebied.code})" if gebied.code else gebied.naam
