"""On the page of a wijk: the way to ask, and how often an answer came in time (L5)."""

from typing import Any

from django.conf import settings

from ..blokken import registreer
from ..models import Gebied
from .aandeel import openbare_cijfers


@registreer(volgorde=8, template="vraag/_blok.html")
def vraag(gebied: Gebied) -> dict[str, Any]:
    """The share of this area; of the municipality while there are too few here to tell."""
    cijfers = openbare_cijfers()
    plekken = dict.fromkeys((gebied, gebied.keten()[-1]))
    verteld = ((plek, cijfers.openbaar(plek)) for plek in plekken)
    plek, aandeel = next(((plek, deel) for plek, deel in verteld if deel), (None, None))
    return {"dagen": settings.VRAAG_WERKDAGEN, "plek": plek, "aandeel": aandeel}
