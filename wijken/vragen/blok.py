"""On the page of a wijk: the way to ask, and how often an answer came in time (L5)."""

from typing import Any

from django.conf import settings

from ..blokken import registreer
from ..models import Gebied
from .aandeel import aandeel_van, per_gebied


@registreer(volgorde=8, template="vraag/_blok.html")
def vraag(gebied: Gebied) -> dict[str, Any]:
    """The share of this area; of the municipality while there are too few here to tell."""
    alle = per_gebied()
    gemeente = gebied.keten()[-1]
    plekken = ((plek, aandeel_van(plek, alle)) for plek in dict.fromkeys((gebied, gemeente)))
    plek, aandeel = next(
        ((plek, aandeel) for plek, aandeel in plekken if aandeel.is_openbaar), (None, None)
    )
    return {"dagen": settings.VRAAG_WERKDAGEN, "plek": plek, "aandeel": aandeel}
