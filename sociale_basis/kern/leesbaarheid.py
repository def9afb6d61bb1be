"""Hints for texts at B1: long sentences, hard words, and the Flesch-Douma score. Never a block."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .zoeken import woordenboek

LANGE_ZIN = 15  # words; a longer sentence loses readers at B1
LANG_WOORD = 5  # syllables; a longer word gets a hint
MINSTE_WOORDEN = 20  # a score over fewer words says nothing
MEEST = 5  # hints of one kind

_ZINSEINDE = re.compile(r"(?<=[.!?])\s+|\n\s*(?:[-*•]\s*)?")
_WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADRES = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|\b[\w-]+\.(?:nl|com|org|eu)\b")
# One syllable per group of vowels; ij and double vowels are one sound in Dutch.
_KLINKERS = re.compile(
    r"ij|ea(?=m)|aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|au|ou|[aeiouyäëïöüáéèêíóú]"
)
_WOORDEN = Path(__file__).resolve().parent / "gegevens" / "moeilijke_woorden.txt"


@dataclass(frozen=True)
class Leesadvies:
    """What may be easier to read in one text. ``score`` is None for a short text."""

    score: int | None
    tips: list[str]

    @property
    def oordeel(self) -> str:
        """The score in words, by the usual bounds of Flesch-Douma."""
        if self.score is None:
            return ""
        grenzen = ((70, _("makkelijk")), (60, _("goed te lezen")), (45, _("vrij moeilijk")))
        return next((tekst for grens, tekst in grenzen if self.score >= grens), _("moeilijk"))


def lees(tekst: str) -> Leesadvies:
    """Advice on a text; without tips when it is short or clear."""
    tekst = _ADRES.sub(" ", tekst)
    return Leesadvies(_score(tekst), [*_lange_zinnen(tekst), *_woordtips(tekst)])


def zinnen(tekst: str) -> list[str]:
    """Sentences and lines of a list, as far as they hold words."""
    delen = (deel.strip() for deel in _ZINSEINDE.split(tekst))
    return [deel for deel in delen if _WOORD.search(deel)]


def lettergrepen(woord: str) -> int:
    """About how many syllables: the groups of vowels, at least one."""
    return max(1, len(_KLINKERS.findall(woord.lower())))


def flesch_douma(tekst: str) -> float:
    """206.84 − 0.93 × words per sentence − 77 × syllables per word; the text holds words."""
    woorden = _WOORD.findall(tekst)
    per_zin = len(woorden) / max(1, len(zinnen(tekst)))
    per_woord = sum(map(lettergrepen, woorden)) / len(woorden)
    return 206.84 - 0.93 * per_zin - 77 * per_woord


def _score(tekst: str) -> int | None:
    genoeg = len(_WOORD.findall(tekst)) >= MINSTE_WOORDEN
    return round(max(0.0, min(100.0, flesch_douma(tekst)))) if genoeg else None


def _lange_zinnen(tekst: str) -> list[str]:
    lengtes = [(zin, len(_WOORD.findall(zin))) for zin in zinnen(tekst)]
    lang = [(zin, aantal) for zin, aantal in lengtes if aantal > LANGE_ZIN]
    return [
        _("Lange zin (%(aantal)d woorden): “%(begin)s …” Maak er twee van.")
        % {"aantal": aantal, "begin": " ".join(zin.split()[:5])}
        for zin, aantal in lang[:MEEST]
    ]


def _woordtips(tekst: str) -> list[str]:
    """What to write instead of an official word, and which words are long or unknown."""
    woorden = dict.fromkeys(_WOORD.findall(tekst))
    makkelijker = _makkelijker()
    ambtelijk = [w for w in woorden if w.lower() in makkelijker][:MEEST]
    tips = [
        _("“%(woord)s”: schrijf liever “%(beter)s”.")
        % {"woord": woord, "beter": makkelijker[woord.lower()]}
        for woord in ambtelijk
    ]
    rest = [woord for woord in woorden if woord.lower() not in makkelijker]
    lang = [woord for woord in rest if lettergrepen(woord) >= LANG_WOORD]
    vreemd = [woord for woord in rest if woord not in lang and _is_onbekend(woord)]
    return [*tips, *_opsomming(lang, "lang"), *_opsomming(vreemd, "vreemd")]


def _opsomming(woorden: list[str], soort: str) -> list[str]:
    if not woorden:
        return []
    rij = ", ".join(f"“{woord}”" for woord in woorden[:MEEST])
    if soort == "lang":
        zin = ngettext("Lang woord: %s. Kan het korter?", "Lange woorden: %s. Kan het korter?",
                       len(woorden))  # fmt: skip
    else:
        zin = ngettext(
            "Dit woord kent het woordenboek niet: %s. Is het goed geschreven?",
            "Deze woorden kent het woordenboek niet: %s. Zijn ze goed geschreven?",
            len(woorden),
        )
    return [zin % rij]


def _is_onbekend(woord: str) -> bool:
    """In no dictionary, and no name either: names begin with a capital."""
    return woordenboek.werkt() and woord.islower() and not woordenboek.kent(woord)


@lru_cache(maxsize=1)
def _makkelijker() -> dict[str, str]:
    """{official word: everyday words}, from a list that anyone can add to."""
    regels = _WOORDEN.read_text(encoding="utf-8").splitlines()
    paren = (regel.split(":", 1) for regel in regels if ":" in regel and regel[0] != "#")
    return {woord.strip(): beter.strip() for woord, beter in paren}
