"""Words of the glossary in texts link to their explanation, once per page (V4). No database."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from sociale_basis.kern.opmaak import stukken

Woorden = tuple[tuple[str, str], ...]  # (form as written in lower case, address)


@lru_cache(maxsize=8)
def _patroon(woorden: Woorden) -> re.Pattern[str]:
    """All forms as whole words, the longest first: "maatwerkvoorziening" before "maatwerk"."""
    vormen = sorted((vorm for vorm, _adres in woorden), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, vormen))})(?![\w-])", re.IGNORECASE)


@dataclass
class Begrippenlinks:
    """The links of one page; remembers which words it has linked already."""

    woorden: Woorden
    gelinkt: set[str] = field(default_factory=set)

    @classmethod
    def van(cls, vormen_en_adressen: Sequence[tuple[list[str], str]]) -> "Begrippenlinks":
        """From (all forms of a word, address of its explanation)."""
        paren = ((vorm.lower(), adres) for vormen, adres in vormen_en_adressen for vorm in vormen)
        return cls(tuple(paren))

    def __call__(self, tekst: str) -> SafeString:
        """Plain text as HTML in which each word of the glossary links the first time."""
        if not self.woorden:
            return conditional_escape(tekst)
        adressen = dict(self.woorden)
        delen = []
        for stuk, is_woord in stukken(tekst, _patroon(self.woorden)):
            adres = adressen.get(stuk.lower(), "") if is_woord else ""
            delen.append(self._link(stuk, adres) if adres else conditional_escape(stuk))
        return format_html_join("", "{}", ((deel,) for deel in delen))

    def _link(self, woord: str, adres: str) -> SafeString:
        if adres in self.gelinkt:
            return conditional_escape(woord)
        self.gelinkt.add(adres)
        return format_html('<a class="nl-link begrip" href="{}">{}</a>', adres, woord)
