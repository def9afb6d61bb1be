"""The boom when two entries become one: no step to itself, no circle, nothing the wrong way."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from ..models import Stap, Voorziening
from .lezen import lees_graaf, woorden_bij


@contextmanager
def boom_blijft_heel(blijft: Any, weigering: type[Exception]) -> Iterator[None]:
    """Around merging into ``blijft``: archive the steps between the two, and raise ``weigering``
    with the name of the first step that is wrong from then on. Call it in a transaction."""
    if not isinstance(blijft, Voorziening):
        yield
        return
    al_fout = lees_graaf().fouten().keys()
    yield
    for stap in Stap.objects.niet_gearchiveerd().filter(van_voorziening=F("naar_voorziening")):
        stap.archiveer((_("Samengevoegd met “%s”.") % blijft)[:250])
    if stuk := lees_graaf().fouten().keys() - al_fout:
        raise weigering(woorden_bij(stuk))
