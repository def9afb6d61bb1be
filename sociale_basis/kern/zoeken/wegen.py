"""How much a word weighs: in a document (BM25 over fields) and among all documents (IDF).

Everything is a whole number, so that both databases order alike. The average length is a fixed
number: with the real one each new document would change the weight of all others.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha1
from math import log

from .analyse import Analyse
from .registratie import Teksten

VELDGEWICHT = {"titel": 8, "alledaags": 4, "organisatie": 4, "kort": 2, "body": 1, "extra": 1}
K1, B = 1.2, 0.6
GEMIDDELDE_LENGTE = 150  # of a document, in words times the weight of their field
DEEL, LAATSTE_DEEL = 0.6, 0.35  # a part of a compound; the last one says less: 'bank', 'hulp'
VERZADIGD = 100  # what a word weighs in a document at most (almost)


def gewichten(teksten: Teksten, analyse: Analyse) -> tuple[dict[str, int], dict[str, str]]:
    """({stem: 1 to 100}, {form: stem}) of a document."""
    tf: dict[str, float] = defaultdict(float)
    vormen: dict[str, str] = {}
    lengte = 0
    for veld, gewicht in VELDGEWICHT.items():
        for woord in analyse.woorden(getattr(teksten, veld)):
            if woord.is_stop:
                continue
            lengte += gewicht
            tf[woord.stam] += gewicht
            vormen[woord.vorm] = woord.stam
            for deel in woord.delen:
                tf[deel] += gewicht * (LAATSTE_DEEL if deel == woord.delen[-1] else DEEL)
    top = VERZADIGD * teksten.zwaarte
    return {stam: _bm25(aantal, lengte, top) for stam, aantal in tf.items()}, vormen


def _bm25(tf: float, lengte: int, top: float) -> int:
    drempel = K1 * (1 - B + B * lengte / GEMIDDELDE_LENGTE)
    return max(1, round(top * tf / (tf + drempel)))


@lru_cache(maxsize=20_000)
def idf(df: int, aantal: int) -> int:
    """How telling a word is, in thousandths: 0 stands everywhere, rare words about 10,000."""
    return max(50, round(1000 * log(1 + (aantal - df + 0.5) / (df + 0.5))))


def vingerafdruk(gewichten_: Mapping[str, int], vormen: Mapping[str, str]) -> str:
    """Equal for equal words in equal forms with equal weights."""
    regels = [
        f"{woord} {waarde}" for deel in (gewichten_, vormen) for woord, waarde in deel.items()
    ]
    return sha1("\n".join(sorted(regels)).encode(), usedforsecurity=False).hexdigest()
