"""From typed text to safe HTML: paragraphs, lists, tappable phone numbers and links.

Organisations type plain text; page texts of staff are Markdown. Neither can bring HTML along.
"""

import re
from collections.abc import Callable, Iterable

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from .velden import lees_telefoon

Koppelaar = Callable[[str], SafeString]

ALINEA = re.compile(r"\n\s*\n")
OPSOMMING = re.compile(r"^\s*[-*•]\s+")
TELEFOON = re.compile(
    r"(?<![\w+])(\+31[\d ()-]{8,14}\d|0[\d][\d ()-]{6,12}\d|14 0\d{3}|11[234])(?![\w-])"
)
WEBADRES = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")

_markdown = MarkdownIt("commonmark", {"html": False, "linkify": False})


def _tekst(_: object, tokens: list[Token], plaats: int, *rest: object) -> str:
    """Text of Markdown: its phone numbers can be tapped, unless it stands in a link already."""
    tekst = tokens[plaats].content
    in_link = sum(token.nesting for token in tokens[:plaats] if token.type.startswith("link_"))
    return conditional_escape(tekst) if in_link else koppel_nummers(tekst)


_markdown.add_render_rule("text", _tekst)


def markdown(tekst: str) -> SafeString:
    """Markdown of staff as HTML; headings start at h2, raw HTML is shown as text."""
    html = _markdown.render(tekst)
    html = re.sub(r"<(/?)h1>", r"<\1h2>", html)
    return mark_safe(html)  # noqa: S308  (html off: markdown-it escapes everything typed)


def stukken(tekst: str, patroon: re.Pattern[str]) -> Iterable[tuple[str, bool]]:
    """Cut text at a pattern: (piece, does it match) in reading order, empty pieces left out."""
    einde = 0
    for gevonden in patroon.finditer(tekst):
        yield tekst[einde : gevonden.start()], False
        yield gevonden[0], True
        einde = gevonden.end()
    yield tekst[einde:], False


def koppel_nummers(tekst: str, verder: Koppelaar = conditional_escape) -> SafeString:
    """Phone numbers become tel: links; ``verder`` treats the text between them."""
    delen = []
    for stuk, is_nummer in stukken(tekst, TELEFOON):
        nummer = lees_telefoon(stuk) if is_nummer else None
        delen.append(
            format_html('<a class="nl-link" href="tel:{}">{}</a>', nummer, stuk)
            if nummer
            else verder(stuk)
        )
    return format_html_join("", "{}", ((deel,) for deel in delen))


def koppel(tekst: str, verder: Koppelaar = conditional_escape) -> SafeString:
    """Web addresses and phone numbers become links."""
    delen = [
        format_html('<a class="nl-link" href="{}" rel="nofollow noopener">{}</a>', stuk, stuk)
        if is_adres
        else koppel_nummers(stuk, verder)
        for stuk, is_adres in stukken(tekst, WEBADRES)
    ]
    return format_html_join("", "{}", ((deel,) for deel in delen))


def alineas(tekst: str, verder: Koppelaar = conditional_escape) -> SafeString:
    """Plain text as paragraphs, and lines that begin with a dash as a list."""
    blokken = (blok.strip() for blok in ALINEA.split(tekst.replace("\r\n", "\n")))
    return format_html_join("\n", "{}", ((_blok(blok, verder),) for blok in blokken if blok))


def _blok(blok: str, verder: Koppelaar) -> SafeString:
    regels = blok.split("\n")
    inleiding = [regel for regel in regels if not OPSOMMING.match(regel)]
    punten = [OPSOMMING.sub("", regel) for regel in regels if OPSOMMING.match(regel)]
    html = [_alinea(inleiding, verder)] if inleiding else []
    if punten:
        lijst = format_html_join("", "<li>{}</li>", ((koppel(punt, verder),) for punt in punten))
        html.append(format_html("<ul>{}</ul>", lijst))
    return format_html_join("", "{}", ((deel,) for deel in html))


def _alinea(regels: list[str], verder: Koppelaar) -> SafeString:
    inhoud = format_html_join(mark_safe("<br>"), "{}", ((koppel(r, verder),) for r in regels))
    return format_html('<p class="nl-paragraph">{}</p>', inhoud)
