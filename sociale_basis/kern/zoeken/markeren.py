"""Marking in a text what was asked for: words, parts of compounds and what words stand for."""

from collections.abc import Callable, Iterator

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .kennis import Kennis, kennis
from .stopwoorden import is_vaag
from .tekst import plekken, woorddelen
from .vraag import Vraag

STERK_GENOEG = 50  # a stem that stands for the question less than this is not marked


def markering(vraag: Vraag, weet: Kennis | None = None) -> Callable[[str], SafeString]:
    """Gives a text as HTML with ``<mark>`` around what the question asks for, the rest escaped.

    One query for all the texts of a page; none with the word lists at hand.
    """
    weet, stammen = weet or kennis(), gezochte_stammen(vraag)
    return lambda tekst: mark_safe("".join(_stukken(tekst, stammen, weet)))  # noqa: S308


def gezochte_stammen(vraag: Vraag) -> set[str]:
    """The stems to mark; general words only when there is nothing else."""
    return {
        stam
        for begrip in vraag.begrippen
        for doel, gewicht in begrip.stammen.items()
        for stam in doel.split()
        if gewicht >= STERK_GENOEG and (vraag.is_vaag or not (begrip.vaag or is_vaag(stam)))
    }


def _stukken(tekst: str, stammen: set[str], kennis: Kennis) -> Iterator[str]:
    tot = 0
    for (begin, einde), delen in zip(plekken(tekst), woorddelen(tekst), strict=True):
        woord = kennis.analyse.woord("".join(delen))
        if begin >= tot and not woord.is_stop and stammen & {woord.stam, *woord.delen}:
            yield escape(tekst[tot:begin])
            yield f"<mark>{escape(tekst[begin:einde])}</mark>"
            tot = einde
    yield escape(tekst[tot:])
