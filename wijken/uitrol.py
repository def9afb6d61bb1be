"""Where the network has started and where it follows, in plain words (M20)."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from .models import Gebied


def fase_van(gebied: Gebied) -> Gebied | None:
    """The area whose ``fase_tekst`` holds here: this one, or of a buurt its wijk."""
    laag = (Gebied.Soort.WIJK, Gebied.Soort.BUURT)
    hier = (boven for boven in gebied.keten() if boven.soort in laag)
    return next((boven for boven in hier if boven.fase_tekst), None)


def uitrol(wijken: Iterable[Gebied]) -> str:
    """One sentence about all wijken; "" when no team is still to come."""
    rijen = list(wijken)
    klaar = sum(not wijk.is_gepland for wijk in rijen)
    if klaar == len(rijen):
        return ""
    zin = _("In %(klaar)d van de %(alle)d wijken en dorpen werkt het team al. De rest volgt.")
    return zin % {"klaar": klaar, "alle": len(rijen)}
