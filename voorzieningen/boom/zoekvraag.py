"""Understands who comes next: “wie helpt er boven het wijkteam?” is the layer above it (H3)."""

import re
from itertools import pairwise

from sociale_basis.kern.zoeken.registratie import Herkend

from ..models import Boomlaag

BOVEN = re.compile(r"\b(?:boven|hoger dan|verder dan)\s+(?:het |de |mijn |ons |onze )?(.+)", re.I)


def laag_erboven(vraag: str) -> Herkend | None:
    """The question for the layer above the one that is named; one query, only when it may be."""
    gevonden = BOVEN.search(vraag)
    if gevonden is None:
        return None
    genoemd = gevonden[1].casefold().strip(" ?!.")
    for laag, erboven in pairwise(Boomlaag.objects.zichtbaar()):
        if any(_begint_met(genoemd, naam) for naam in (laag.naam, *laag.woorden.split(","))):
            return Herkend(erboven.naam)
    return None


def _begint_met(genoemd: str, naam: str) -> bool:
    woord = naam.casefold().strip()
    return bool(woord) and f"{genoemd} ".startswith(f"{woord} ")
