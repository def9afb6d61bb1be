"""Languages by code or by English or Dutch name; themes by a list of one's own."""

import csv
from collections import Counter
from pathlib import Path
from typing import Any

from voorzieningen.models import Taal, Thema
from voorzieningen.uitwisseling.fout import Importfout
from voorzieningen.uitwisseling.verwijzingen import Lijst, plat

from .bestanden import Rij

# English name → code and Dutch name, for languages that the portal may not have yet.
NAMEN = {
    "amharic": ("am", "Amhaars"), "arabic": ("ar", "Arabisch"), "bulgarian": ("bg", "Bulgaars"),
    "cantonese": ("yue", "Kantonees"), "chinese": ("zh", "Chinees"), "dari": ("prs", "Dari"),
    "english": ("en", "Engels"), "farsi": ("fa", "Perzisch"), "french": ("fr", "Frans"),
    "german": ("de", "Duits"), "greek": ("el", "Grieks"), "gujarati": ("gu", "Gujarati"),
    "hebrew": ("he", "Hebreeuws"), "hindi": ("hi", "Hindi"), "italian": ("it", "Italiaans"),
    "japanese": ("ja", "Japans"), "kannada": ("kn", "Kannada"), "korean": ("ko", "Koreaans"),
    "malayalam": ("ml", "Malayalam"), "mandarin": ("zh", "Chinees"), "papiamento": ("pap",
    "Papiaments"), "pashto": ("ps", "Pasjtoe"), "polish": ("pl", "Pools"),
    "portuguese": ("pt", "Portugees"), "romanian": ("ro", "Roemeens"), "russian": ("ru",
    "Russisch"), "somali": ("so", "Somalisch"), "spanish": ("es", "Spaans"), "tigrinya": ("ti",
    "Tigrinya"), "turkish": ("tr", "Turks"), "ukrainian": ("uk", "Oekraïens"), "urdu": ("ur",
    "Urdu"), "vietnamese": ("vi", "Vietnamees"), "yoruba": ("yo", "Yoruba"),
}  # fmt: skip
CODES = dict(NAMEN.values())


class Talen:
    """``nieuw`` are languages that the source needs and the portal does not have yet."""

    def __init__(self) -> None:
        self._bekend = Lijst(Taal)
        self.nieuw: dict[str, Taal] = {}

    def van(self, tekst: str) -> int | Taal | None:
        """A number, a new language, or None for what is no language that we know."""
        woord = plat(tekst.strip(" ."))
        code = NAMEN[woord][0] if woord in NAMEN else woord
        bekend: Any = self._bekend.zoek(code) if code else None
        if bekend is None and code in CODES:
            bekend = self.nieuw.setdefault(code, Taal(code=code, naam=CODES[code]))
        return bekend


class Themas:
    """A CSV with two columns: the term (id, code or name) and the theme (key or name)."""

    def __init__(self, pad: Path | None) -> None:
        self._themas = Lijst(Thema)
        self._per_term: dict[str, int] = {}
        self.onbekend: Counter[str] = Counter()
        self.is_gegeven = pad is not None
        if pad is not None:
            self._lees(pad)

    def van(self, term: Rij) -> int | None:
        sleutels = (term["id"], term["nummer"], term["code"], term["name"])
        gevonden = (self._per_term.get(plat(sleutel)) for sleutel in sleutels if sleutel)
        return next((thema for thema in gevonden if thema), None)

    def _lees(self, pad: Path) -> None:
        try:
            regels = pad.read_text("utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as fout:
            raise Importfout(f"{pad.name} kan niet gelezen worden als CSV in UTF-8.") from fout
        teken = ";" if regels and ";" in regels[0] else ","
        for nummer, cellen in enumerate(csv.reader(regels, delimiter=teken), start=1):
            term, thema = (*(cel.strip() for cel in cellen), "", "")[:2]
            if (term and thema) and not (nummer == 1 and plat(thema) == "thema"):
                self._per_term[plat(term)] = self._thema(pad, nummer, thema)

    def _thema(self, pad: Path, nummer: int, thema: str) -> int:
        gevonden = self._themas.zoek(thema)
        if not isinstance(gevonden, int):
            raise Importfout(f"{pad.name}, rij {nummer}: “{thema}” is hier geen thema.")
        return gevonden
