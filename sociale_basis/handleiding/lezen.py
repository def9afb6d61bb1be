"""Chapters of the handbook, read from ``hoofdstukken/NN-slug.md``.

A line ``![what it shows](beeld:name)`` becomes a screenshot if ``manage.py handleiding_beelden``
made one, and disappears otherwise: the text says the same.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.templatetags.static import static

MAP = Path(__file__).resolve().parent / "hoofdstukken"
BEELDEN = "gebouwd/handleiding"  # below static/, made and not kept in git
_BEELD = re.compile(r"^!\[([^\]]*)\]\(beeld:([\w-]+)\)\n?", re.MULTILINE)


@dataclass(frozen=True)
class Hoofdstuk:
    """One task: its address, title, first sentence and text in Markdown."""

    slug: str
    titel: str
    kort: str
    tekst: str

    @property
    def kort_kaal(self) -> str:
        """The first sentence for a list, where Markdown would show its asterisks."""
        return self.kort.replace("**", "")

    @property
    def met_beelden(self) -> str:
        """The text with the screenshots that there are."""
        return _BEELD.sub(_beeld, self.tekst)


@lru_cache(maxsize=1)
def hoofdstukken() -> tuple[Hoofdstuk, ...]:
    """All chapters in reading order."""
    return tuple(_lees(pad) for pad in sorted(MAP.glob("*.md")))


def beelden() -> set[str]:
    """Names of the screenshots that the chapters ask for."""
    return {naam for deel in hoofdstukken() for _uitleg, naam in _BEELD.findall(deel.tekst)}


def _lees(pad: Path) -> Hoofdstuk:
    titel, tekst = pad.read_text(encoding="utf-8").split("\n", 1)
    kort = tekst.strip().split("\n", 1)[0]
    slug = pad.stem.split("-", 1)[1]
    return Hoofdstuk(slug, titel.removeprefix("# ").strip(), kort, tekst.strip())


def _beeld(gevonden: re.Match[str]) -> str:
    uitleg, naam = gevonden.groups()
    bestand = f"{BEELDEN}/{naam}.png"
    return f"![{uitleg}]({static(bestand)})\n" if finders.find(bestand) else ""
