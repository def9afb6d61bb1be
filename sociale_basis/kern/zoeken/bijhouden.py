"""When the index is brought up to date: at once, or once at the end of many changes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import local

from .registratie import SOORTEN

_draad = local()


def gewijzigd(soort: str, nummers: Iterable[int]) -> None:
    """These objects changed: index them now, or at the end of ``uitgesteld()``."""
    if soort not in SOORTEN:
        return
    wachtrij = getattr(_draad, "wachtrij", None)
    if wachtrij is not None:
        wachtrij[soort].update(nummers)
        return
    from .index import werk_bij

    werk_bij(soort, nummers)


@contextmanager
def uitgesteld() -> Iterator[None]:
    """Index everything that changes inside once, at the end; use it inside the transaction.

    For forms that save an object with its lists, and for imports. After an error nothing is
    indexed: the transaction around it is rolled back then.
    """
    if getattr(_draad, "wachtrij", None) is not None:
        yield
        return
    _draad.wachtrij = defaultdict(set)
    try:
        yield
        wachtrij = _draad.wachtrij
    finally:
        _draad.wachtrij = None
    from .index import werk_bij

    for soort, nummers in wachtrij.items():
        werk_bij(soort, nummers)
