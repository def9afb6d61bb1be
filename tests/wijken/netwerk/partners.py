"""Partners in the network of a wijk, for tests: a function in the first ring unless told."""

from typing import Any

from wijken.models import Gebied, Netwerkpartner


def een_partner(gebied: Gebied, functie: str = "huisarts", **velden: Any) -> Netwerkpartner:
    standaard = {"ring": "eerste", "domein": "zorg"}
    return Netwerkpartner.objects.create(gebied=gebied, functie=functie, **standaard | velden)


def veel_partners(gebied: Gebied, aantal: int, **velden: Any) -> list[Netwerkpartner]:
    """So many, with long names and all there can be on a plate and in the list."""
    standaard = {
        "brengt_in": "Kent alle gezinnen in de wijk en belt op tijd.",
        "capaciteit": "kan twee gezinnen erbij hebben",
        "tekende_op": "2026-01-15",
        "is_gangmaker": True,
        "telefoon": "085 000 1234",
        "contactpersoon": "Ans Verkuijlen",
        "contact_openbaar": True,
    }
    return [
        een_partner(gebied, f"wijkbeheerder van straat {nummer}", **standaard | velden)
        for nummer in range(aantal)
    ]
