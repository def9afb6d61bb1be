"""What this app itself shows on the page of a wijk."""

from typing import Any

from sociale_basis.kern.paden import pagina_pad

from .blokken import registreer
from .models import Gebied
from .netwerk import partners_van

HOOGSTENS = 6


@registreer(volgorde=55, template="wijken/netwerk/_wijk_netwerk.html")
def netwerk(gebied: Gebied) -> dict[str, Any]:
    """Who works together here (M6), and who helps to get an idea going (L4)."""
    partners = partners_van(gebied)
    eerste = [partner for partner in partners if partner.in_eerste_ring]
    return {
        "aantal": len(partners),
        "eerste": eerste[:HOOGSTENS],
        "meer": len(partners) - len(eerste[:HOOGSTENS]),
        "helpers": [partner for partner in partners if partner.rij.helpt_bij_idee],
        "url": pagina_pad("wijken:netwerk", gebied.slug),
    }
