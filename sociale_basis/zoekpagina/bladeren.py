"""Paging of results that the search engine has already cut to a page."""

from dataclasses import dataclass

MEESTE_BLADZIJDEN = 500


@dataclass(frozen=True)
class Bladzijde:
    """What the paging partial asks of a Django page, without rows to count."""

    number: int
    totaal: int
    per_pagina: int

    @property
    def num_pages(self) -> int:
        return min(MEESTE_BLADZIJDEN, max(1, -(-self.totaal // self.per_pagina)))

    @property
    def paginator(self) -> "Bladzijde":
        return self

    @property
    def count(self) -> int:
        return self.totaal

    @property
    def has_other_pages(self) -> bool:
        return self.num_pages > 1

    @property
    def has_next(self) -> bool:
        return self.number < self.num_pages

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def next_page_number(self) -> int:
        return self.number + 1

    @property
    def previous_page_number(self) -> int:
        return self.number - 1
