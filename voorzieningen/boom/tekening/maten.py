"""Sizes of a drawing."""

from dataclasses import dataclass

from sociale_basis.kern.tekenen import Punt


@dataclass(frozen=True)
class Maat:
    """Sizes of one drawing."""

    naam: str
    breedte: float
    plaat: Punt  # a sign: width and height
    blad: Punt
    bladrij: float  # from one row of leaves to the next
    kolommen: int  # of leaves, at each side of the trunk
    gang: float  # from the middle to the first leaf
    letters: int  # that fit on a line of a leaf
    stam: float  # half the width of the trunk at its top
    tussen: float  # between two signs on the trunk
    regel: float  # between two lines of text
    wortelkolommen: int
    wortelrij: float
    wortelletters: int
    meeste_wortels: int


BREED = Maat(
    "breed", 1000, plaat=(350, 78), blad=(186, 64), bladrij=84, kolommen=2, gang=70, letters=17,
    stam=46, tussen=92, regel=23, wortelkolommen=4, wortelrij=60, wortelletters=20,
    meeste_wortels=16,
)  # fmt: skip
SMAL = Maat(
    "smal", 360, plaat=(252, 66), blad=(132, 50), bladrij=60, kolommen=1, gang=34, letters=14,
    stam=24, tussen=74, regel=18, wortelkolommen=2, wortelrij=50, wortelletters=17,
    meeste_wortels=10,
)  # fmt: skip
