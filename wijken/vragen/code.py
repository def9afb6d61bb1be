"""The code with which somebody without an account sees what happened with their question.

Sixteen of nineteen signs: 68 bits. With twenty wrong tries an hour from one address
(``views.vraag``) a million addresses need longer than the sun will shine. No vowels, so that no
code is a word; no signs that look alike (0 O, 1 I L, 2 Z, 5 S, 8 B, 6 G) or sound alike over the
telephone (B P, D T, F V, M N): of each such pair one is left.

The database holds a keyed hash, so a stolen copy of it opens no page. Looking up by that hash
tells nothing through its timing: who guesses cannot choose what it begins with.
"""

import hashlib
import hmac
import re
import secrets

from django.conf import settings
from django.utils.crypto import salted_hmac

TEKENS = "23456789CDFHJKMPRWX"
LENGTE = 16
GROEP = 4
VORM = re.compile(rf"[{TEKENS}]{{{LENGTE}}}")


def nieuw_kenmerk() -> str:
    """What one opened form holds; with the text it gives one code, so sending twice asks once."""
    return secrets.token_urlsafe(16)


def code_voor(kenmerk: str, tekst: str) -> str:
    """'K7RM-4HXC-92PD-W3F8', the same again for the same form with the same text."""
    zaad = f"{kenmerk}\n{tekst}".encode()
    geheim = hashlib.sha256(f"vraagcode{settings.SECRET_KEY}".encode()).digest()
    getal = int.from_bytes(hmac.digest(geheim, zaad, "sha256"), "big")
    tekens = []
    for _plaats in range(LENGTE):
        getal, rest = divmod(getal, len(TEKENS))
        tekens.append(TEKENS[rest])
    return in_groepen("".join(tekens))


def lees(getypt: str) -> str | None:
    """'k7rm 4hxc92pd-w3f8' → 'K7RM4HXC92PDW3F8'; None if it cannot be a code."""
    kaal = re.sub(r"[\W_]", "", getypt[:60]).upper()
    return kaal if VORM.fullmatch(kaal) else None


def vreemde_tekens(getypt: str) -> list[str]:
    """The letters and digits that no code has: misread, or misheard."""
    kaal = re.sub(r"[\W_]", "", getypt[:60]).upper()
    return sorted(set(kaal) - set(TEKENS))


def in_groepen(kaal: str) -> str:
    return "-".join(kaal[begin : begin + GROEP] for begin in range(0, len(kaal), GROEP))


def hashes(getypt: str) -> list[str]:
    """Under which hash it may be stored: with today's key first, then with earlier ones."""
    kaal = lees(getypt)
    if kaal is None:
        return []
    sleutels = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [
        salted_hmac("wijken.vraagcode", kaal, secret=sleutel, algorithm="sha256").hexdigest()
        for sleutel in sleutels
    ]
