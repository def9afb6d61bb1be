"""Sets of documents as one whole number with a bit per document.

Counting a facet is ``&`` and ``bit_count()``: about 3 µs for 100,000 documents.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray


def bits(nummers: Iterable[int] | NDArray[np.int64]) -> int:
    """The bit set of document numbers."""
    plekken = nummers if isinstance(nummers, np.ndarray) else np.fromiter(nummers, dtype=np.int64)
    if not len(plekken):
        return 0
    vlak = np.zeros(int(plekken.max()) + 1, dtype=np.bool_)
    vlak[plekken] = True
    return int.from_bytes(np.packbits(vlak, bitorder="little").tobytes(), "little")


def als_vlak(verzameling: int, lengte: int) -> NDArray[np.bool_]:
    """Per document number below ``lengte`` whether it is in the set."""
    grootte = (max(lengte, verzameling.bit_length()) + 7) // 8
    ruw = np.frombuffer(verzameling.to_bytes(grootte, "little"), dtype=np.uint8)
    return np.unpackbits(ruw, bitorder="little")[:lengte].astype(np.bool_)


def nummers(verzameling: int) -> NDArray[np.int64]:
    """The document numbers in a set, in order."""
    return np.nonzero(als_vlak(verzameling, verzameling.bit_length()))[0]


def bevat(verzameling: int) -> bytes:
    """A bit set to look up a few numbers in: see ``zit_in``."""
    return verzameling.to_bytes(verzameling.bit_length() // 8 + 1, "little")


def zit_in(nummer: int, vlak: bytes) -> bool:
    plek = nummer >> 3
    return plek < len(vlak) and bool(vlak[plek] >> (nummer & 7) & 1)
